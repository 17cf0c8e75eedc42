import type { ScaleValue } from '../grading/case.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { ASSESSED_FACTS, type PointToAssess } from './assessment.ts';
import type { AssessedFact } from './suggested-step.ts';

/** The rulebooks of scales that are not in force, by the scale's code. */
export type RulebooksByScale = ReadonlyMap<string, GradingRulebook>;

/** The codes of all scales that values of these points stand on and the rulebook in force does not use. */
export function otherScales(
  points: readonly Pick<PointToAssess, 'facts'>[],
  { scales }: GradingRulebook,
): readonly string[] {
  const used = points.flatMap(({ facts }) =>
    ASSESSED_FACTS.flatMap((fact) => (isElsewhere(facts[fact], fact, scales) ? [facts[fact].scale] : [])),
  );
  return [...new Set(used)];
}

/** Whether a value is there, but not on the scale in force. */
export function isElsewhere(
  value: ScaleValue | null,
  fact: AssessedFact,
  scales: GradingRulebook['scales'],
): value is ScaleValue {
  return value !== null && value.scale !== scales[fact].code;
}
