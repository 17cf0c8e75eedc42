import type { BothLanguages, Condition, Rulebook } from './rulebook.ts';

type Path = readonly (string | number)[];

/** A rule and where it stands in its rulebook. */
export interface PlacedRule {
  readonly rule: {
    readonly name: string;
    readonly title: BothLanguages;
    readonly clause: string;
    readonly when?: Condition;
  };
  readonly path: Path;
}

/** Every rule of a rulebook that has a name, and where it stands. */
export function placedRules(rulebook: Rulebook): readonly PlacedRule[] {
  if (rulebook.kind !== 'grading') return atTheirPlaces(rulebook.rules, ['rules']);
  const { base, adjustments } = rulebook;
  return [
    ...('cells' in base
      ? atTheirPlaces(base.rules, ['base', 'rules'])
      : [
          ...atTheirPlaces(base.decisions, ['base', 'decisions']),
          ...(base.otherwise === undefined ? [] : [{ rule: base.otherwise, path: ['base', 'otherwise'] }]),
        ]),
    ...atTheirPlaces(adjustments, ['adjustments']),
  ];
}

function atTheirPlaces(rules: readonly PlacedRule['rule'][], path: Path): readonly PlacedRule[] {
  return rules.map((rule, index) => ({ rule, path: [...path, index] }));
}

/** Where the rule of a name stands; the rulebook itself where it has none. */
export function placeOfRule(rulebook: Rulebook, name: string): Path {
  return placedRules(rulebook).find(({ rule }) => rule.name === name)?.path ?? [];
}

/** What people call a rule: its title, or its name where there is no such rule. */
export function titleOfRule(rulebook: Rulebook, name: string): BothLanguages {
  return placedRules(rulebook).find(({ rule }) => rule.name === name)?.rule.title ?? { zh: name, en: name };
}
