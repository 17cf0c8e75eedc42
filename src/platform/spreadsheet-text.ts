const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A text as a cell of a spreadsheet or of a .csv file: one that a spreadsheet program could take for a formula gets
 * an apostrophe before it. Every export writes its cells by this.
 */
export function spreadsheetText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
