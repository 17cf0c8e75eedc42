import type { Texts } from '../language/texts.ts';
import type { DeclaredFact } from './declared-fact.ts';
import type { FindingWords, Problem } from './rulebook-finding.ts';

/** What of a fact must never change once values of it are kept. */
export type FactTrait = 'type' | 'of' | 'unit' | 'options' | 'derived';

/** In what a fact of the same name differs from the one that is known; none where values of one are values of the other. */
export function clashes(known: DeclaredFact, other: DeclaredFact): readonly FactTrait[] {
  const lost = (known.options ?? []).some(({ code }) =>
    other.options?.every((option) => option.code !== code),
  );
  return [
    ...(known.type === other.type ? [] : (['type'] as const)),
    ...(known.of === other.of ? [] : (['of'] as const)),
    ...(known.unit?.zh === other.unit?.zh ? [] : (['unit'] as const)),
    ...(known.type === other.type && lost ? (['options'] as const) : []),
    ...(JSON.stringify(known.derived) === JSON.stringify(other.derived) ? [] : (['derived'] as const)),
  ];
}

/** What is wrong with declared facts that a bureau's catalogue knows otherwise, each at its place in the rulebook. */
export function clashProblems(
  declared: readonly DeclaredFact[],
  known: readonly DeclaredFact[],
): readonly Problem[] {
  return declared.flatMap((fact, index): readonly Problem[] => {
    const same = known.find(({ name }) => name === fact.name);
    const traits = same === undefined ? [] : clashes(same, fact);
    if (same === undefined || traits.length === 0) return [];
    const words = ({ facts, formats }: Texts): FindingWords => {
      const { what, fix } = facts.clash(formats.inThisLanguage(same.title), traits);
      return { message: what, fix };
    };
    return [{ path: ['facts', index], words }];
  });
}

/** Facts by name; of two of one name the first counts. */
export function mergedFacts(...lists: readonly (readonly DeclaredFact[])[]): readonly DeclaredFact[] {
  const facts = new Map<string, DeclaredFact>();
  for (const fact of lists.flat()) if (!facts.has(fact.name)) facts.set(fact.name, fact);
  return [...facts.values()];
}
