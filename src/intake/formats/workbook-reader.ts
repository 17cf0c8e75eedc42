import * as spreadsheets from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import JSZip from 'jszip';
import { finding } from '../finding.ts';
import type { Finding } from '../read-form.ts';
import { onlyValues } from './biff-records.ts';
import type { CompoundFile } from './compound-file-reader.ts';
import type { Section } from './document.ts';
import { LIMITS } from './limits.ts';
import type { OoxmlPackage } from './ooxml-package-reader.ts';
import { refuse, UnreadableFile } from './unreadable-file.ts';
import { readSheet, type RawSheet } from './sheet-reader.ts';
import { readTexts } from './text-sheet-reader.ts';
import type { TextSheet } from './text-sheet.ts';

// Strings of workbooks older than Excel 97 are in the code page of their country.
spreadsheets.set_cptable(codepages);

/** What we use of the library's writer of compound files, which it leaves untyped. */
interface CompoundFiles {
  readonly utils: { cfb_new(): object; cfb_add(container: object, path: string, content: Buffer): void };
  write(container: object, options: { readonly type: 'buffer' }): Buffer;
}

// The library's own declaration is `any`; the interface above is what its source says.
const compoundFiles = spreadsheets.CFB as CompoundFiles;

export interface ReadWorkbook {
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
}

/** Parts of a workbook that hold no cells. They are not even unpacked. */
const NO_CELLS =
  /(?:^|\/)(?:calcChain|connections|metadata|persons?|drawings|charts|media|theme|tables|customXml|docProps|pivot\w*|externalLinks|comments\w*|threadedComments|printerSettings|ctrlProps|activeX|embeddings|queryTables|slicer\w*|richData|model)(?:\/|\d*\.|$)|worksheets\/_rels\//iu;
const CONTENT_TYPES = '[Content_Types].xml';

/**
 * Reads the visible sheets of an .xlsx.
 *
 * @throws {UnreadableFile} when a part is damaged, unsafe or too large.
 */
export async function readXlsx(file: OoxmlPackage): Promise<ReadWorkbook> {
  return readWorkbook(await checkedXlsx(file));
}

/**
 * The visible sheets of an .xlsx as text, row by row, nothing read into it.
 *
 * @throws {UnreadableFile} when a part is damaged, unsafe or too large.
 */
export async function readXlsxTexts(file: OoxmlPackage): Promise<readonly TextSheet[]> {
  const book = openedBook(await checkedXlsx(file));
  let size = { cells: 0, characters: 0 };
  return visibleSheets(book).map(({ name, raw }) => {
    const read = readTexts(name, raw, book.Workbook?.WBProps?.date1904 === true);
    size = { cells: size.cells + read.cells, characters: size.characters + read.characters };
    if (size.cells > LIMITS.cellsPerFile) refuse('too-many-cells', { limit: LIMITS.cellsPerFile });
    if (size.characters > LIMITS.textPerFile) refuse('text-too-long', { limit: LIMITS.textPerFile });
    return { name, rows: read.rows };
  });
}

async function checkedXlsx(file: OoxmlPackage): Promise<Buffer> {
  // The library unpacks by itself, without our limits: it is given a zip of parts that were checked, packed anew.
  const checked = new JSZip();
  const names = file.names.filter((name) => /\.(?:xml|rels)$/iu.test(name) && !NO_CELLS.test(name));
  for (const name of names) {
    const text = file.part(name) ?? '';
    const isList = name.toLowerCase() === CONTENT_TYPES.toLowerCase();
    checked.file(isList ? CONTENT_TYPES : name, inUtf8(isList ? withoutMissingParts(text, names) : text));
  }
  return checked.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

function inUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*?)encoding=["'][^"']*["']/u, '$1encoding="UTF-8"');
}

function withoutMissingParts(types: string, names: readonly string[]): string {
  const present = new Set(names.map((name) => name.toLowerCase()));
  return types.replace(
    /<(?:\w+:)?Override\b[^>]*?PartName\s*=\s*["']\/?([^"']*)["'][^>]*>/gu,
    (declaration, part) => (present.has(String(part).toLowerCase()) ? declaration : ''),
  );
}

/**
 * Reads the visible sheets of an .xls.
 *
 * @throws {UnreadableFile} when it is damaged, too large or has a password.
 */
export function readXls(file: CompoundFile): ReadWorkbook {
  // The library follows chains of sectors without an end: it is given a file with the one checked stream.
  const name = file.stream('Workbook') === null ? 'Book' : 'Workbook';
  const stream = onlyValues(file.stream(name) ?? refuse('damaged-file', {}));
  const container = compoundFiles.utils.cfb_new();
  compoundFiles.utils.cfb_add(container, `/${name}`, stream);
  return readWorkbook(compoundFiles.write(container, { type: 'buffer' }));
}

function openedBook(bytes: Buffer): spreadsheets.WorkBook {
  const book = opened(bytes);
  // The library takes noise for a workbook without sheets, which Excel cannot make.
  if (book.SheetNames.length === 0) refuse('damaged-file', {});
  if (book.SheetNames.length > LIMITS.sheets) refuse('too-many-sheets', { limit: LIMITS.sheets });
  return book;
}

function visibleSheets(book: spreadsheets.WorkBook): { readonly name: string; readonly raw: RawSheet }[] {
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet === undefined || isHidden ? [] : [{ name, raw: sheet }];
  });
}

function readWorkbook(bytes: Buffer): ReadWorkbook {
  const book = openedBook(bytes);
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
    sections.push({ sheet: name, blocks: [read.grid], findings: read.findings });
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
