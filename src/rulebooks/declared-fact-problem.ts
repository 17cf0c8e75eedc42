import type { Texts } from '../language/texts.ts';
import type { DeclaredFact } from './declared-fact.ts';
import { factsOf } from './fact-catalogue.ts';
import type { GradingRulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

/** What can be wrong with the facts that a rulebook declares. */
export function declaredFactProblems({ facts = [] }: GradingRulebook): readonly Problem[] {
  return facts.flatMap((fact, index) => [
    ...nameProblems(fact, facts.slice(0, index), index),
    ...derivationProblems(fact, facts, index),
  ]);
}

function nameProblems(
  { name }: DeclaredFact,
  earlier: readonly DeclaredFact[],
  index: number,
): readonly Problem[] {
  const isTaken = factsOf('grading').some((fact) => fact.name === name);
  if (!isTaken && !earlier.some((fact) => fact.name === name)) return [];
  return [
    {
      path: ['facts', index, 'name'],
      words: ({ rulebooks }: Texts) => rulebooks.meaning['duplicate-name'](name),
    },
  ];
}

function derivationProblems(
  { name, type, of, derived }: DeclaredFact,
  facts: readonly DeclaredFact[],
  index: number,
): readonly Problem[] {
  if (derived === undefined) return [];
  const path = ['facts', index, 'derived'];
  if (type !== 'number')
    return [{ path, words: ({ rulebooks }: Texts) => rulebooks.meaning['derived-not-number'](name) }];
  if ('countPoints' in derived) {
    return of === 'post'
      ? []
      : [{ path, words: ({ rulebooks }: Texts) => rulebooks.meaning['points-not-of-post'](name) }];
  }
  const countable = facts
    .filter((fact) => fact.type === 'boolean' && fact.of === of)
    .map((fact) => fact.name);
  return derived.countTrue
    .filter((part) => !countable.includes(part))
    .map((part) => ({
      path: [...path, 'countTrue'],
      words: ({ rulebooks }: Texts) => rulebooks.meaning['not-countable'](part, countable),
    }));
}
