import { faultOf } from '../web/form-fault.ts';
import { draftPath, rulePath } from './paths.ts';
import { RULE_LISTS, rulesIn } from './rule-list.ts';
import { gradeLabel } from './rule-words.ts';
import { STEPS, type ScaleFact } from './scale-change.ts';
import { isStillNamed, stepUse, type StepUse } from './scale-removal.ts';
import { factTitleIn, type ScaleSheet, type ShownOption } from './scale-sheet-page.ts';

/** What goes with a step, what names it, and which step is to take its place. */
export interface RemoveCard {
  readonly fact: ScaleFact;
  readonly step: string;
  readonly heading: string;
  readonly cells: readonly string[];
  readonly named: readonly { readonly text: string; readonly href: string }[];
  /** Whether another step has to take its place, unless what names it is changed first. */
  readonly isNamed: boolean;
  readonly note: string;
  readonly instead: readonly ShownOption[];
  readonly fault: string | null;
}

/** The question before a step is removed; `null` where there is no such step, or none may go. */
export function removeCard(
  sheet: ScaleSheet,
  { fact, step: code }: { readonly fact: ScaleFact; readonly step: string },
): RemoveCard | null {
  const { rulebook, saying, visit, faults } = sheet;
  const words = saying.text.workbench.scales.removal;
  const { steps } = rulebook.scales[fact];
  const step = steps.find((one) => one.code === code);
  if (step === undefined || steps.length <= STEPS.least) return null;
  const use = stepUse(rulebook, fact, code);
  const isNamed = isStillNamed(use);
  const chosen = visit.typed['instead'] ?? '';
  const others = steps.filter((one) => one.code !== code).toReversed();
  return {
    fact,
    step: code,
    heading: words.heading(factTitleIn(sheet, fact), step[saying.language]),
    cells: cellsIn(sheet, use),
    named: namedIn(sheet, use),
    isNamed,
    note: isNamed ? words.needed : words.free,
    instead: [
      { value: '', label: words.nobody, isSelected: chosen === '' },
      ...others.map((one) => ({
        value: one.code,
        label: one[saying.language],
        isSelected: chosen === one.code,
      })),
    ],
    fault: faultOf(faults, 'instead'),
  };
}

function cellsIn({ rulebook, saying }: ScaleSheet, { cells }: StepUse): readonly string[] {
  const { base, scales } = rulebook;
  if (!('cells' in base)) return [];
  const { matrix, words } = saying.text.workbench;
  const name = (fact: ScaleFact, code: string): string =>
    scales[fact].steps.find((step) => step.code === code)?.[saying.language] ?? code;
  return cells.map(({ row, column, grade }) =>
    words.factIs(matrix.cell(name(base.rows, row), name(base.columns, column)), gradeLabel(grade, saying)),
  );
}

/** Everything that names the step, each with a link to the place where it can be changed. */
function namedIn(sheet: ScaleSheet, use: StepUse): RemoveCard['named'] {
  const { rulebook, bench, saying } = sheet;
  const words = saying.text.workbench.scales.removal;
  const [page, text] = [draftPath(bench.draft.id), draftPath(bench.draft.id, 'json')];
  return [
    ...use.rules.map(({ name, title }) => ({
      text: words.rule(title[saying.language]),
      href: placeOfRule(sheet, name),
    })),
    ...use.examples.map((at) => ({
      text: words.example(rulebook.examples[at]?.name[saying.language] ?? ''),
      href: `${page}#example-${String(at)}`,
    })),
    ...(use.explained.length === 0 ? [] : [{ text: words.explained(use.explained.length), href: text }]),
    ...(use.mappings.length === 0 ? [] : [{ text: words.mapped, href: draftPath(bench.draft.id, 'scales') }]),
  ];
}

/** The form of the rule. */
function placeOfRule({ rulebook, bench }: ScaleSheet, name: string): string {
  const list = RULE_LISTS.find((one) => rulesIn(rulebook, one)?.some((rule) => rule.name === name));
  return list === undefined ? draftPath(bench.draft.id, 'json') : rulePath(bench.draft.id, list, name);
}
