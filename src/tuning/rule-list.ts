import type { FactDefinition } from '../rulebooks/fact-definition.ts';
import type { DecisionRule } from '../rulebooks/grading-base.ts';
import type {
  AdjustmentRule,
  BaseRule,
  CoverageRule,
  DomainRule,
  MatrixCell,
  Rulebook,
} from '../rulebooks/rulebook.ts';
import { definitionsFor } from '../rulebooks/rulebook-facts.ts';

/** Where in a rulebook rules stand one after the other that people add, change, move and remove. */
export const RULE_LISTS = ['reasons', 'adjustments', 'decisions', 'rules'] as const;

export type RuleList = (typeof RULE_LISTS)[number];

export type EditableRule = BaseRule | AdjustmentRule | DecisionRule | CoverageRule | DomainRule;

/** What a rule does where it applies. */
export type RuleEffect =
  | Pick<AdjustmentRule, 'effect'>
  | Pick<DecisionRule, 'grade'>
  | Pick<CoverageRule, 'status'>
  | Pick<DomainRule, 'domain'>
  /** It is the reason of cells of the matrix, which name it. */
  | { readonly isReason: true };

/** The rules of a list; `null` where the rulebook has no such list. */
export function rulesIn(rulebook: Rulebook, list: RuleList): readonly EditableRule[] | null {
  if (rulebook.kind !== 'grading') return list === 'rules' ? rulebook.rules : null;
  if (list === 'adjustments') return rulebook.adjustments;
  if (list === 'reasons') return 'cells' in rulebook.base ? rulebook.base.rules : null;
  return list === 'decisions' && 'decisions' in rulebook.base ? rulebook.base.decisions : null;
}

/** The lists that a rulebook has, in the order in which they take effect. */
export function listsOf(rulebook: Rulebook): readonly RuleList[] {
  return RULE_LISTS.filter((list) => rulesIn(rulebook, list) !== null).reverse();
}

/** The facts that rules of a list may speak of: the reasons of a matrix, of what makes its cells; others, of all. */
export function factsFor(rulebook: Rulebook, list: RuleList): readonly FactDefinition[] {
  const all = definitionsFor(rulebook);
  if (list !== 'reasons' || rulebook.kind !== 'grading' || !('cells' in rulebook.base)) return all;
  const axes: readonly string[] = [rulebook.base.rows, rulebook.base.columns];
  return all.filter(({ name }) => axes.includes(name));
}

/** In which lists a rule of this shape may stand. */
export function ruleListOf(rule: EditableRule): readonly RuleList[] {
  if ('effect' in rule) return ['adjustments'];
  if ('grade' in rule) return ['decisions'];
  return 'status' in rule || 'domain' in rule ? ['rules'] : ['reasons'];
}

/** The rulebook with other rules in one of its lists; the rules are of that list's shape. */
export function withRules(rulebook: Rulebook, list: RuleList, rules: readonly EditableRule[]): Rulebook {
  // Whoever puts a rule into a list has asked ruleListOf before, which the compiler cannot follow.
  if (rulebook.kind !== 'grading') return { ...rulebook, rules } as Rulebook;
  // The list is adjustments, so its rules are.
  if (list === 'adjustments') return { ...rulebook, adjustments: rules as readonly AdjustmentRule[] };
  // The list is reasons, so the base is a matrix.
  if (list === 'reasons') return { ...rulebook, base: { ...rulebook.base, rules } };
  // The list is decisions, so its rules are.
  return { ...rulebook, base: { ...rulebook.base, decisions: rules } } as Rulebook;
}

/** The rulebook with the cells of its matrix naming a base rule by another name, or with `null` no more. */
export function withCellRule(rulebook: Rulebook, name: string, to: string | null): Rulebook {
  if (rulebook.kind !== 'grading' || !('cells' in rulebook.base) || name === to) return rulebook;
  const renamed = ({ rules, ...cell }: MatrixCell): MatrixCell => ({
    ...cell,
    rules: rules.flatMap((rule) => (rule !== name ? [rule] : to === null ? [] : [to])),
  });
  return { ...rulebook, base: { ...rulebook.base, cells: rulebook.base.cells.map(renamed) } };
}
