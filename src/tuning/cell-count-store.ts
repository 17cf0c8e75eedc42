import { scaleValue } from '../grading/case.ts';
import type { Queryable } from '../platform/database.ts';
import type { AssessedCount } from './assessed-count.ts';

interface CountRow {
  readonly probabilityScale: string | null;
  readonly probabilityStep: string | null;
  readonly harmScale: string | null;
  readonly harmStep: string | null;
  readonly points: number;
}

const COLUMNS = {
  probabilityScale: 'grading_case.probability_scale',
  probabilityStep: 'grading_case.probability_step',
  harmScale: 'grading_case.harm_scale',
  harmStep: 'grading_case.harm_step',
};

export async function assessedCounts(from: Queryable, campaignId: number): Promise<readonly AssessedCount[]> {
  const rows = (await from('rollup_case')
    .join('grading_case', 'grading_case.id', 'rollup_case.case_id')
    .where('rollup_case.campaign_id', campaignId)
    .groupBy(Object.values(COLUMNS))
    .select({ ...COLUMNS, points: from.raw('sum(rollup_case.points)') })) as CountRow[];
  return rows.map((row) => ({
    probability: scaleValue(row.probabilityScale, row.probabilityStep),
    harm: scaleValue(row.harmScale, row.harmStep),
    points: row.points,
  }));
}
