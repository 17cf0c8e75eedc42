import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip, and in what its directory lies about it. */
export interface ZipEntryOfTest {
  readonly name: string;
  readonly content: Buffer | string;
  /** The unpacked size that the directory claims. */
  readonly claimedSize?: number;
  readonly encrypted?: boolean;
  /** Takes the bytes of the first entry for its own. */
  readonly sharesFirst?: boolean;
  readonly claimedCrc?: number;
}

/** A zip written byte by byte, so that it can be as wrong as a test wants. */
export function zipFile(entries: readonly ZipEntryOfTest[]): Buffer {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = deflateRawSync(content);
    const local = Buffer.concat([localHeader(entry, content, packed), packed]);
    directory.push(directoryEntry(entry, content, packed, entry.sharesFirst === true ? 0 : offset));
    if (entry.sharesFirst === true) continue;
    written.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...written, central, end]);
}

function localHeader(entry: ZipEntryOfTest, content: Buffer, packed: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeSizes(header, 6, entry, content, packed);
  header.writeUInt16LE(Buffer.byteLength(entry.name), 26);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

function directoryEntry(entry: ZipEntryOfTest, content: Buffer, packed: Buffer, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  writeSizes(header, 8, entry, content, packed);
  header.writeUInt16LE(Buffer.byteLength(entry.name), 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

/** Flags, method, time, checksum and sizes stand in the same order in both headers. */
function writeSizes(
  header: Buffer,
  at: number,
  entry: ZipEntryOfTest,
  content: Buffer,
  packed: Buffer,
): void {
  header.writeUInt16LE(entry.encrypted === true ? 1 : 0, at);
  header.writeUInt16LE(8, at + 2);
  header.writeUInt32LE(entry.claimedCrc ?? crc32(content), at + 8);
  header.writeUInt32LE(packed.length, at + 12);
  header.writeUInt32LE(entry.claimedSize ?? content.length, at + 16);
}

const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The parts of a Word document with this XML, for wrapping up wrongly. */
export function documentParts(documentXml: Buffer | string, type = DOCUMENT_TYPE): ZipEntryOfTest[] {
  const override = `<Override PartName="/word/document.xml" ContentType="${type}"/>`;
  return [
    { name: '[Content_Types].xml', content: `<?xml version="1.0"?><Types>${override}</Types>` },
    { name: 'word/document.xml', content: documentXml },
  ];
}

/** A document's XML with one paragraph. */
export function documentXml(text: string, before = ''): string {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0"?>${before}<w:document xmlns:w="${space}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
}
