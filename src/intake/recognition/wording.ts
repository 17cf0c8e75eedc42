/** Characters that take no room and mean nothing: zero-width spaces, marks, soft hyphens. */
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD]/gu;
const IDEOGRAPH_GAP = /(?<=[\p{Script=Han}·•・‧（）()])\s+(?=[\p{Script=Han}·•・‧（）()])/gu;

/** A text as it reads: lines trimmed, runs of spaces as one, blank lines dropped. */
export function tidy(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A name as it reads: tidy, and without the gaps that stretch 王　伟 to fill a cell. */
export function withoutGaps(text: string): string {
  return tidy(text).replaceAll('\n', ' ').replace(IDEOGRAPH_GAP, '');
}

/** Takes the lines people fill in by hand (____) off a value's ends. */
export function withoutRules(text: string): string {
  return text.replace(/^[\s_＿]+|[\s_＿]+$/gu, '');
}

/** Whether there is nothing to read: blank, or only dashes, dots or slashes that stand for nothing. */
export function isBlank(text: string): boolean {
  return /^[\s_＿.．…。·]*$/u.test(text.replace(INVISIBLE, ''));
}

/** Whether a text says "none": a dash, a slash or 无. */
export function saysNone(text: string): boolean {
  return /^(?:[-‐-―─━－﹣~～/／\\＼×]+|无|暂无)$/u.test(withoutRules(text.replace(INVISIBLE, '')));
}
