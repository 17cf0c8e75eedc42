import type { Texts } from '../language/texts.ts';
import type { GradingRulebook, Rulebook } from '../rulebooks/rulebook.ts';
import { ruleDecides, type RuleDecides } from './effect/rule-decides-page.ts';
import { listsOf, rulesIn, type EditableRule } from './rule-list.ts';
import { otherwiseOf } from './rule-list-page.ts';
import { ruleSentence } from './rule-words.ts';
import { sayingIn, type RulePart, type Saying } from './saying.ts';

/** A rulebook as people read it: the matrix as a grid, rules as sentences with their clauses, examples. */
export interface RulesInWords {
  readonly description: string;
  readonly grid: Grid | null;
  readonly rules: readonly RuleInWords[];
  readonly otherwise: string | null;
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
  /** When it applies and what then holds. */
  readonly parts: readonly RulePart[];
  readonly basis: string;
  readonly reason: string;
  /** How much it decides; `null` where that cannot be said. */
  readonly decides: RuleDecides | null;
}

/** Says a rulebook in one language; takes how much each rule decides, by its name, where that is known. */
export function rulesInWords(
  rulebook: Rulebook,
  text: Texts,
  decides: ReadonlyMap<string, number> | null = null,
): RulesInWords {
  const { inThisLanguage: say } = text.formats;
  const { example } = text.ruleChanges.version;
  return {
    description: say(rulebook.description),
    grid: rulebook.kind === 'grading' ? gridOf(rulebook, text) : null,
    rules: rulesOf(rulebook, decides, sayingIn(rulebook, text)),
    otherwise: otherwiseOf(sayingIn(rulebook, text)),
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

function rulesOf(
  rulebook: Rulebook,
  decides: ReadonlyMap<string, number> | null,
  saying: Saying,
): readonly RuleInWords[] {
  return listsOf(rulebook).flatMap((list) =>
    (rulesIn(rulebook, list) ?? []).map((rule) => ({
      ...inWords(rule, saying),
      decides: ruleDecides(rulebook.kind, rule.name, decides, saying.text),
    })),
  );
}

function inWords(rule: EditableRule, saying: Saying): Omit<RuleInWords, 'decides'> {
  const { rulebook, text } = saying;
  const { inThisLanguage: say } = text.formats;
  const clause = rulebook.clauses.find(({ code }) => code === rule.clause);
  return {
    title: say(rule.title),
    parts: ruleSentence(rule, saying),
    basis: text.workbench.basis(clause === undefined ? rule.clause : say(clause.reference)),
    reason: say(rule.reason),
  };
}

function gradeWord({ grades }: GradingRulebook, grade: 1 | 2 | 3 | null, text: Texts): string {
  return grade === null ? text.terms.unassessed : text.formats.inThisLanguage(grades[grade]);
}
