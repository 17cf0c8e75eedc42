import type { Texts } from '../language/texts.ts';
import { gradeName } from '../risk-points/grade-look.ts';
import { aboutExport } from '../web/export-about.ts';
import type { ExportRow, ExportTable, Taken } from '../web/export-table.ts';
import type { ActiveFilter } from '../web/list-parts.ts';
import { movedRow, type Sides } from './moved-list-page.ts';
import type { MovedPoint } from './rule-change.ts';

/** The points that would move as a file, in the words of their page. */
export function impactExportTable(
  taken: Taken<MovedPoint>,
  sides: Sides,
  about: { readonly caption: string; readonly active: readonly ActiveFilter[]; readonly takenBy: string },
  text: Texts,
): ExportTable {
  const { exported, sheet } = text.whatIf.list;
  const columns: readonly (readonly [heading: string, width: number])[] = [
    [exported.id, 8],
    [exported.before, 12],
    [exported.after, 12],
    [exported.text, 50],
    [exported.unit, 16],
    [exported.post, 18],
    [exported.holder, 12],
    [exported.because, 40],
    [exported.wouldBe, 40],
  ];
  return {
    title: sheet,
    sheet: text.lists.about.sheet,
    about: aboutExport(taken, about.caption, about.active, about.takenBy, text),
    columns: columns.map(([heading, width]) => ({ heading, width })),
    rows: rowsOf(taken, sides, text),
  };
}

async function* rowsOf(
  { pieces }: Taken<MovedPoint>,
  sides: Sides,
  text: Texts,
): AsyncGenerator<readonly ExportRow[]> {
  for await (const some of pieces) yield some.map((moved) => cells(moved, sides, text));
}

function cells(moved: MovedPoint, sides: Sides, text: Texts): ExportRow {
  const row = movedRow(moved, sides, text);
  const { id, unitName, postName, personName } = moved.point;
  return [
    id,
    gradeName(moved.before.grade ?? 'unassessed', text),
    gradeName(moved.after.grade ?? 'unassessed', text),
    row.text,
    unitName,
    postName ?? text.riskPoints.row.itself,
    personName,
    row.before,
    row.after,
  ];
}
