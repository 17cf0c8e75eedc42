import { conditionProblems } from '../rulebooks/condition-problem.ts';
import { factTypes } from '../rulebooks/fact-type.ts';
import { placedRules } from '../rulebooks/placed-rules.ts';
import type { Clause, Rulebook } from '../rulebooks/rulebook.ts';
import { refuse, type EditFault, type EditResult } from './edit-fault.ts';
import type { DraftEdit } from './draft-change.ts';
import { editBase } from './base-edit.ts';
import { editClause } from './clause-edit.ts';
import { withUsed } from './used-facts.ts';
import { withExampleRule } from './example-rules.ts';
import { editGrading } from './grading-edit.ts';
import type { Standing } from './scale-change.ts';
import { editScale } from './scale-edit.ts';
import {
  ruleListOf,
  rulesIn,
  withCellRule,
  withRules,
  type EditableRule,
  type RuleList,
} from './rule-list.ts';

/**
 * What a draft is after one change. Pure: the page's scripts know none of this.
 * @param standing what a grading draft's scales are compared with; `null` for other kinds
 */
export function edit(rulebook: Rulebook, change: DraftEdit, standing: Standing | null = null): EditResult {
  switch (change.kind) {
    case 'put-rule':
      return putRule(rulebook, change);
    case 'move-rule':
      return moveRule(rulebook, change);
    case 'remove-rule':
      return removeRule(rulebook, change);
    case 'remove-example':
      return removeExample(rulebook, change);
    case 'put-clause':
    case 'remove-clause':
      return editClause(rulebook, change);
    case 'set-rows':
    case 'set-reasons':
    case 'set-hit-policy':
    case 'set-otherwise':
      return rulebook.kind === 'grading' ? editBase(rulebook, change) : refuse('base', 'unfit');
    case 'name-steps':
    case 'add-step':
    case 'move-step':
    case 'remove-step':
    case 'map-scale':
      if (rulebook.kind !== 'grading' || standing === null) return refuse('step', 'unfit');
      return editScale(rulebook, change, standing);
    default:
      return rulebook.kind === 'grading' ? editGrading(rulebook, change) : refuse('list', 'unfit');
  }
}

function removeExample(
  rulebook: Rulebook,
  { at }: Extract<DraftEdit, { kind: 'remove-example' }>,
): EditResult {
  if (rulebook.examples[at] === undefined) return refuse('example', 'gone');
  const examples = rulebook.examples.filter((_, position) => position !== at);
  // Fewer examples of the same kind are still that kind's, which the compiler loses over the union.
  return { rulebook: { ...rulebook, examples } as Rulebook };
}

type PutRule = Extract<DraftEdit, { kind: 'put-rule' }>;
type RuleOrder = readonly EditableRule[] | null;

function putRule(rulebook: Rulebook, change: PutRule): EditResult {
  const { list, replaces, rule, clause } = change;
  const rules = rulesIn(rulebook, list);
  if (rules === null || !ruleListOf(rule).includes(list)) return refuse('list', 'unfit');
  if (replaces !== null && !rules.some(({ name }) => name === replaces)) return refuse('rule', 'gone');
  const clauses = clause === null ? rulebook.clauses : [...rulebook.clauses, clause];
  const extended = withUsed({ ...rulebook, clauses }, rule.when, change.added ?? []);
  const fault = ruleFault(extended, rule, replaces, clause);
  if (fault !== null) return { faults: [fault] };
  const put = placed(rules, change);
  if (put === null) return refuse('place', 'gone');
  const changed = withRules(extended, list, put);
  return { rulebook: replaces === null ? changed : withNamed(changed, list, replaces, rule.name) };
}

/** The list with the rule in it; `null` where the rule that it is to stand behind is not in it. */
function placed(rules: readonly EditableRule[], { replaces, rule, after }: PutRule): RuleOrder {
  if (after === undefined)
    return replaces === null ? [...rules, rule] : rules.map((old) => (old.name === replaces ? rule : old));
  const others = rules.filter(({ name }) => name !== replaces);
  const at = after === null ? 0 : others.findIndex(({ name }) => name === after) + 1;
  return at === 0 && after !== null ? null : [...others.slice(0, at), rule, ...others.slice(at)];
}

function ruleFault(
  rulebook: Rulebook,
  rule: EditableRule,
  replaces: string | null,
  clause: Clause | null,
): EditFault | null {
  const { title, reason, name } = rule;
  if (name === '') return { field: 'name', fault: 'missing' };
  if (name !== replaces && ruleNames(rulebook).includes(name)) return { field: 'name', fault: 'taken' };
  if (title.zh === '' || title.en === '') return { field: 'title', fault: 'missing' };
  if (reason.zh === '' || reason.en === '') return { field: 'reason', fault: 'missing' };
  const same = rulebook.clauses.filter(({ code }) => code === rule.clause);
  if (same.length === 0) return { field: 'clause', fault: 'missing' };
  if (clause !== null && same.length > 1) return { field: 'clause', fault: 'taken' };
  const problems = conditionProblems(rule.when, [], factTypes(rulebook));
  return problems.length === 0 ? null : { field: 'when', fault: 'unfit' };
}

function moveRule(
  rulebook: Rulebook,
  { list, name, by }: Extract<DraftEdit, { kind: 'move-rule' }>,
): EditResult {
  const rules = rulesIn(rulebook, list);
  const at = rules?.findIndex((rule) => rule.name === name) ?? -1;
  const moved = rules?.[at];
  const other = rules?.[at + by];
  if (rules === null || moved === undefined) return refuse('rule', 'gone');
  if (other === undefined) return { rulebook };
  const order = rules.map((rule) => (rule === moved ? other : rule === other ? moved : rule));
  return { rulebook: withRules(rulebook, list, order) };
}

function removeRule(
  rulebook: Rulebook,
  { list, name }: Extract<DraftEdit, { kind: 'remove-rule' }>,
): EditResult {
  const rules = rulesIn(rulebook, list);
  if (rules?.some((rule) => rule.name === name) !== true) return refuse('rule', 'gone');
  if (rules.length === 1 && list !== 'adjustments') return refuse('rule', 'needed');
  const kept = rules.filter((rule) => rule.name !== name);
  if (list === 'reasons' && isOnlyReason(rulebook, name)) return refuse('cell-reason', 'alone');
  return { rulebook: withNamed(withRules(rulebook, list, kept), list, name, null) };
}

/** What names a rule – examples, cells of the matrix – follows it. */
function withNamed(rulebook: Rulebook, list: RuleList, name: string, to: string | null): Rulebook {
  const inExamples = withExampleRule(rulebook, name, to);
  return list === 'reasons' ? withCellRule(inExamples, name, to) : inExamples;
}

function isOnlyReason(rulebook: Rulebook, name: string): boolean {
  if (rulebook.kind !== 'grading' || !('cells' in rulebook.base)) return false;
  return rulebook.base.cells.some(({ rules }) => rules.length === 1 && rules[0] === name);
}

function ruleNames(rulebook: Rulebook): readonly string[] {
  return placedRules(rulebook).map(({ rule }) => rule.name);
}
