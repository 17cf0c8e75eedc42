import type { DeclaredFact } from './declared-fact.ts';
import { factsOf } from './fact-catalogue.ts';
import type { FactDefinition } from './fact-definition.ts';
import type { BothLanguages, Rulebook } from './rulebook.ts';

/** The facts that a rulebook declares itself. */
export function declaredFacts(rulebook: Rulebook): readonly DeclaredFact[] {
  return rulebook.kind === 'grading' ? (rulebook.facts ?? []) : [];
}

/** Every fact that a rulebook may speak of: the program's for its kind, then those that it declares. */
export function definitionsFor(rulebook: Rulebook): readonly FactDefinition[] {
  return [...factsOf(rulebook.kind), ...declaredFacts(rulebook).map(definitionOf)];
}

/** The definition of one fact; `null` where the rulebook knows no such fact. */
export function definitionIn(rulebook: Rulebook, name: string): FactDefinition | null {
  return definitionsFor(rulebook).find((fact) => fact.name === name) ?? null;
}

/** A declared fact as the catalogue shows it. */
export function definitionOf(fact: DeclaredFact): FactDefinition {
  const { name, title, worse, source, of, derived } = fact;
  return {
    name,
    kind: 'grading',
    ...shapeOf(fact),
    title,
    unit: fact.unit ?? null,
    worse,
    source,
    canBeUnknown: derived === undefined || 'countTrue' in derived,
    ...(of === 'post' ? { of } : {}),
    ...(derived === undefined ? {} : { derived }),
  };
}

function shapeOf({ type, maximum, options = [], ordered, derived }: DeclaredFact) {
  switch (type) {
    case 'number':
      if (derived !== undefined && 'countTrue' in derived) return countShape(derived.countTrue);
      return { type, integer: true, minimum: 0, maximum: maximum ?? null } as const;
    case 'boolean':
      return { type } as const;
    case 'choice':
      return {
        type,
        options: options.map(({ code }) => code),
        ...(ordered === undefined ? {} : { isOrdered: ordered }),
        optionWords: wordsByCode(options),
      } as const;
  }
}

function countShape(parts: readonly string[]) {
  return { type: 'number', integer: true, minimum: 0, maximum: parts.length, countOf: parts } as const;
}

function wordsByCode(
  options: readonly (BothLanguages & { readonly code: string })[],
): Readonly<Record<string, BothLanguages>> {
  return Object.fromEntries(options.map(({ code, zh, en }) => [code, { zh, en }]));
}
