import type { Transaction } from '../platform/database.ts';
import { insertRows } from '../platform/dialect.ts';
import type { ValuePlace } from './paper.ts';

/** Keeps the places of a form version's or of a risk point's values. */
export async function insertValueSources(
  transaction: Transaction,
  sources: readonly (ValuePlace & {
    readonly fileId: number;
    readonly formVersionId?: number;
    readonly pointId?: number;
  })[],
): Promise<void> {
  const rows = sources.map((source) => ({
    form_version_id: source.formVersionId ?? null,
    risk_point_id: source.pointId ?? null,
    import_file_id: source.fileId,
    field: source.field,
    raw: source.raw,
    sheet: source.sheet,
    table_number: source.table,
    line: source.line,
    row: source.row,
    column: source.column,
  }));
  await insertRows(transaction, 'value_source', rows);
}
