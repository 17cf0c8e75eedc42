import { caseKey, caseOf, type PointFacts } from '../../src/grading/case.ts';
import { GradingService } from '../../src/grading/grading-service.ts';
import type { Transaction } from '../../src/platform/database.ts';
import { listAsTable, listBinding, type ListedValue } from '../../src/platform/dialect.ts';
import { refreshRollups } from '../../src/risk-points/rollup-store.ts';
import type { Services } from '../../src/services.ts';
import type { WantedPoint } from '../support/graded-campaign.ts';
import { campaignRows, UNITS_FROM } from './bench-rows.ts';

const ROWS_AT_ONCE = 5000;

/**
 * Files points in a campaign of the only bureau, by bulk inserts into the tables that an import fills, and grades them
 * by a rulebook that is put in force for everybody. Returns the campaign.
 */
export async function fileInBulk(
  { database, rulebooks }: Pick<Services, 'database' | 'rulebooks'>,
  points: readonly WantedPoint[],
): Promise<number> {
  const grading = new GradingService(rulebooks);
  return database.transaction(async (transaction) => {
    const bureau = await transaction('org_unit')
      .where({ kind: 'bureau' })
      .first<{ id: number; path: string }>();
    const caseIds = await placed(transaction, grading, bureau.path, points);
    const { units, tables, campaignId } = campaignRows(bureau, points, caseIds);
    for (const { table, columns, rows } of tables) await fill(transaction, table, columns, rows);
    const { version } = await grading.scopeOf(bureau.path, transaction);
    const unitIds = Array.from({ length: units }, (_, index) => UNITS_FROM + index);
    await refreshRollups(transaction, campaignId, version.id, unitIds);
    // Nobody searches these points, and indexing their words would be the first thing that is measured.
    await transaction('search_due').delete();
    return campaignId;
  });
}

async function placed(
  transaction: Transaction,
  grading: GradingService,
  bureauPath: string,
  points: readonly WantedPoint[],
): Promise<(facts: PointFacts) => number> {
  const scope = await grading.scopeOf(bureauPath, transaction);
  const keyOf = (facts: PointFacts): string => caseKey(caseOf(facts, scope.scheme));
  const ids = new Map<string, number>();
  for (const { facts } of points) {
    const key = keyOf(facts);
    if (!ids.has(key)) ids.set(key, await grading.placeIn(transaction, scope, facts));
  }
  return (facts) => ids.get(keyOf(facts)) ?? 0;
}

async function fill(
  transaction: Transaction,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly ListedValue[])[],
): Promise<void> {
  const names = columns.join(', ');
  const insert = `insert into ${table} (${names}) select ${names} from ${listAsTable(columns)}`;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await transaction.raw(insert, [listBinding(rows.slice(start, start + ROWS_AT_ONCE))]);
  }
}
