import { withCounts } from '../rulebooks/derived-value.ts';
import { comparisonsByFact } from '../rulebooks/fact-space.ts';
import { factTypes, type FactType, type FactValue, type RuleFacts } from '../rulebooks/fact-type.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { valuesToldApart } from '../rulebooks/told-apart.ts';
import { conditionsOf } from './engine-rules.ts';

/**
 * All ways in which facts that a rulebook requires could still turn out, as far as its conditions tell them apart. A
 * count of truths follows from those that are known and can only be what the others leave open.
 */
export function completedFacts(
  rulebook: GradingRulebook,
): (facts: RuleFacts, missing: readonly string[]) => readonly RuleFacts[] {
  const types = factTypes(rulebook);
  const comparisons = comparisonsByFact(conditionsOf(rulebook));
  const counts = [...types].flatMap(([name, type]) =>
    isCount(type) && type.countOf ? [[name, type.countOf] as const] : [],
  );
  const isCounted = (name: string): boolean => counts.some(([, parts]) => parts.includes(name));
  return (facts, missing) => {
    const direct = missing.filter((name) => {
      const isCountItself = counts.some(([count]) => count === name);
      return !isCountItself && (comparisons.has(name) || !isCounted(name));
    });
    const known = direct.reduce<readonly RuleFacts[]>(
      (soFar, name) =>
        withEach(soFar, name, valuesToldApart(typeIn(types, name), comparisons.get(name) ?? [])),
      [facts],
    );
    return known
      .map((some) => withCounts(some, declaredFacts(rulebook)))
      .flatMap((some) =>
        counts.reduce<readonly RuleFacts[]>(
          (soFar, [name, parts]) => withEach(soFar, name, possibleCounts(some, name, parts, missing)),
          [some],
        ),
      );
  };
}

/** The numbers that a count can still be: as it is, unless it or all that it lacks must become known. */
function possibleCounts(
  facts: RuleFacts,
  name: string,
  parts: readonly string[],
  missing: readonly string[],
): readonly FactValue[] {
  const value = facts[name] ?? null;
  const open = parts.filter((part) => (facts[part] ?? null) === null);
  const becomesKnown = missing.includes(name) || open.every((part) => missing.includes(part));
  if (value !== null || !becomesKnown) return [value];
  const least = parts.filter((part) => facts[part] === true).length;
  return Array.from({ length: open.length + 1 }, (_, more) => least + more);
}

function withEach(
  soFar: readonly RuleFacts[],
  name: string,
  values: readonly FactValue[],
): readonly RuleFacts[] {
  return soFar.flatMap((facts) => values.map((value) => ({ ...facts, [name]: value })));
}

function isCount(type: FactType): type is Extract<FactType, { type: 'number' }> {
  return type.type === 'number' && type.countOf !== undefined;
}

function typeIn(types: ReadonlyMap<string, FactType>, name: string): FactType {
  const type = types.get(name);
  if (type === undefined) throw new TypeError(`unknown fact ${name}`);
  return type;
}
