const LONGEST = 120;

/**
 * The name of an uploaded file as people see it: without folders, without characters that break lines or turn the
 * direction of writing, and of a length that fits a line. It is only ever shown; no file is stored under it.
 */
export function fileName(written: string): string {
  const base = written.split(/[/\\]/u).at(-1) ?? '';
  const plain = base
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...plain];
  if (characters.length <= LONGEST) return plain === '' ? '?' : plain;
  return `${characters.slice(0, LONGEST - 10).join('')}…${characters.slice(-9).join('')}`;
}
