import type { Queryable } from '../platform/database.ts';

/** How many standing points a campaign has, and of how many each fact is known, by the fact's name. */
export interface KnownCounts {
  readonly points: number;
  readonly known: ReadonlyMap<string, number>;
}

export async function knownCounts(from: Queryable, campaignId: number): Promise<KnownCounts> {
  const standing = { campaign_id: campaignId, is_withdrawn: 0 };
  const row = (await from('risk_point_state').where(standing).count({
    points: '*',
    probability: 'probability_step',
    harm: 'harm_step',
    domain: 'main_domain',
    measureCount: 'measure_count',
  })) as Record<string, number>[];
  const own = (await from('risk_point_fact')
    .join('risk_point_state', 'risk_point_state.risk_point_id', 'risk_point_fact.risk_point_id')
    .where(standing)
    .groupBy('fact')
    .select('fact')
    .count({ points: '*' })) as { fact: string; points: number }[];
  const { points = 0, ...builtIn } = row[0] ?? {};
  const counted = own.map((one) => [one.fact, one.points] as const);
  return { points, known: new Map([...Object.entries(builtIn), ...counted]) };
}
