import iconv from 'iconv-lite';
import { refuse } from './unreadable-file.ts';

/**
 * The text of a file without markup. Excel on Windows saves UTF-8 with a mark, UTF-16 ("Unicode text") or the
 * system's code page, which is GB18030's subset GBK here; UTF-8 is recognised strictly, so nothing else passes for it.
 *
 * @throws {UnreadableFile} when it is none of these.
 */
export function decodedText(bytes: Buffer): string {
  const text = unicodeText(bytes) ?? iconv.decode(bytes, 'gb18030');
  if (/[\u0000-\u0008\u000e-\u001a\uFFFD]/u.test(text)) refuse('unreadable-encoding', {});
  return text.replace(/^\uFEFF/u, '');
}

function unicodeText(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf16-be', { stripBOM: false });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
