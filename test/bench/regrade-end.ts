import { factJudge } from '../../src/grading/fact-judge.ts';
import { gradesByDomain, gradesByUnit } from '../../src/dashboards/board-store.ts';
import type { Queryable } from '../../src/platform/database.ts';
import { EFFECTIVE_GRADE, gradedPoints } from '../../src/risk-points/effective-grade-store.ts';
import { refreshRollups } from '../../src/risk-points/rollup-store.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { Services } from '../../src/services.ts';
import { benchPoints } from './bench-points.ts';
import { FLOOR_COLUMN } from './floor.ts';
import { provinceOf, REGION_PATH, type BureauPlace } from './province.ts';
import { ruleFactsOf } from './rival.ts';

const SAMPLE = 500;

/**
 * What is wrong at the end of a change of rules: sampled points are judged by the rule engine one by one, and what the
 * boards show is compared with counting the largest and the smallest bureau's points anew.
 */
export async function faultsAtTheEnd(
  desk: Services,
  rulebook: GradingRulebook,
  options: { readonly points: number; readonly seed: number },
): Promise<readonly string[]> {
  const { id: versionId } = await desk.rulebooks.inForce('grading', REGION_PATH);
  const places = provinceOf(options.points, options.seed);
  const ends = [places.at(0), places.at(-1)].filter((place) => place !== undefined);
  const faults: string[] = [];
  for (const place of ends) {
    const wrong = await wronglyGraded(desk.database.read, rulebook, place, versionId);
    if (wrong > 0) faults.push(`${String(wrong)} points of bureau ${String(place.id)} are graded wrongly`);
    const shown = await board(desk.database.read, place);
    const counted = await countedAnew(desk, place, versionId);
    if (shown !== counted) faults.push(`the boards of bureau ${String(place.id)} differ from its points`);
  }
  return faults;
}

/** How many standing points that nobody decided about have which grade, as a text: as the rivals wrote it, or ours. */
export async function gradesOfUndecided(from: Queryable, versionId: number | null): Promise<string> {
  const grade = versionId === null ? FLOOR_COLUMN : 'case_verdict.grade';
  const points = from('risk_point_state').where({
    is_withdrawn: 0,
    approved_grade: null,
    override_grade: null,
  });
  if (versionId !== null) {
    void points.join('case_verdict', (join) => {
      join.on('case_verdict.case_id', 'risk_point_state.case_id').andOnVal('rulebook_version_id', versionId);
    });
  }
  const counts = points.groupByRaw('1').orderByRaw('1');
  return JSON.stringify(await counts.select(from.raw(`coalesce(${grade}, 0) as grade, count(*) as points`)));
}

interface GradedRow {
  readonly id: number;
  readonly grade: number;
}

async function wronglyGraded(
  from: Queryable,
  rulebook: GradingRulebook,
  place: BureauPlace,
  versionId: number,
): Promise<number> {
  const judge = factJudge(rulebook);
  const points = benchPoints(place.points, place.seed).slice(0, SAMPLE);
  const rows: readonly GradedRow[] = await gradedPoints(from, place.campaignId, versionId)
    .whereBetween('risk_point_state.risk_point_id', [place.firstPoint, place.firstPoint + SAMPLE - 1])
    .select<GradedRow[]>({ id: 'risk_point_state.risk_point_id' }, from.raw(`${EFFECTIVE_GRADE} as grade`));
  const shown = new Map(rows.map(({ id, grade }) => [id, grade]));
  let wrong = 0;
  for (const [index, point] of points.entries()) {
    const { grade } = await judge.judge(ruleFactsOf(rulebook, point));
    const due = point.isWithdrawn ? undefined : (point.approved ?? point.override ?? grade ?? 0);
    if (shown.get(place.firstPoint + index) !== due) wrong += 1;
  }
  return wrong;
}

async function board(from: Queryable, { campaignId, path }: BureauPlace): Promise<string> {
  const sorted = (rows: readonly object[]): readonly string[] =>
    rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  const grades = await gradesByUnit(from, campaignId, [path]);
  const domains = await gradesByDomain(from, campaignId, [path]);
  return JSON.stringify([sorted(grades), sorted(domains)]);
}

/** The same after the rollups were counted from the points, which is not kept. */
async function countedAnew({ database }: Services, place: BureauPlace, versionId: number): Promise<string> {
  const units = Array.from({ length: place.divisions }, (_, index) => place.firstDivision + index);
  return database.transaction(async (transaction) => {
    await refreshRollups(transaction, place.campaignId, versionId, units);
    return board(transaction, place);
  });
}
