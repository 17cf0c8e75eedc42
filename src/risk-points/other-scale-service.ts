import type { Queryable } from '../platform/database.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { gradingRulebookWith } from '../rulebooks/rulebook-store.ts';
import type { RulebooksByScale } from './other-scale.ts';

/** The rulebooks that these scales belong to; a scale that no rulebook has is left out. */
export async function rulebooksOfScales(
  from: Queryable,
  scales: Iterable<string>,
): Promise<RulebooksByScale> {
  const known = new Map<string, GradingRulebook>();
  for (const scale of scales) {
    const rulebook = await gradingRulebookWith(from, scale);
    if (rulebook !== null) known.set(scale, rulebook);
  }
  return known;
}
