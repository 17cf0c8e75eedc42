import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbookTexts } from '../../src/intake/text-workbook-reader.ts';
import { zh } from '../../src/language/zh.ts';
import { parseRulebook } from '../../src/rulebooks/rulebook-schema.ts';
import type { Rulebook } from '../../src/rulebooks/rulebook.ts';
import { rulebookInSheets } from '../../src/rulebooks/sheets/rulebook-in-sheets.ts';
import { sheetsOf } from '../../src/rulebooks/sheets/rulebook-sheets.ts';
import { columnLetters, type ReadSheet } from '../../src/rulebooks/sheets/sheet.ts';
import { workbookOf } from '../../src/rulebooks/sheets/workbook.ts';
import { shippedPaths, shippedText } from './shipped-rulebooks.ts';

const RULES = join(import.meta.dirname, '..', 'rules');

/** Every rulebook that ships, and every one of the golden folders that can be read at all. */
export function knownRulebooks(): readonly (readonly [name: string, rulebook: Rulebook])[] {
  const golden = ['sound', 'broken'].flatMap((folder) =>
    readdirSync(join(RULES, folder)).map(
      (file) => [`${folder}/${file}`, readFileSync(join(RULES, folder, file), 'utf8')] as const,
    ),
  );
  const shipped = shippedPaths().map((path) => [path, shippedText(path)] as const);
  return [...shipped, ...golden].flatMap(([name, text]) => {
    const parsed = parseRulebook(text);
    return 'rulebook' in parsed ? [[name, parsed.rulebook] as const] : [];
  });
}

/** What somebody who loads these sheets gets: the rulebook, or what is wrong and in which cell. */
export function loaded(sheets: readonly ReadSheet[]): Rulebook | readonly string[] {
  const read = rulebookInSheets(sheets, zh);
  if ('rulebook' in read) return read.rulebook;
  return read.findings.map(({ position, message, fix }) => {
    const cell = position === undefined ? '' : `${columnLetters(position.column)}${String(position.row)}`;
    return `${position?.sheet ?? ''} ${cell} ${message} ${fix}`;
  });
}

/** The rulebook written to an .xlsx and read from its bytes. */
export async function throughFile(rulebook: Rulebook): Promise<Rulebook | readonly string[]> {
  const texts = await readWorkbookTexts(await workbookOf(rulebook));
  if ('sheets' in texts) return loaded(texts.sheets);
  throw new Error(texts.finding.code);
}

/** The sheets of a rulebook as somebody edits them: a cell is named by its sheet, its row's and its column's words. */
export class EditedSheets {
  readonly sheets: { readonly name: string; readonly rows: string[][] }[];

  constructor(rulebook: Rulebook) {
    this.sheets = sheetsOf(rulebook).map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  }

  sheet(key: string): string[][] {
    const found = this.sheets.find(({ name }) => name.startsWith(`${key} `));
    if (found === undefined) throw new Error(`there is no sheet ${key}`);
    return found.rows;
  }

  /** Writes a cell, in the row in which some cell is `row`, under the heading that begins with `column`. */
  write(key: string, row: string, column: string, text: string): this {
    const rows = this.sheet(key);
    const line = rows.find((cells) => cells.some((cell) => cell.split('\n')[0] === row));
    const at = rows[0]?.findIndex((heading) => heading.split('\n')[0] === column) ?? -1;
    if (line === undefined || at === -1) throw new Error(`there is no cell ${key} ${row} ${column}`);
    line[at] = text;
    return this;
  }

  get loaded(): Rulebook | readonly string[] {
    return loaded(this.sheets);
  }
}
