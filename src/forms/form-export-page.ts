import type { Texts } from '../language/texts.ts';
import { aboutExport } from '../web/export-about.ts';
import type { ExportColumn, ExportRow, ExportTable, Taken } from '../web/export-table.ts';
import type { ActiveFilter } from '../web/list-parts.ts';
import type { FormSummary } from './form.ts';
import { formRow } from './form-row-page.ts';

/** The list of forms as a file, in the words of its page. Takes the conditions in words and who takes it. */
export function formExportTable(
  taken: Taken<FormSummary>,
  active: readonly ActiveFilter[],
  takenBy: string,
  text: Texts,
): ExportTable {
  const { list } = text.forms;
  return {
    title: list.sheet,
    sheet: text.lists.about.sheet,
    about: aboutExport(taken, list.caption, active, takenBy, text),
    columns: columnsOf(text),
    rows: rowsOf(taken, text),
  };
}

async function* rowsOf({ pieces }: Taken<FormSummary>, text: Texts): AsyncGenerator<readonly ExportRow[]> {
  for await (const some of pieces) yield some.map((form) => formCells(form, text));
}

/** In the order of `formCells`. */
function columnsOf(text: Texts): readonly ExportColumn[] {
  const { exported } = text.forms.list;
  const columns: readonly (readonly [heading: string, width: number])[] = [
    [exported.id, 8],
    [exported.unit, 16],
    [exported.person, 12],
    [exported.posts, 24],
    [exported.duties, 50],
    [exported.points, 10],
    [exported.withMeasure, 10],
    [exported.state, 12],
    [exported.version, 10],
    [exported.filledOn, 16],
    [exported.file, 30],
    [exported.annex1, 24],
  ];
  return columns.map(([heading, width]) => ({ heading, width }));
}

/** In the order of `columnsOf`. */
function formCells(form: FormSummary, text: Texts): ExportRow {
  const row = formRow(form, undefined, text);
  const { onlySummary } = text.forms.list;
  return [
    form.id,
    row.unit,
    row.person,
    text.formats.clauses(form.postNames),
    form.duties,
    form.points,
    form.withMeasure,
    row.state,
    form.version,
    form.filledOn,
    form.file,
    row.missesAnnex1 ? onlySummary : null,
  ];
}
