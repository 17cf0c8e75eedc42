import type { Rulebook } from '../rulebooks/rulebook.ts';
import { workbookOf } from '../rulebooks/sheets/workbook.ts';
import type { PageResponse } from '../web/page.ts';
import { versionPath } from './version-paths.ts';

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

/** Where a version's files are. */
export interface VersionFiles {
  readonly jsonHref: string;
  readonly tableHref: string;
}

export function filesOf(versionId: number): VersionFiles {
  return {
    jsonHref: versionPath('versionJson', versionId),
    tableHref: versionPath('versionTable', versionId),
  };
}
