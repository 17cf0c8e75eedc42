import type { MatrixBase } from '../rulebooks/grading-base.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { cellField, type BaseEdit } from './base-edit.ts';
import { editFaultWords } from './edit-fault-page.ts';
import type { PartVisit } from './draft-part-page.ts';
import { gradeLabel } from './rule-words.ts';
import type { Saying } from './saying.ts';

/** Which rules each cell of a matrix rests on, cell by cell, the worst first. */
export interface ReasonGrid {
  readonly cells: readonly ReasonCell[];
}

interface ReasonCell {
  /** Where an error summary leads to. */
  readonly id: string;
  readonly label: string;
  readonly grade: string;
  readonly why: string | null;
  /** What is ticked, as long as the boxes are folded away. */
  readonly reasons: string;
  /** The field that says which boxes were ticked when it was first shown: only what is another is a change. */
  readonly seen: { readonly name: string; readonly value: string };
  readonly boxes: readonly {
    readonly name: string;
    readonly text: string;
    readonly isTicked: boolean;
  }[];
}

/** The boxes of what each cell rests on, as they stand or as they were posted and refused. */
export function reasonGrid(
  { scales }: GradingRulebook,
  base: MatrixBase,
  { refused }: PartVisit<BaseEdit>,
  saying: Saying,
): ReasonGrid {
  const { text, language } = saying;
  const { faults, typed } = refused?.change.kind === 'set-reasons' ? refused : { faults: [], typed: null };
  const { matrix } = text.workbench;
  const worstFirst = (fact: MatrixBase['rows']) => scales[fact].steps.toReversed();
  const cells = worstFirst(base.rows).flatMap((row) =>
    worstFirst(base.columns).flatMap((column): readonly ReasonCell[] => {
      const cell = base.cells.find((one) => one.row === row.code && one.column === column.code);
      const id = cellField(row.code, column.code);
      if (cell === undefined) return [];
      const boxes = base.rules.map(({ name, title }) => ({
        name: `${id}/${name}`,
        text: title[language],
        isTicked: typed === null ? cell.rules.includes(name) : typed[`${id}/${name}`] !== undefined,
      }));
      const fault = faults.find(({ at }) => at === id);
      const why = fault === undefined ? null : editFaultWords(fault, text);
      const label = matrix.cell(row[language], column[language]);
      const shown = `seen/${row.code}/${column.code}`;
      const seen = { name: shown, value: typed?.[shown] ?? cell.rules.join(' ') };
      const ticked = boxes.filter(({ isTicked }) => isTicked).map((box) => box.text);
      const reasons = text.formats.list(ticked);
      return [{ id, label, grade: gradeLabel(cell.grade, saying), why, reasons, seen, boxes }];
    }),
  );
  return { cells };
}
