import type { Texts } from '../language/texts.ts';
import type { GradingRulebook, Rulebook, RuleWords } from '../rulebooks/rulebook.ts';

/** A rulebook as people read it: the matrix as a grid, rules as sentences with their clauses, examples. */
export interface RulesInWords {
  readonly description: string;
  readonly grid: Grid | null;
  readonly rules: readonly RuleInWords[];
  readonly examples: readonly string[];
  readonly clauses: readonly { readonly reference: string; readonly words: string }[];
}

export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly GridCell[] }[];
}

export interface GridCell {
  readonly grade: number;
  readonly words: string;
}

export interface RuleInWords {
  readonly title: string;
  readonly effect: string | null;
  readonly reason: string;
}

/** Says a rulebook in one language. */
export function rulesInWords(rulebook: Rulebook, text: Texts): RulesInWords {
  const { inThisLanguage: say } = text.formats;
  const { example } = text.ruleChanges.version;
  return {
    description: say(rulebook.description),
    grid: rulebook.kind === 'grading' ? gridOf(rulebook, text) : null,
    rules: rulesOf(rulebook, text),
    examples:
      rulebook.kind === 'grading'
        ? rulebook.examples.map(({ name, expect }) =>
            example(say(name), gradeWord(rulebook, expect.grade, text)),
          )
        : rulebook.examples.map(({ name }) => say(name)),
    clauses: rulebook.clauses.map(({ reference, text: words }) => ({
      reference: say(reference),
      words: say(words),
    })),
  };
}

function gridOf(rulebook: GradingRulebook, text: Texts): Grid | null {
  const { base } = rulebook;
  if (!('cells' in base)) return null;
  const { inThisLanguage: say } = text.formats;
  const [rows, columns] = [rulebook.scales[base.rows].steps, rulebook.scales[base.columns].steps];
  const worstFirst = [...columns].reverse();
  return {
    columns: worstFirst.map(say),
    rows: [...rows].reverse().map((row) => ({
      head: say(row),
      cells: worstFirst.flatMap((column) => {
        const cell = base.cells.find((one) => one.row === row.code && one.column === column.code);
        return cell === undefined
          ? []
          : [{ grade: cell.grade, words: gradeWord(rulebook, cell.grade, text) }];
      }),
    })),
  };
}

function rulesOf(rulebook: Rulebook, text: Texts): readonly RuleInWords[] {
  if (rulebook.kind !== 'grading') return rulebook.rules.map((rule) => inWords(rule, null, text));
  const { base } = rulebook;
  const { effectLower, effectNoMilder } = text.ruleChanges.version;
  const decisions =
    'cells' in base
      ? []
      : base.decisions.map((rule) => inWords(rule, gradeWord(rulebook, rule.grade, text), text));
  const adjustments = rulebook.adjustments.map((rule) =>
    inWords(
      rule,
      'lowerBy' in rule.effect
        ? effectLower(String(rule.effect.lowerBy))
        : effectNoMilder(gradeWord(rulebook, rule.effect.noMilderThan, text)),
      text,
    ),
  );
  return [...decisions, ...adjustments];
}

function inWords(rule: RuleWords, effect: string | null, { formats }: Texts): RuleInWords {
  return { title: formats.inThisLanguage(rule.title), effect, reason: formats.inThisLanguage(rule.reason) };
}

function gradeWord({ grades }: GradingRulebook, grade: 1 | 2 | 3 | null, text: Texts): string {
  return grade === null ? text.terms.unassessed : text.formats.inThisLanguage(grades[grade]);
}
