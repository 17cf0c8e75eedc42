import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { GRADE_LOOKS, gradeTag, type GradeTag } from '../risk-points/grade-look.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { PointFilter } from '../risk-points/risk-point.ts';
import type { ScaleStep } from '../rulebooks/rulebook.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { GradeCounts, HeatMap } from './board.ts';
import { heatFinding } from './card-finding.ts';
import type { Scope } from './headline.ts';

/** Probability × harm as a table, worst first in both directions, on the scales of the rulebook in force. */
export interface HeatTable {
  readonly finding: string;
  readonly rowAxis: string;
  readonly columnAxis: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly squares: readonly HeatSquare[] }[];
  /** Points that miss either stand beside the table, never in it. */
  readonly outside: readonly SentencePart[] | null;
}

export interface HeatSquare {
  readonly points: NumberLink;
  readonly grade: GradeTag;
}

export function heatTable(heat: HeatMap, counts: GradeCounts, scope: Scope, text: Texts): HeatTable {
  const { facts } = text.dashboards.heat;
  const { inThisLanguage } = text.formats;
  const rows = heat.rows.scale.steps.toReversed();
  const columns = heat.columns.scale.steps.toReversed();
  return {
    finding: heatFinding(heat, text),
    rowAxis: facts[heat.rows.fact],
    columnAxis: facts[heat.columns.fact],
    columns: columns.map(inThisLanguage),
    rows: rows.map((row) => ({
      name: inThisLanguage(row),
      squares: columns.flatMap((column) => heatSquares(heat, row, column, scope, text)),
    })),
    outside: outsideOf(heat, counts, scope, text),
  };
}

/** The square of a row and a column: exactly one, because a rulebook's matrix has no holes. */
function heatSquares(
  heat: HeatMap,
  row: ScaleStep,
  column: ScaleStep,
  scope: Scope,
  text: Texts,
): readonly HeatSquare[] {
  const { facts, cellLabel, step } = text.dashboards.heat;
  const { count, inThisLanguage } = text.formats;
  const rowName = step(facts[heat.rows.fact], inThisLanguage(row));
  const columnName = step(facts[heat.columns.fact], inThisLanguage(column));
  return heat.cells
    .filter((cell) => cell.row === row.code && cell.column === column.code)
    .map(({ grade, points }) => {
      const filter: Partial<PointFilter> = {
        ...scope,
        [heat.rows.fact]: row.code,
        [heat.columns.fact]: column.code,
      };
      const label = cellLabel(rowName, columnName, text.terms.grades[grade], count(points));
      return {
        points: numberLink(count(points), pointsPath(filter), label),
        grade: { tone: GRADE_LOOKS[grade].tone, text: gradeTag(grade, text).text },
      };
    });
}

/** Where a rulebook requires other facts too, the points outside are not exactly the unassessed: then no link. */
function outsideOf(
  { outside }: HeatMap,
  { unassessed }: GradeCounts,
  scope: Scope,
  text: Texts,
): readonly SentencePart[] | null {
  if (outside === 0) return null;
  const areUnassessed = outside === unassessed;
  const href = areUnassessed ? pointsPath({ ...scope, grade: 'unassessed' }) : null;
  const { outside: said, offScale } = text.dashboards.heat;
  return sentence(areUnassessed ? said : offScale, { outside: { text: text.formats.count(outside), href } });
}
