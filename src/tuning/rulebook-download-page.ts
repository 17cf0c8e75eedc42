import type { Rulebook } from '../rulebooks/rulebook.ts';
import { workbookOf } from '../rulebooks/sheets/workbook.ts';
import type { PageResponse } from '../web/page.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A rulebook's text as a file. */
export function jsonFile(name: string, text: string): PageResponse {
  return {
    kind: 'download',
    file: { name: `${name}.json`, contentType: JSON_TYPE, content: Buffer.from(text) },
  };
}

/** A rulebook as an Excel decision table. */
export async function tableFile(name: string, rulebook: Rulebook): Promise<PageResponse> {
  const content = await workbookOf(rulebook);
  return { kind: 'download', file: { name: `${name}.xlsx`, contentType: TABLE_TYPE, content } };
}
