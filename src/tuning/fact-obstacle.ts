import { clashes, type FactTrait } from '../rulebooks/fact-clash.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import type { BothLanguages } from '../rulebooks/rulebook.ts';

/** What speaks of a fact of a bureau. */
export interface FactUse {
  /** Versions and drafts of rulebooks that declare it, each with its version where it is none of a draft. */
  readonly rulebooks: readonly { readonly name: string; readonly version: string | null }[];
  /** Facts that count it. */
  readonly countedBy: readonly BothLanguages[];
  /** How many points and posts have a value of it. */
  readonly values: number;
  /** The options that are chosen somewhere. */
  readonly options: readonly string[];
  /** The largest number that is recorded; `null` where none is. */
  readonly largest: number | null;
}

/** What stands in the way of a change of a fact. */
export type FactObstacle =
  | {
      readonly kind: 'rulebooks';
      readonly traits: readonly FactTrait[];
      readonly rulebooks: FactUse['rulebooks'];
    }
  | { readonly kind: 'values'; readonly traits: readonly FactTrait[]; readonly values: number }
  | { readonly kind: 'options'; readonly options: readonly BothLanguages[] }
  | { readonly kind: 'maximum'; readonly largest: number }
  | { readonly kind: 'counted'; readonly by: readonly BothLanguages[] };

/**
 * What a change of a declared fact would break: rulebooks that declare it otherwise could not come into force any more,
 * and values would mean something else, or nothing. Its words, which way is worse, whether its options have an order,
 * more options and more room for numbers break nothing.
 */
export function factObstacles(
  known: DeclaredFact,
  changed: DeclaredFact,
  use: FactUse,
): readonly FactObstacle[] {
  const traits = clashes(known, changed);
  const meant = traits.filter((trait) => trait !== 'options');
  const lost = (known.options ?? []).filter(
    ({ code }) => use.options.includes(code) && !changed.options?.some((option) => option.code === code),
  );
  const isUncountable = changed.type !== 'boolean' || changed.of !== known.of;
  const { rulebooks, values, largest, countedBy } = use;
  return [
    ...(traits.length > 0 && rulebooks.length > 0 ? [{ kind: 'rulebooks' as const, traits, rulebooks }] : []),
    ...(meant.length > 0 && values > 0 ? [{ kind: 'values' as const, traits: meant, values }] : []),
    ...(!meant.includes('type') && lost.length > 0 ? [{ kind: 'options' as const, options: lost }] : []),
    ...(largest !== null && largest > (changed.maximum ?? Infinity)
      ? [{ kind: 'maximum' as const, largest }]
      : []),
    ...(isUncountable && countedBy.length > 0 ? [{ kind: 'counted' as const, by: countedBy }] : []),
  ];
}

/** Whether a change leaves values what they are, so that only what is said of the fact changes. */
export function isOnlySaid(known: DeclaredFact, changed: DeclaredFact): boolean {
  return clashes(known, changed).length === 0;
}
