import { isNumberClass, type CaseFacts, type OwnClass } from '../grading/case.ts';
import { stepOn } from '../grading/class.ts';
import type { Verdict } from '../grading/verdict.ts';
import type { MatrixBase } from '../rulebooks/grading-base.ts';
import { definitionIn } from '../rulebooks/rulebook-facts.ts';
import { reasonsIn } from '../rulebooks/grading-rules.ts';
import type {
  AdjustmentEffect,
  BothLanguages,
  Clause,
  Comparison,
  Condition,
  Grade,
  GradingRulebook,
  RuleWords,
} from '../rulebooks/rulebook.ts';

/** What is to become of a case: the grade, what the rules say of it now, and why it should change. */
export interface CaseChange {
  readonly facts: CaseFacts;
  readonly verdict: Verdict;
  readonly grade: Grade;
  readonly title: BothLanguages;
  readonly reason: BothLanguages;
}

/**
 * A rulebook that gives a case another grade: where the base decides, by this one cell of its matrix (or by a decision
 * before all others of its table); where an adjustment does, by an adjustment for this case. `null` where neither can:
 * a grade that an adjustment holds up is not lowered by another. Takes and gives a sound rulebook; whether its
 * examples still hold, its check says.
 */
export function draftForCase(rulebook: GradingRulebook, change: CaseChange): GradingRulebook | null {
  const { verdict, grade } = change;
  if (verdict.grade === null || verdict.grade === grade) return null;
  const isAdjusted = verdict.because.some(({ rule }) =>
    rulebook.adjustments.some(({ name }) => name === rule),
  );
  if (isAdjusted) return withAdjustment(rulebook, change, verdict.grade);
  const { base } = rulebook;
  if ('cells' in base) return withCell(rulebook, base, change);
  if (base.hitPolicy === 'any') return withAdjustment(rulebook, change, verdict.grade);
  const when = conditionOf(rulebook, change.facts);
  if (when === null) return null;
  const { words, clauses } = namedChange(rulebook, change);
  return {
    ...rulebook,
    clauses,
    base: { ...base, decisions: [{ ...words, when, grade }, ...base.decisions] },
  };
}

function withCell(rulebook: GradingRulebook, base: MatrixBase, change: CaseChange): GradingRulebook | null {
  const row = stepOn(rulebook.scales[base.rows], change.facts[base.rows]);
  const column = stepOn(rulebook.scales[base.columns], change.facts[base.columns]);
  if (row === null || column === null) return null;
  const { words, clauses } = namedChange(rulebook, change);
  const when: Condition = {
    all: [
      { fact: base.rows, operator: 'equal', value: row },
      { fact: base.columns, operator: 'equal', value: column },
    ],
  };
  const cells = base.cells.map((cell) =>
    cell.row === row && cell.column === column ? { ...cell, grade: change.grade, rules: [words.name] } : cell,
  );
  return { ...rulebook, clauses, base: { ...base, rules: [...base.rules, { ...words, when }], cells } };
}

function withAdjustment(rulebook: GradingRulebook, change: CaseChange, from: Grade): GradingRulebook | null {
  const when = conditionOf(rulebook, change.facts);
  const effect = effectFor(rulebook, change, from);
  if (when === null || effect === null) return null;
  const { words, clauses } = namedChange(rulebook, change);
  return { ...rulebook, clauses, adjustments: [...rulebook.adjustments, { ...words, when, effect }] };
}

/** Effects apply in the order base, lower-by, no-milder-than (architecture: 'Meaning, fixed once'). */
function effectFor(
  { adjustments }: GradingRulebook,
  { verdict, grade }: CaseChange,
  from: Grade,
): AdjustmentEffect | null {
  if (grade < from) return { noMilderThan: grade };
  const names = verdict.grade === null ? [] : [...verdict.because, ...verdict.also].map(({ rule }) => rule);
  const isHeld = adjustments.some(({ name, effect }) => names.includes(name) && 'noMilderThan' in effect);
  if (isHeld) return null;
  return { lowerBy: grade - from === 1 ? 1 : 2 };
}

/** The condition that holds of this case and of no other; `null` where a value stands on none of the rulebook's steps. */
function conditionOf(rulebook: GradingRulebook, facts: CaseFacts): Condition | null {
  const comparisons: Comparison[] = [];
  for (const fact of ['probability', 'harm'] as const) {
    const step = stepOn(rulebook.scales[fact], facts[fact]);
    if (facts[fact] !== null && step === null) return null;
    comparisons.push(step === null ? unknown(fact) : { fact, operator: 'equal', value: step });
  }
  comparisons.push(...ofClass('domain', facts.domain), ...ofClass('measureCount', facts.measureCount));
  for (const [fact, value] of Object.entries(facts.own)) {
    if (definitionIn(rulebook, fact) !== null) comparisons.push(...ofClass(fact, value));
  }
  return { all: comparisons };
}

function ofClass(fact: string, value: OwnClass): readonly Comparison[] {
  if (value === null) return [unknown(fact)];
  if (!isNumberClass(value)) return [{ fact, operator: 'equal', value }];
  const { from, below } = value;
  return [
    ...(from === null ? [] : [{ fact, operator: 'atLeast' as const, value: from }]),
    ...(below === null ? [] : [{ fact, operator: 'lessThan' as const, value: below }]),
  ];
}

function unknown(fact: string): Comparison {
  return { fact, operator: 'isUnknown' };
}

/** The words of the new rule under a name of its own, and the clauses with the one that it rests on. */
function namedChange(
  rulebook: GradingRulebook,
  { title, reason }: CaseChange,
): { readonly words: RuleWords; readonly clauses: readonly Clause[] } {
  const taken = new Set(
    [...reasonsIn(rulebook), ...rulebook.clauses.map(({ code }) => ({ name: code }))].map(({ name }) => name),
  );
  const name = firstFree('calibration', taken);
  const clause = { code: name, reference: title, text: reason };
  return { words: { name, title, reason, clause: name }, clauses: [...rulebook.clauses, clause] };
}

function firstFree(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = `${stem}-${String(number)}`;
    if (!taken.has(name)) return name;
  }
}
