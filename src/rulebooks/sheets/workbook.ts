import type { Rulebook } from '../rulebook.ts';
import { bookFile } from './book-file.ts';
import { sheetsOf } from './rulebook-sheets.ts';
import { sheetName } from './sheet-labels.ts';

/** A rulebook as an .xlsx that people edit and load back. */
export async function workbookOf(rulebook: Rulebook): Promise<Buffer> {
  return bookFile(sheetsOf(rulebook), sheetName('choices'));
}
