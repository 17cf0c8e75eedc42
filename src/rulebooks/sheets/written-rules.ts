import { comparisonsOf } from '../condition.ts';
import type { Condition, Rulebook, RuleWords } from '../rulebook.ts';
import { cellOfText } from './cell-text.ts';
import { factColumn, factsShown } from './fact-columns.ts';
import { piecesOf, placedCondition } from './placed-condition.ts';
import { effectCode, effectsOf, gradesOf } from './grade-codes.ts';
import { DOMAINS, listsFor, STATUSES, type ListKey } from './sheet-codes.ts';
import type { BookSheet } from './sheet.ts';
import { closed, column, tableSheet } from './table-sheet.ts';
import type { Vocabulary } from './vocabulary.ts';
import { clausesOf } from './written-clauses.ts';

/** A rule in its list, and what it leads to in words. */
interface ListedRule {
  readonly list: ListKey;
  readonly rule: RuleWords & { readonly when?: Condition };
  readonly result: string;
}

/** One rule a row, one fact a column: a decision table. */
export function rulesSheet(rulebook: Rulebook, words: Vocabulary): BookSheet {
  const listed = listedRules(rulebook);
  const used = listed.flatMap(({ rule }) => (rule.when === undefined ? [] : comparisonsOf(rule.when)));
  const facts = factsShown(
    used.map(({ fact }) => fact),
    words,
  );
  const placed = listed.map(({ rule }) =>
    rule.when === undefined
      ? { cells: new Map<string, string>(), text: '' }
      : placedCondition(rule.when, facts, words),
  );
  const pieces = placed.map(({ text }) => piecesOf(text));
  const others = Math.max(1, ...pieces.map(({ length }) => length));
  const isMatrix = rulebook.kind === 'grading' && 'cells' in rulebook.base;
  const lists = listsFor(isMatrix, rulebook.kind);
  const columns = [
    ...[column('list', closed(lists.words)), column('code'), column('titleZh'), column('titleEn')],
    ...facts.map((fact) => factColumn(fact, words)),
    ...Array.from({ length: others }, () => column('other')),
    ...[column('result', closed(resultsOf(rulebook))), column('clause', closed(clausesOf(rulebook)))],
    ...[column('reasonZh'), column('reasonEn')],
  ];
  const rows = listed.map(({ list, rule, result }, index) => [
    ...[lists.wordFor(list), rule.name, cellOfText(rule.title.zh), cellOfText(rule.title.en)],
    ...facts.map((fact) => placed[index]?.cells.get(fact) ?? ''),
    ...Array.from({ length: others }, (_, at) => pieces[index]?.[at] ?? ''),
    ...[result, rule.clause, cellOfText(rule.reason.zh), cellOfText(rule.reason.en)],
  ]);
  return tableSheet('rules', columns, rows);
}

function listedRules(rulebook: Rulebook): readonly ListedRule[] {
  switch (rulebook.kind) {
    case 'coverage':
      return rulebook.rules.map((rule) => ({ list: 'rules', rule, result: STATUSES.wordFor(rule.status) }));
    case 'domain':
      return rulebook.rules.map((rule) => ({ list: 'rules', rule, result: DOMAINS.wordFor(rule.domain) }));
    case 'grading':
      return gradingRules(rulebook);
  }
}

function gradingRules({
  base,
  grades,
  adjustments,
}: Extract<Rulebook, { kind: 'grading' }>): readonly ListedRule[] {
  const [labels, effects] = [gradesOf(grades), effectsOf(grades)];
  const ofBase: readonly ListedRule[] =
    'cells' in base
      ? base.rules.map((rule) => ({ list: 'base', rule, result: '' }))
      : base.decisions.map((rule) => ({ list: 'decisions', rule, result: labels.wordFor(`${rule.grade}`) }));
  const otherwise = 'cells' in base ? undefined : base.otherwise;
  return [
    ...ofBase,
    ...(otherwise === undefined
      ? []
      : [{ list: 'otherwise', rule: otherwise, result: labels.wordFor(`${otherwise.grade}`) } as const]),
    ...adjustments.map((rule) => ({
      ...({ list: 'adjustments', rule } as const),
      result: effects.wordFor(effectCode(rule.effect)),
    })),
  ];
}

function resultsOf(rulebook: Rulebook): readonly string[] {
  if (rulebook.kind === 'coverage') return STATUSES.words;
  if (rulebook.kind === 'domain') return DOMAINS.words;
  const effects = effectsOf(rulebook.grades).words;
  return 'cells' in rulebook.base ? effects : [...gradesOf(rulebook.grades).words, ...effects];
}
