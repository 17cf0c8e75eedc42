import * as spreadsheets from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import JSZip from 'jszip';
import { finding } from '../finding.ts';
import type { Finding } from '../read-form.ts';
import type { Section } from './document.ts';
import { LIMITS } from './limits.ts';
import type { OoxmlPackage } from './ooxml-package-reader.ts';
import { refuse, UnreadableFile } from './unreadable-file.ts';
import { readSheet, type RawSheet } from './sheet-reader.ts';

// Strings of workbooks older than Excel 97 are in the code page of their country.
spreadsheets.set_cptable(codepages);

export interface ReadWorkbook {
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
}

/** Parts that hold cells or say how to read them; drawings, tables, pivots and links are not even unpacked. */
const NEEDED_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml)$/iu;
const NOT_NEEDED = /(?:calcChain|connections|metadata|persons)[^/]*$/iu;

/**
 * Reads the visible sheets of an .xlsx.
 *
 * @throws {UnreadableFile} when a part is damaged, unsafe or too large.
 */
export async function readXlsx(file: OoxmlPackage): Promise<ReadWorkbook> {
  const checked = new JSZip();
  for (const name of file.names) {
    const isNeeded = NEEDED_PART.test(name) && !NOT_NEEDED.test(name);
    const text = isNeeded ? file.part(name) : null;
    if (text !== null)
      checked.file(name, text.replace(/^(<\?xml[^>]*?)encoding=["'][^"']*["']/u, '$1encoding="UTF-8"'));
  }
  return readWorkbook(await checked.generateAsync({ type: 'nodebuffer', compression: 'STORE' }));
}

/** Reads the visible sheets of an .xls. @throws {UnreadableFile} when it is damaged, too large or has a password. */
export function readXls(bytes: Buffer): ReadWorkbook {
  return readWorkbook(bytes);
}

function readWorkbook(bytes: Buffer): ReadWorkbook {
  const book = opened(bytes);
  if (book.SheetNames.length > LIMITS.sheets) refuse('too-many-sheets', { limit: LIMITS.sheets });
  const sections: Section[] = [];
  const findings: Finding[] = [];
  let cells = 0;
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) return;
    // The library's own type does not know the dense form that we ask for.
    const raw = sheet as unknown as RawSheet;
    if ((book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
      if (hasContent(raw))
        findings.push(finding('warning', 'hidden-sheet', { sheet: name }, { sheet: name }));
      return;
    }
    const read = readSheet(name, raw, book.Workbook?.WBProps?.date1904 === true);
    cells += read.cellCount;
    if (cells > LIMITS.cellsPerFile) refuse('too-many-cells', { limit: LIMITS.cellsPerFile });
    sections.push({ sheet: name, blocks: [read.grid] });
    findings.push(...read.findings);
  });
  return { sections, findings };
}

function opened(bytes: Buffer): spreadsheets.WorkBook {
  try {
    return spreadsheets.read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      // A few more than allowed, so that too many rows are noticed.
      sheetRows: LIMITS.rowsPerSheet + 100,
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const locked = error instanceof Error && /password|encrypt/iu.test(error.message);
    return refuse(locked ? 'password-protected' : 'damaged-file', {});
  }
}

function hasContent(sheet: RawSheet): boolean {
  return (sheet['!data'] ?? []).some((row) => row.some((cell) => cell.v !== undefined && cell.v !== ''));
}
