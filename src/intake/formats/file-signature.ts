/** What the bytes of a file are, told by its first bytes and never by its name. */
export type FileSignature =
  'empty' | 'zip' | 'compound' | 'json' | 'text' | 'html' | 'xml' | 'pdf' | 'rtf' | 'image' | 'binary';

const MAGIC: readonly (readonly [FileSignature, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x42, 0x4d]],
];

const HEAD = 4096;

export function fileSignature(bytes: Buffer): FileSignature {
  const head = bytes.subarray(0, HEAD);
  const magic = MAGIC.find(([, start]) => start.every((byte, index) => head[index] === byte));
  if (magic !== undefined && !(magic[0] === 'image' && isText(head))) return magic[0];
  if (!bytes.some((byte) => byte > 0x20)) return 'empty';
  return isText(head) ? textSignature(head) : 'binary';
}

function isText(head: Buffer): boolean {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return utf16 || !head.includes(0);
}

function textSignature(head: Buffer): FileSignature {
  // Latin-1 maps every byte and NULs of UTF-16 drop out, so ASCII marks are found in any encoding.
  const start = head
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  if (start === '') return 'empty';
  if (start.startsWith('mime-version:')) return 'html';
  if (start.startsWith('<')) {
    const root = start.replace(/^(?:<\?.*?\?>|<!--.*?-->|\s)+/su, '');
    return /^<(?:!doctype\s+html|html|head|body|table|meta|script|style|div|p)[\s>]/u.test(root)
      ? 'html'
      : 'xml';
  }
  return /^(?:\{\s*["}]|\[\s*(?:\{|\]))/u.test(start) ? 'json' : 'text';
}
