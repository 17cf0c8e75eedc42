import type { PendingRows } from '../platform/pending-rows.ts';
import type { ValuePlace } from './paper.ts';

/** Keeps the places of a form version's or of a risk point's values. */
export function addValueSources(
  rows: PendingRows,
  places: readonly ValuePlace[],
  of: { readonly fileId: number; readonly formVersionId?: number; readonly pointId?: number },
): void {
  for (const place of places) {
    rows.add('value_source', {
      form_version_id: of.formVersionId ?? null,
      risk_point_id: of.pointId ?? null,
      import_file_id: of.fileId,
      field: place.field,
      raw: place.raw,
      sheet: place.sheet,
      table_number: place.table,
      line: place.line,
      row: place.row,
      column: place.column,
    });
  }
}
