import { comparisonsByFact } from '../rulebooks/fact-space.ts';
import { factTypes, type FactType, type FactValue, type RuleFacts } from '../rulebooks/fact-type.ts';
import type { Comparison, GradingRulebook, Scale } from '../rulebooks/rulebook.ts';
import { integerCuts, standInFor } from '../rulebooks/told-apart.ts';
import { isNumberClass, type CaseFacts, type NumberClass, type ScaleValue } from './case.ts';
import { conditionsOf } from './engine-rules.ts';

/** All cases that one rulebook cannot tell apart, with facts that stand for every one of them. */
export interface CaseClass {
  /** Equal for two cases exactly when they are in the same class. */
  readonly key: string;
  readonly facts: RuleFacts;
}

/**
 * Finds the class of a case under one rulebook. Judging the stand-in facts is judging the case, because a rulebook
 * sees facts through its comparisons alone:
 * - a scale's value is its step on the rulebook's own scale, by its mapping where it was given on another; unknown
 *   where there is no such mapping;
 * - domains that no comparison names are one class (eleven domains of which the rules name two are three classes);
 * - numbers between two cuts of this rulebook are one class, however finely other rulebooks cut;
 * - a fact that is neither mentioned nor required does not count at all.
 * @throws Error when the case is cut more coarsely than this rulebook cuts: its scheme lacks the rulebook's cuts.
 */
export function caseClasses(rulebook: GradingRulebook): (facts: CaseFacts) => CaseClass {
  const types = [...factTypes(rulebook)];
  const mentioned = comparisonsByFact(conditionsOf(rulebook));
  const standIns = new Map(types.map(([name]) => [name, new Map<string, FactValue>()]));
  const standIn = (caseFacts: CaseFacts, name: string, type: FactType): FactValue => {
    const comparisons = mentioned.get(name) ?? [];
    if (comparisons.length === 0 && !rulebook.requires.includes(name)) return null;
    const value = valueOf(rulebook, caseFacts, name, type, comparisons);
    return value === null ? null : standInFor(value, type, comparisons);
  };
  return (caseFacts) => {
    const entries = types.map(([name, type]): [string, FactValue] => {
      // A fact that the case does not know is no unknown one, and has no key.
      const key = JSON.stringify([givenOf(caseFacts, name)]);
      const isGiven = givenOf(caseFacts, name) !== undefined;
      const known = isGiven ? standIns.get(name)?.get(key) : undefined;
      if (known !== undefined) return [name, known];
      const value = standIn(caseFacts, name, type);
      if (isGiven) standIns.get(name)?.set(key, value);
      return [name, value];
    });
    return { key: JSON.stringify(entries.map(([, value]) => value)), facts: Object.fromEntries(entries) };
  };
}

/** What the case says of a fact; `undefined` where it does not know it. */
function givenOf(facts: CaseFacts, name: string): unknown {
  switch (name) {
    case 'probability':
    case 'harm':
    case 'domain':
    case 'measureCount':
      return facts[name];
    default:
      return facts.own[name];
  }
}

function valueOf(
  rulebook: GradingRulebook,
  facts: CaseFacts,
  name: string,
  type: FactType,
  comparisons: readonly Comparison[],
): FactValue {
  switch (name) {
    case 'probability':
    case 'harm':
      return stepOn(rulebook.scales[name], facts[name]);
    case 'domain':
      return facts.domain;
    case 'measureCount':
      return numberIn(facts.measureCount, type, comparisons);
    default:
      return ownValue(facts, name, type, comparisons);
  }
}

function ownValue(
  { own }: CaseFacts,
  name: string,
  type: FactType,
  comparisons: readonly Comparison[],
): FactValue {
  const value = own[name];
  if (value === undefined) throw new Error(`the case does not know ${name}, which the rulebook looks at`);
  return isNumberClass(value) ? numberIn(value, type, comparisons) : value;
}

/** The step that a value is on a scale, by the scale's mapping where it was given on another; `null` where it is none. */
export function stepOn(scale: Scale, value: ScaleValue | null): string | null {
  if (value === null) return null;
  if (value.scale === scale.code) return scale.steps.find((step) => step.code === value.step)?.code ?? null;
  const mapping = Object.entries(scale.mappings).find(([from]) => from === value.scale)?.[1] ?? {};
  return Object.entries(mapping).find(([from]) => from === value.step)?.[1] ?? null;
}

/** Every value that counts as a step of a scale: the step itself, and the steps of other scales that map to it. */
export function valuesOn({ code, mappings }: Scale, step: string): readonly ScaleValue[] {
  const mapped = Object.entries(mappings).flatMap(([scale, mapping]) =>
    Object.entries(mapping).flatMap(([from, to]) => (to === step ? [{ scale, step: from }] : [])),
  );
  return [{ scale: code, step }, ...mapped];
}

function numberIn({ from, below }: NumberClass, type: FactType, comparisons: readonly Comparison[]): number {
  if (type.type !== 'number') throw new TypeError('a number class belongs to a number');
  const first = Math.max(from ?? type.minimum, type.minimum);
  const torn = integerCuts(type, comparisons).find((cut) => cut > first && cut < (below ?? Infinity));
  if (torn !== undefined) throw new Error(`the case is not cut at ${String(torn)}, where the rulebook cuts`);
  return first;
}
