/**
 * A text as a cell. One that a cell would not keep as it is, or that a spreadsheet program could take for a formula,
 * stands in double quotes with the escapes of JSON.
 */
export function cellOfText(text: string): string {
  return isKept(text) ? text : quoted(text);
}

/** The text that a cell means. */
export function textOfCell(cell: string): string {
  const text = cell.trim();
  return unquoted(text) ?? text;
}

/** A text in double quotes, without anything that a workbook changes. */
export function quoted(text: string): string {
  return JSON.stringify(text)
    .replace(CHANGED, escaped)
    .replaceAll(/_x/giu, (mark) => `\\u005f${mark.slice(1)}`);
}

/** What stands in double quotes; `null` where it is not quoted as a whole. */
export function unquoted(text: string): string | null {
  if (!/^"(?:[^"\\]|\\.)*"$/su.test(text)) return null;
  try {
    // The expression above lets only the text of a string pass.
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
}

const CHANGED = /[\u007f-\u009f\ufeff\ufffe\uffff\u2028\u2029]/gu;
const UNSAFE = /[\p{Cs}\ufffe\uffff]|(?!\n)\p{Cc}|_x[\da-f]{4}_/iu;
const FORMULA_START = /^[=+\-@＝＋－＠']/u;

function isKept(text: string): boolean {
  const isWhole = text !== '' && text === text.trim();
  return isWhole && !UNSAFE.test(text) && !FORMULA_START.test(text) && unquoted(text) === null;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
