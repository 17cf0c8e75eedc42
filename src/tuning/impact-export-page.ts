import type { Texts } from '../language/texts.ts';
import { gradeName, gradeNameBefore } from '../risk-points/grade-look.ts';
import type { ExportRow, ExportTable, Taken } from '../web/export-table.ts';
import { listExport, type ExportedList, type Taking } from '../web/list-export.ts';
import { comparedWords } from './compared-words-page.ts';
import { movedRow, type Sides } from './moved-list-page.ts';
import type { MovedPoint } from './rule-change.ts';

/** The points that would move as a file, in the words of their page. */
export function impactExportTable(
  taken: Taken<MovedPoint>,
  sides: Sides,
  about: Taking & { readonly caption: string },
  asked: Texts,
): ExportTable {
  const text = comparedWords(sides.before, sides.after, asked);
  const { exported, sheet } = text.whatIf.list;
  const columns: ExportedList<MovedPoint>['columns'] = [
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
  return listExport(
    taken,
    { title: sheet, caption: about.caption, columns, cells: (moved) => cells(moved, sides, text) },
    about,
    text,
  );
}

function cells(moved: MovedPoint, sides: Sides, text: Texts): ExportRow {
  const row = movedRow(moved, sides, text);
  const { id, unitName, postName, personName } = moved.point;
  return [
    id,
    gradeNameBefore(moved.before.grade ?? 'unassessed', text),
    gradeName(moved.after.grade ?? 'unassessed', text),
    row.text,
    unitName,
    postName ?? text.riskPoints.row.itself,
    personName,
    row.before,
    row.after,
  ];
}
