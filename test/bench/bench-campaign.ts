import { caseKey, caseOf, type PointFacts } from '../../src/grading/case.ts';
import { GradingService } from '../../src/grading/grading-service.ts';
import type { Transaction } from '../../src/platform/database.ts';
import { insertList } from '../../src/platform/json-dialect.ts';
import { refreshRollups } from '../../src/risk-points/rollup-store.ts';
import type { Services } from '../../src/services.ts';
import type { WantedPoint } from '../support/graded-campaign.ts';
import { campaignRows, UNITS_FROM } from './bench-rows.ts';

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
    for (const { table, columns, rows } of tables) await insertList(transaction, table, columns, rows);
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
  const cases = new Map(points.map(({ facts }) => [keyOf(facts), caseOf(facts, scope.scheme)]));
  const placedAt = await grading.placeCases(transaction, scope, [...cases.values()]);
  const ids = new Map([...cases.keys()].map((key, index) => [key, placedAt[index] ?? 0]));
  return (facts) => ids.get(keyOf(facts)) ?? 0;
}
