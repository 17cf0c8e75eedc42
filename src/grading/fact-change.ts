import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import { partsOf, withCounts } from '../rulebooks/derived-value.ts';
import { comparisonsByFact, factSpace } from '../rulebooks/fact-space.ts';
import { factTypes, type FactValue } from '../rulebooks/fact-type.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { valuesToldApart } from '../rulebooks/told-apart.ts';
import type { PointFacts } from './case.ts';
import { stepOn } from './class.ts';
import { conditionsOf } from './engine-rules.ts';
import { ownChanges } from './own-fact-change.ts';

/** One fact of a point as it might be otherwise; a step's or an option's code, a domain, a number, a truth, or `null` for unknown. */
export interface FactChange {
  readonly fact: string;
  readonly from: FactValue;
  readonly to: FactValue;
  /** Whether the value stands for every domain or option that the rulebook names nowhere. */
  readonly isAnyOther: boolean;
  /** How far it is: a step of a scale, a measure, or a threshold of another number count 1 each, another value 1. */
  readonly distance: number;
}

type BuiltIn = 'probability' | 'harm' | 'domain' | 'measureCount';

const BUILT_IN: readonly BuiltIn[] = ['probability', 'harm', 'domain', 'measureCount'];

/**
 * All changes of one fact that a rulebook could notice, each to the nearest value of its kind: every other step of a
 * scale, every domain or option that a rule names and one for all others, the other truth, and the nearest number
 * across each cut. A known fact does not become unknown, but for the domain, which somebody may reject. Facts that no
 * rule looks at do not count; a derived fact changes through those it is derived from, never by itself.
 */
export function factChanges(rulebook: GradingRulebook, facts: PointFacts): readonly FactChange[] {
  const { requires } = rulebook;
  const conditions = conditionsOf(rulebook);
  const space = factSpace(rulebook, conditions, { always: requires });
  const builtIn = BUILT_IN.flatMap((fact) => {
    const values = space.axes.find(({ name }) => name === fact)?.values ?? [];
    return changesOf(rulebook, fact, values, facts);
  });
  const types = factTypes(rulebook);
  const comparisons = comparisonsByFact(conditions);
  const own = ownFactsLookedAt(rulebook).flatMap((name) => {
    const type = types.get(name);
    if (type === undefined) return [];
    const values = valuesToldApart(type, comparisons.get(name) ?? []);
    return ownChanges(name, type, values, facts.own[name] ?? null);
  });
  return [...builtIn, ...own];
}

/** The facts that people set and that count, be it only through one that is derived from them, as they are declared. */
function ownFactsLookedAt(rulebook: GradingRulebook): readonly string[] {
  const comparisons = comparisonsByFact(conditionsOf(rulebook));
  const declared = declaredFacts(rulebook);
  const counting = declared.filter(({ name }) => comparisons.has(name) || rulebook.requires.includes(name));
  const names = new Set([...counting.map(({ name }) => name), ...counting.flatMap(partsOf)]);
  return declared
    .filter(({ name, derived }) => derived === undefined && names.has(name))
    .map(({ name }) => name);
}

/** The facts after some changes, values of scales on the rulebook's own, and what is derived from them. */
export function withChanges(
  rulebook: GradingRulebook,
  facts: PointFacts,
  changes: readonly Pick<FactChange, 'fact' | 'to'>[],
): PointFacts {
  const { scales } = rulebook;
  const declared = declaredFacts(rulebook);
  const isOwn = ({ fact }: Pick<FactChange, 'fact'>): boolean => declared.some(({ name }) => name === fact);
  const entries = changes
    .filter((change) => !isOwn(change))
    .map(({ fact, to }) => {
      const isOnScale = (fact === 'probability' || fact === 'harm') && to !== null;
      return [fact, isOnScale ? { scale: scales[fact].code, step: to } : to];
    });
  const own = Object.fromEntries(changes.filter(isOwn).map(({ fact, to }) => [fact, to]));
  return {
    ...facts,
    // Every change leads to a value of its fact.
    ...(Object.fromEntries(entries) as Partial<PointFacts>),
    own: withCounts({ ...facts.own, ...own }, declared),
  };
}

function changesOf(
  rulebook: GradingRulebook,
  fact: BuiltIn,
  values: readonly FactValue[],
  facts: PointFacts,
): readonly FactChange[] {
  switch (fact) {
    case 'probability':
    case 'harm':
      return stepChanges(rulebook, fact, facts);
    case 'domain':
      return domainChanges(values, facts.domain);
    case 'measureCount':
      return numberChanges(values, facts.measureCount);
  }
}

function stepChanges(
  { scales }: GradingRulebook,
  fact: 'probability' | 'harm',
  facts: PointFacts,
): readonly FactChange[] {
  const codes = scales[fact].steps.map(({ code }) => code);
  const from = stepOn(scales[fact], facts[fact]);
  if (from === null) return [];
  return codes
    .filter((to) => to !== from)
    .map((to) => {
      const distance = Math.abs(codes.indexOf(to) - codes.indexOf(from));
      return { fact, from, to, isAnyOther: false, distance };
    });
}

// Where rules do not name them all, the last of the axis stands for all that they do not name.
function domainChanges(values: readonly FactValue[], from: PointFacts['domain']): readonly FactChange[] {
  const known = values.filter((value) => value !== null);
  const rest = known.length < KEY_DOMAINS.length ? known.at(-1) : undefined;
  const present = values.includes(from) ? from : rest;
  return values
    .filter((to) => to !== present)
    .map((to) => ({ fact: 'domain', from, to, isAnyOther: to === rest, distance: 1 }));
}

// Each value of the axis is the first number of its class; the class ends where the next begins.
function numberChanges(values: readonly FactValue[], from: number): readonly FactChange[] {
  const firsts = values.flatMap((value) => (typeof value === 'number' ? [value] : []));
  return firsts.flatMap((first, index) => {
    const last = (firsts[index + 1] ?? Infinity) - 1;
    if (from >= first && from <= last) return [];
    const to = from < first ? first : last;
    const distance = Math.abs(to - from);
    return [{ fact: 'measureCount' as const, from, to, isAnyOther: false, distance }];
  });
}
