import { csvOf } from './csv-export.ts';
import type { ExportFormat, ExportTable } from './export-table.ts';
import type { PageResponse } from './page.ts';
import { xlsxOf } from './xlsx-export.ts';

const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The table as a file to keep, named by these parts. */
export function exportDownload(
  format: ExportFormat,
  nameParts: readonly string[],
  table: ExportTable,
): PageResponse {
  const content = format === 'csv' ? csvOf(table) : xlsxOf(table);
  const file = { name: fileName(nameParts, format), contentType: CONTENT_TYPES[format], content };
  return { kind: 'download', file };
}

/** Names that no file system refuses and that keep their language. */
function fileName(parts: readonly string[], format: ExportFormat): string {
  const name = parts.map((part) => part.replace(/[\s\\/:*?"<>|\p{C}]+/gu, ' ').trim()).join('-');
  return `${name.slice(0, 120)}.${format}`;
}
