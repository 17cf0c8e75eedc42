import { comparisonsByFact } from '../rulebooks/fact-space.ts';
import { factTypes } from '../rulebooks/fact-type.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { integerCuts } from '../rulebooks/told-apart.ts';
import type { CaseScheme } from './case.ts';
import { conditionsOf } from './engine-rules.ts';

/** The thresholds at which a rulebook cuts the numbers of a case. */
export function cutsOf(rulebook: GradingRulebook): CaseScheme {
  const comparisons = comparisonsByFact(conditionsOf(rulebook));
  const type = factTypes(rulebook).get('measureCount');
  if (type?.type !== 'number') throw new TypeError('the catalogue declares measureCount as a number');
  return { measureCount: integerCuts(type, comparisons.get('measureCount') ?? []) };
}

/** The scheme that cuts wherever one of these cuts: cases under it are exact for every one of their rulebooks. */
export function mergeSchemes(schemes: readonly CaseScheme[]): CaseScheme {
  const cuts = new Set(schemes.flatMap((scheme) => scheme.measureCount));
  return { measureCount: [...cuts].sort((left, right) => left - right) };
}
