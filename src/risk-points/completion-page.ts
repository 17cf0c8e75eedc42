import type { Completion } from '../grading/completion.ts';
import type { Texts } from '../language/texts.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import { factName, factValue } from './fact-words-page.ts';

/** What each step of the missing facts would give: a list for one fact, a crosstab for two. */
export interface CompletionTable {
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly GradeTag[] }[];
}

/** `null` where nothing is missing, or where even all steps would give no grade. */
export function completionTable(
  completions: readonly Completion[],
  rulebook: GradingRulebook,
  text: Texts,
): CompletionTable | null {
  const [first] = completions;
  const [rowFact, columnFact] = first?.steps.map(({ fact }) => fact) ?? [];
  if (rowFact === undefined || completions.every(({ grade }) => grade === null)) return null;
  const { corner, grade } = text.otherwise;
  const stepsAt = (place: number): readonly FactValue[] => [
    ...new Set(completions.flatMap(({ steps }) => (steps[place] === undefined ? [] : [steps[place].to]))),
  ];
  const nameOf = (fact: string) => (value: FactValue) =>
    value === null ? text.terms.unassessed : factValue(fact, value, rulebook, text);
  const title = factName(rowFact, rulebook, text);
  return {
    corner: columnFact === undefined ? title : corner(title, factName(columnFact, rulebook, text)),
    columns: columnFact === undefined ? [grade] : stepsAt(1).map(nameOf(columnFact)),
    rows: stepsAt(0).map((step) => ({
      name: nameOf(rowFact)(step),
      cells: completions.filter(({ steps }) => steps[0]?.to === step).map((one) => gradeTag(one.grade, text)),
    })),
  };
}
