import type { Rulebook } from '../rulebook.ts';
import { cellOfText } from './cell-text.ts';
import { factColumn, factsShown, valueCells } from './fact-columns.ts';
import { LIST_MARK } from './notation-words.ts';
import { expectedGradesOf } from './grade-codes.ts';
import { DOMAINS, NONE, STATUSES } from './sheet-codes.ts';
import type { BookSheet } from './sheet.ts';
import { closed, column, tableSheet } from './table-sheet.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The examples, one a row, one fact a column. */
export function examplesSheet(rulebook: Rulebook, words: Vocabulary): BookSheet {
  const used = rulebook.examples.flatMap(({ facts }) => Object.keys(facts));
  const facts = factsShown(used, words);
  const expected = expectedOf(rulebook);
  const rows = rulebook.examples.map((example, index) => [
    ...[cellOfText(example.name.zh), cellOfText(example.name.en)],
    ...valueCells(example.facts, facts, words),
    ...(expected[index] ?? []),
  ]);
  const hasRules = rulebook.kind !== 'domain';
  const columns = [
    ...[column('titleZh'), column('titleEn'), ...facts.map((fact) => factColumn(fact, words))],
    column('result', resultChoice(rulebook)),
    ...(hasRules ? [column('byRules')] : []),
  ];
  return tableSheet('examples', columns, rows);
}

function expectedOf(rulebook: Rulebook): readonly (readonly string[])[] {
  switch (rulebook.kind) {
    case 'grading': {
      const grades = expectedGradesOf(rulebook.grades);
      return rulebook.examples.map(({ expect: { grade, rules = [] } }) => [
        ...[grades.wordFor(grade === null ? 'none' : `${grade}`), rules.join(LIST_MARK)],
      ]);
    }
    case 'coverage':
      return rulebook.examples.map(({ expect: { status, rule = '' } }) => [STATUSES.wordFor(status), rule]);
    case 'domain':
      return rulebook.examples.map(({ expect: { domains } }) => [
        domains.length === 0
          ? NONE.wordFor('none')
          : domains.map((domain) => DOMAINS.tokenFor(domain)).join(LIST_MARK),
      ]);
  }
}

function resultChoice(rulebook: Rulebook): { values: readonly string[]; isClosed: boolean } {
  if (rulebook.kind === 'grading') return closed(expectedGradesOf(rulebook.grades).words);
  if (rulebook.kind === 'coverage') return closed(STATUSES.words);
  return { values: DOMAINS.words, isClosed: false };
}
