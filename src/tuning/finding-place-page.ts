import type { RulebookFinding } from '../rulebooks/rulebook-finding.ts';
import type { RuleFacts } from '../rulebooks/fact-type.ts';
import type { GradingRulebook, Rulebook } from '../rulebooks/rulebook.ts';
import { exampleAt } from './outdated-example.ts';
import { RULE_LISTS, rulesIn } from './rule-list.ts';
import type { Saying } from './saying.ts';

export interface FindingPlace {
  readonly text: string;
  readonly href: string;
}

/** Where in the workbench a finding is put right: the example, the cells of the matrix, the rules. */
export function findingPlaces(
  finding: RulebookFinding,
  rulebook: Rulebook | null,
  saying: Saying,
): readonly FindingPlace[] {
  if (rulebook === null) return [];
  const at = exampleAt(finding);
  const example = rulebook.examples[at ?? -1];
  return [
    ...(example === undefined
      ? []
      : [{ text: example.name[saying.language], href: `#example-${String(at)}` }]),
    ...(rulebook.kind === 'grading' ? cellsOf(finding, rulebook, saying) : []),
    ...rulesOf(finding, rulebook, saying),
  ];
}

function cellsOf(
  { path, facts, against = {} }: RulebookFinding,
  { base, scales }: GradingRulebook,
  { text, language }: Saying,
): readonly FindingPlace[] {
  if (!('cells' in base)) return [];
  const { rows, columns } = base;
  const written = base.cells[Number(/^\/base\/cells\/(\d+)/u.exec(path ?? '')?.[1] ?? NaN)];
  const isIn = (cell: { readonly row: string; readonly column: string }, of: RuleFacts): boolean =>
    of[rows] === cell.row && of[columns] === cell.column;
  const nameOf = (scale: typeof rows, code: string): string =>
    scales[scale].steps.find((step) => step.code === code)?.[language] ?? code;
  return base.cells
    .filter((cell) => cell === written || isIn(cell, facts) || isIn(cell, against))
    .map(({ row, column }) => ({
      text: text.workbench.matrix.cell(nameOf(rows, row), nameOf(columns, column)),
      href: `#cell-${row}-${column}`,
    }));
}

function rulesOf(
  { rules }: RulebookFinding,
  rulebook: Rulebook,
  { language }: Saying,
): readonly FindingPlace[] {
  const named = RULE_LISTS.flatMap((list) => rulesIn(rulebook, list) ?? []);
  return named
    .filter(({ name }) => rules.includes(name))
    .map(({ name, title }) => ({ text: title[language], href: `#rule-${name}` }));
}
