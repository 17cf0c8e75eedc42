import type { Texts } from '../language/texts.ts';
import type { ExportRow, ExportTable, Taken } from '../web/export-table.ts';
import { listExport, type ExportedList } from '../web/list-export.ts';
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
  return listExport(
    taken,
    {
      title: list.sheet,
      caption: list.caption,
      columns: columnsOf(text),
      cells: (form) => formCells(form, text),
    },
    { active, takenBy },
    text,
  );
}

/** In the order of `formCells`. */
function columnsOf(text: Texts): ExportedList<unknown>['columns'] {
  const { exported } = text.forms.list;
  return [
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
