import type { Reach } from '../organisation/reach.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';

/** Which campaign's points, by which rulebook version, and as far as the asker reaches. */
export interface PointScope {
  readonly campaignId: number;
  readonly versionId: number;
  /** That version's scales: a step means something only on its own. */
  readonly scales: GradingRulebook['scales'];
  /** That version's grades: which leader answers for which. */
  readonly grades: GradingRulebook['grades'];
  readonly reach: Reach;
}

/** A campaign's points as a rulebook version grades them. */
export function pointScope(
  campaignId: number,
  { id, body }: { readonly id: number; readonly body: GradingRulebook },
  reach: Reach,
): PointScope {
  return { campaignId, versionId: id, scales: body.scales, grades: body.grades, reach };
}
