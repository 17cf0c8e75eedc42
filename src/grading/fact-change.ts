import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import { factSpace } from '../rulebooks/fact-space.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { PointFacts } from './case.ts';
import { stepOn } from './class.ts';
import { conditionsOf } from './engine-rules.ts';

export type ChangeableFact = 'probability' | 'harm' | 'domain' | 'measureCount';

export type PlainValue = string | number | null;

/** One fact of a point as it might be otherwise; a step's code, a domain, a number, or `null` for unknown. */
export interface FactChange {
  readonly fact: ChangeableFact;
  readonly from: PlainValue;
  readonly to: PlainValue;
  /** Whether the domain stands for every one that the rulebook names nowhere. */
  readonly isAnyOther: boolean;
  /** How far it is: a step of a scale and a measure count 1 each, another domain counts 1. */
  readonly distance: number;
}

const FACTS: readonly ChangeableFact[] = ['probability', 'harm', 'domain', 'measureCount'];

/**
 * All changes of one fact that a rulebook could notice, each to the nearest value of its kind: every other step of a
 * scale, every domain that a rule names and one for all others, and the nearest number across each cut. A known fact
 * does not become unknown, but for the domain, which somebody may reject. Facts that no rule mentions do not count.
 */
export function factChanges(rulebook: GradingRulebook, facts: PointFacts): readonly FactChange[] {
  const { requires } = rulebook;
  const space = factSpace(rulebook, conditionsOf(rulebook), { always: requires });
  return FACTS.flatMap((fact) => {
    const values = space.axes.find(({ name }) => name === fact)?.values ?? [];
    // A grading rulebook's axes hold codes, numbers and unknown; only other kinds of rulebooks have truth values.
    return changesOf(rulebook, fact, values as readonly PlainValue[], facts);
  });
}

/** The facts after some changes, values of scales on the rulebook's own. */
export function withChanges(
  { scales }: GradingRulebook,
  facts: PointFacts,
  changes: readonly Pick<FactChange, 'fact' | 'to'>[],
): PointFacts {
  const entries = changes.map(({ fact, to }) => {
    const isOnScale = (fact === 'probability' || fact === 'harm') && to !== null;
    return [fact, isOnScale ? { scale: scales[fact].code, step: to } : to];
  });
  // Every change leads to a value of its fact.
  return { ...facts, ...(Object.fromEntries(entries) as Partial<PointFacts>) };
}

function changesOf(
  rulebook: GradingRulebook,
  fact: ChangeableFact,
  values: readonly PlainValue[],
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
function domainChanges(values: readonly PlainValue[], from: PointFacts['domain']): readonly FactChange[] {
  const known = values.filter((value) => value !== null);
  const rest = known.length < KEY_DOMAINS.length ? known.at(-1) : undefined;
  const present = values.includes(from) ? from : rest;
  return values
    .filter((to) => to !== present)
    .map((to) => ({ fact: 'domain', from, to, isAnyOther: to === rest, distance: 1 }));
}

// Each value of the axis is the first number of its class; the class ends where the next begins.
function numberChanges(values: readonly PlainValue[], from: number): readonly FactChange[] {
  const firsts = values.flatMap((value) => (typeof value === 'number' ? [value] : []));
  return firsts.flatMap((first, index) => {
    const last = (firsts[index + 1] ?? Infinity) - 1;
    if (from >= first && from <= last) return [];
    const to = from < first ? first : last;
    const distance = Math.abs(to - from);
    return [{ fact: 'measureCount' as const, from, to, isAnyOther: false, distance }];
  });
}
