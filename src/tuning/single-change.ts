import type { PointFacts } from '../grading/case.ts';
import { comparisonsOf } from '../rulebooks/condition.ts';
import type {
  AdjustmentEffect,
  Comparison,
  Condition,
  Grade,
  GradingRulebook,
} from '../rulebooks/rulebook.ts';
import type { DraftEdit } from './draft-change.ts';
import { rulesIn, type EditableRule, type RuleList } from './rule-list.ts';

/** One small change of a grading rulebook, such as could be made by hand in a single place. */
export type SingleChange =
  | { readonly kind: 'cell'; readonly row: string; readonly column: string; readonly grade: Grade }
  | { readonly kind: 'decision'; readonly rule: string; readonly grade: Grade }
  | { readonly kind: 'effect'; readonly rule: string; readonly effect: AdjustmentEffect }
  | {
      readonly kind: 'threshold';
      readonly list: RuleList;
      readonly rule: string;
      /** Which comparison of the rule, in the order in which it is written. */
      readonly at: number;
      readonly value: number;
    };

const GRADES: readonly Grade[] = [1, 2, 3];

const EFFECTS: readonly AdjustmentEffect[] = [
  ...([1, 2] as const).map((lowerBy) => ({ lowerBy })),
  ...GRADES.map((noMilderThan) => ({ noMilderThan })),
];

/**
 * Every single change that could matter to these points. Of a threshold only the values next to a point's own: any
 * other tells the points apart as one of these does, and lies farther from where the threshold is.
 */
export function singleChanges(
  rulebook: GradingRulebook,
  points: readonly PointFacts[],
): readonly SingleChange[] {
  const { base, adjustments } = rulebook;
  const cells = 'cells' in base ? base.cells : [];
  const decisions = 'decisions' in base ? base.decisions : [];
  return [
    ...cells.flatMap(({ row, column, grade: now }) =>
      otherThan(now).map((grade) => ({ kind: 'cell' as const, row, column, grade })),
    ),
    ...decisions.flatMap(({ name, grade: now }) =>
      otherThan(now).map((grade) => ({ kind: 'decision' as const, rule: name, grade })),
    ),
    ...adjustments.flatMap(({ name, effect: now }) =>
      EFFECTS.filter((effect) => JSON.stringify(effect) !== JSON.stringify(now)).map((effect) => ({
        kind: 'effect' as const,
        rule: name,
        effect,
      })),
    ),
    ...(['decisions', 'adjustments'] as const).flatMap((list) =>
      (rulesIn(rulebook, list) ?? []).flatMap((rule) => thresholdsOf(list, rule, points)),
    ),
  ];
}

/** The change as the workbench makes it; `null` where the rulebook has no such place. */
export function editOf(rulebook: GradingRulebook, change: SingleChange): DraftEdit | null {
  if (change.kind === 'cell') {
    const { row, column, grade } = change;
    return { kind: 'set-cells', cells: [{ row, column, grade }] };
  }
  const list = listOf(change);
  const rule = rulesIn(rulebook, list)?.find(({ name }) => name === change.rule);
  const changed = rule === undefined ? null : changedRule(rule, change);
  if (changed === null) return null;
  return { kind: 'put-rule', list, replaces: change.rule, rule: changed, clause: null };
}

/** A change as a form posts it. */
export function changeCode(change: SingleChange): string {
  switch (change.kind) {
    case 'cell':
      return ['cell', change.row, change.column, change.grade].join('/');
    case 'decision':
      return ['decision', change.rule, change.grade].join('/');
    case 'effect':
      return 'lowerBy' in change.effect
        ? ['lower', change.rule, change.effect.lowerBy].join('/')
        : ['floor', change.rule, change.effect.noMilderThan].join('/');
    case 'threshold':
      return ['threshold', change.list, change.rule, change.at, change.value].join('/');
  }
}

/** The change that a form names; `null` where it is none. Whether it fits is the reducer's. */
export function readChange(code: string): SingleChange | null {
  const [kind, one = '', two = '', three = '', four = ''] = code.split('/');
  const grade = (text: string): Grade | undefined => GRADES.find((known) => String(known) === text);
  const [second, third] = [grade(two), grade(three)];
  switch (kind) {
    case 'cell':
      return third === undefined ? null : { kind, row: one, column: two, grade: third };
    case 'decision':
      return second === undefined ? null : { kind, rule: one, grade: second };
    case 'lower':
      return second === 1 || second === 2 ? { kind: 'effect', rule: one, effect: { lowerBy: second } } : null;
    case 'floor':
      return second === undefined ? null : { kind: 'effect', rule: one, effect: { noMilderThan: second } };
    case 'threshold': {
      const list = (['decisions', 'adjustments'] as const).find((known) => known === one);
      if (list === undefined || !/^\d{1,4}$/u.test(three) || !/^\d{1,15}$/u.test(four)) return null;
      return { kind, list, rule: two, at: Number(three), value: Number(four) };
    }
    default:
      return null;
  }
}

function otherThan(now: Grade): readonly Grade[] {
  return GRADES.filter((grade) => grade !== now);
}

function listOf(change: Exclude<SingleChange, { kind: 'cell' }>): RuleList {
  if (change.kind === 'threshold') return change.list;
  return change.kind === 'effect' ? 'adjustments' : 'decisions';
}

function changedRule(
  rule: EditableRule,
  change: Exclude<SingleChange, { kind: 'cell' }>,
): EditableRule | null {
  if (change.kind === 'decision') return 'grade' in rule ? { ...rule, grade: change.grade } : null;
  if (change.kind === 'effect') return 'effect' in rule ? { ...rule, effect: change.effect } : null;
  const now = comparisonsOf(rule.when)[change.at];
  if (typeof now?.value !== 'number') return null;
  const [when] = replaced(rule.when, change.at, { ...now, value: change.value });
  return { ...rule, when };
}

/** The condition with its n-th comparison replaced, and how many comparisons it has. */
function replaced(condition: Condition, at: number, by: Comparison): readonly [Condition, number] {
  if ('not' in condition) {
    const [inner, count] = replaced(condition.not, at, by);
    return [{ not: inner }, count];
  }
  if ('fact' in condition) return [at === 0 ? by : condition, 1];
  const parts = 'all' in condition ? condition.all : condition.any;
  let passed = 0;
  const changed = parts.map((part) => {
    const [inner, count] = replaced(part, at - passed, by);
    passed += count;
    return inner;
  });
  return ['all' in condition ? { all: changed } : { any: changed }, passed];
}

function thresholdsOf(
  list: 'decisions' | 'adjustments',
  { name: rule, when }: EditableRule,
  points: readonly PointFacts[],
): readonly SingleChange[] {
  return comparisonsOf(when).flatMap(({ fact, operator, value: now }, at) => {
    const beside = BESIDE[operator];
    if (beside === undefined || typeof now !== 'number') return [];
    const values = points.flatMap((point) => {
      const known = fact === 'measureCount' ? point.measureCount : point.own[fact];
      return typeof known === 'number' ? beside.map((step) => known + step) : [];
    });
    const others = [...new Set(values)].filter((value) => value !== now && value >= 0);
    return others.map((value) => ({ kind: 'threshold' as const, list, rule, at, value }));
  });
}

/** Where a threshold just takes a number in and just leaves it out, counted from the number. Numbers are whole. */
const BESIDE: Readonly<Partial<Record<Comparison['operator'], readonly number[]>>> = {
  lessThan: [0, 1],
  atLeast: [0, 1],
  atMost: [-1, 0],
  greaterThan: [-1, 0],
};
