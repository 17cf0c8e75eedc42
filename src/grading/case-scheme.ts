import { comparisonsByFact } from '../rulebooks/fact-space.ts';
import { factTypes } from '../rulebooks/fact-type.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { integerCuts } from '../rulebooks/told-apart.ts';
import { isNumberClass, type CaseFacts, type CaseScheme, type NumberClass, type OwnClass } from './case.ts';
import { conditionsOf } from './engine-rules.ts';

/** The thresholds at which a rulebook cuts the numbers of a case, and the own facts that it looks at. */
export function cutsOf(rulebook: GradingRulebook): CaseScheme {
  const comparisons = comparisonsByFact(conditionsOf(rulebook));
  const types = factTypes(rulebook);
  const cutsIn = (name: string): readonly number[] | 'whole' => {
    const type = types.get(name);
    return type?.type === 'number' ? integerCuts(type, comparisons.get(name) ?? []) : 'whole';
  };
  const counted = declaredFacts(rulebook).filter(
    ({ name }) => comparisons.has(name) || rulebook.requires.includes(name),
  );
  const measureCount = cutsIn('measureCount');
  if (measureCount === 'whole') throw new TypeError('the catalogue declares measureCount as a number');
  return { measureCount, own: Object.fromEntries(counted.map(({ name }) => [name, cutsIn(name)])) };
}

/** The scheme that cuts wherever one of these cuts: cases under it are exact for every one of their rulebooks. */
export function mergeSchemes(schemes: readonly CaseScheme[]): CaseScheme {
  const names = new Set(schemes.flatMap(({ own }) => Object.keys(own)));
  const own = [...names].map((name): [string, CaseScheme['own'][string]] => {
    const cuts = schemes.flatMap((scheme) => (scheme.own[name] === undefined ? [] : [scheme.own[name]]));
    return [name, cuts.includes('whole') ? 'whole' : merged(cuts.filter((some) => some !== 'whole'))];
  });
  return { measureCount: merged(schemes.map((scheme) => scheme.measureCount)), own: Object.fromEntries(own) };
}

/** Whether cases under the one scheme are exact for the other: it cuts nowhere that the first does not. */
export function isAsFineAs(fine: CaseScheme, coarse: CaseScheme): boolean {
  return JSON.stringify(sorted(mergeSchemes([fine, coarse]))) === JSON.stringify(sorted(fine));
}

/**
 * The case under a coarser scheme that holds all of a finer case.
 * @throws Error when the case does not know a fact of the scheme: it was not as fine.
 */
export function coarsened(facts: CaseFacts, scheme: CaseScheme): CaseFacts {
  const own = Object.entries(scheme.own).map(([name, cuts]): [string, OwnClass] => {
    const value = facts.own[name];
    if (value === undefined) throw new Error(`the case does not know ${name}`);
    return [name, isNumberClass(value) ? widened(value, cuts === 'whole' ? [] : cuts) : value];
  });
  return {
    ...facts,
    measureCount: widened(facts.measureCount, scheme.measureCount),
    own: Object.fromEntries(own),
  };
}

function widened({ from, below }: NumberClass, cuts: readonly number[]): NumberClass {
  return {
    from: cuts.findLast((cut) => from !== null && cut <= from) ?? null,
    below: cuts.find((cut) => below !== null && cut >= below) ?? null,
  };
}

function merged(cuts: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(cuts.flat())].sort((left, right) => left - right);
}

function sorted({ measureCount, own }: CaseScheme): unknown {
  return [measureCount, Object.entries(own).sort(([left], [right]) => left.localeCompare(right))];
}
