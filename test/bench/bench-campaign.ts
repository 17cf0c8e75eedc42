import { caseKey, caseOf, type PointFacts } from '../../src/grading/case.ts';
import { GradingService } from '../../src/grading/grading-service.ts';
import type { Database, Transaction } from '../../src/platform/database.ts';
import { insertList } from '../../src/platform/json-dialect.ts';
import { refreshRollups } from '../../src/risk-points/rollup-store.ts';
import type { Services } from '../../src/services.ts';
import type { WantedPoint } from '../support/graded-campaign.ts';
import { benchPoints } from './bench-points.ts';
import { campaignRows } from './bench-rows.ts';
import { provinceOf, REGION, REGION_PATH, type BureauPlace } from './province.ts';

/** Which generator made a kept province: another number makes all of them anew. */
export const EDITION = '2';

const SAID_EVERY = 0.1;

/**
 * Files a province, by bulk inserts into the tables that an import fills, with every trigger, and grades its points by
 * the rulebook in force for everybody. One bureau after another, so that memory does not grow with the province.
 */
export async function fileProvince(
  { database, rulebooks }: Pick<Services, 'database' | 'rulebooks'>,
  { points, seed }: { readonly points: number; readonly seed: number },
  say: (part: string) => void = () => undefined,
): Promise<void> {
  const grading = new GradingService(rulebooks);
  await quickly(database, async () => {
    await database.transaction(async (transaction) => {
      const region = { id: REGION, parent_id: null, kind: 'region', name: '某省', path: REGION_PATH };
      await transaction('org_unit').insert(region);
    });
    let [filed, said] = [0, 0];
    for (const place of provinceOf(points, seed)) {
      await database.transaction((transaction) => fileBureau(transaction, grading, place));
      filed += place.points;
      if (filed < points && filed < (said + SAID_EVERY) * points) continue;
      said = filed / points;
      say(`${String(Math.round(said * 100))} % of ${String(points)} points are filed`);
    }
  });
}

/** Nothing is measured meanwhile, and what is lost by a crash is made again. */
async function quickly({ kind, schema }: Database, work: () => Promise<void>): Promise<void> {
  if (kind === 'postgres') return work();
  await schema.raw('pragma synchronous = off');
  await schema.raw('pragma cache_size = -400000');
  await work();
  await schema.raw('pragma synchronous = full');
}

async function fileBureau(
  transaction: Transaction,
  grading: GradingService,
  place: BureauPlace,
): Promise<void> {
  const points = benchPoints(place.points, place.seed);
  const { version, caseIds } = await placed(transaction, grading, place.path, points);
  for (const { table, columns, rows } of campaignRows(place, points, caseIds)) {
    await insertList(transaction, table, columns, rows);
  }
  const units = Array.from({ length: place.divisions }, (_, index) => place.firstDivision + index);
  await refreshRollups(transaction, place.campaignId, version, units);
  // Nobody searches these points, and indexing their words would be the first thing that is measured.
  await transaction('search_due').delete();
}

async function placed(
  transaction: Transaction,
  grading: GradingService,
  bureauPath: string,
  points: readonly WantedPoint[],
): Promise<{ readonly version: number; readonly caseIds: (facts: PointFacts) => number }> {
  const scope = await grading.scopeOf(bureauPath, transaction);
  const keyOf = (facts: PointFacts): string => caseKey(caseOf(facts, scope.scheme));
  const cases = new Map(points.map(({ facts }) => [keyOf(facts), caseOf(facts, scope.scheme)]));
  const placedAt = await grading.placeCases(transaction, scope, [...cases.values()]);
  const ids = new Map([...cases.keys()].map((key, index) => [key, placedAt[index] ?? 0]));
  return { version: scope.version.id, caseIds: (facts) => ids.get(keyOf(facts)) ?? 0 };
}
