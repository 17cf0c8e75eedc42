import type { Grade, GradingRulebook, ScaleStep } from '../rulebooks/rulebook.ts';
import { definitionIn } from '../rulebooks/rulebook-facts.ts';
import { GRADE_LOOKS } from '../risk-points/grade-look.ts';
import { pointsInCell, type Bench } from './bench.ts';
import type { MatrixCellView, MatrixView } from './matrix-view-page.ts';
import { gradeLabel } from './rule-words.ts';
import type { Saying } from './saying.ts';

const GRADES: readonly Grade[] = [1, 2, 3];

/** The base matrix as a grid, the worst first; `null` for a base that is a decision table. */
export function matrixView(rulebook: GradingRulebook, bench: Bench, saying: Saying): MatrixView | null {
  const { base, scales } = rulebook;
  if (!('cells' in base)) return null;
  const rows = scales[base.rows].steps.toReversed();
  const columns = scales[base.columns].steps.toReversed();
  const title = (fact: string): string => definitionIn(rulebook, fact)?.title[saying.language] ?? fact;
  return {
    caption: saying.text.workbench.matrix.caption(title(base.rows), title(base.columns)),
    corner: saying.text.workbench.matrix.corner(title(base.rows), title(base.columns)),
    columns: columns.map((step) => step[saying.language]),
    rows: rows.map((row) => ({
      head: row[saying.language],
      cells: columns.map((column) => cellView(rulebook, bench, saying, row, column)),
    })),
  };
}

function cellView(
  rulebook: GradingRulebook,
  bench: Bench,
  saying: Saying,
  row: ScaleStep,
  column: ScaleStep,
): MatrixCellView {
  const { text, language } = saying;
  const words = text.workbench.matrix;
  const grade = gradeAt(rulebook, row.code, column.code) ?? 3;
  const old = bench.base.kind === 'grading' ? gradeAt(bench.base, row.code, column.code) : null;
  const cell = { row: row.code, column: column.code };
  const points = text.formats.count(pointsInCell(rulebook, bench.counts, cell));
  return {
    id: `cell-${row.code}-${column.code}`,
    name: `cell/${row.code}/${column.code}`,
    seen: { name: `seen/${row.code}/${column.code}`, value: String(grade) },
    tone: GRADE_LOOKS[grade].tone,
    label: words.cell(row[language], column[language]),
    points,
    pointsLabel: words.points(points),
    was:
      old === null || old === grade ? null : words.was(gradeLabel(old, { ...saying, rulebook: bench.base })),
    choices: GRADES.map((choice) => ({
      value: String(choice),
      text: gradeLabel(choice, saying),
      tone: GRADE_LOOKS[choice].tone,
      isChosen: choice === grade,
    })),
  };
}

function gradeAt({ base }: GradingRulebook, row: string, column: string): Grade | null {
  if (!('cells' in base)) return null;
  return base.cells.find((cell) => cell.row === row && cell.column === column)?.grade ?? null;
}
