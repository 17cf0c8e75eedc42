import type { TextSheet } from './formats/text-sheet.ts';
import type { Finding } from './read-form.ts';

/** The visible sheets of a workbook as text, or why it could not be read. */
export type WorkbookTexts = { readonly sheets: readonly TextSheet[] } | { readonly finding: Finding };
