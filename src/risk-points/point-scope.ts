import type { Reach } from '../organisation/reach.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';

/** Which campaign's points, by which rulebook version, and as far as the asker reaches. */
export interface PointScope {
  readonly campaignId: number;
  readonly versionId: number;
  /** Codes of that version's scales: a step means something only on its own. */
  readonly scales: { readonly probability: string; readonly harm: string };
  readonly reach: Reach;
}

/** A campaign's points as a rulebook version grades them. */
export function pointScope(
  campaignId: number,
  { id, body }: { readonly id: number; readonly body: GradingRulebook },
  reach: Reach,
): PointScope {
  const { probability, harm } = body.scales;
  return {
    campaignId,
    versionId: id,
    scales: { probability: probability.code, harm: harm.code },
    reach,
  };
}
