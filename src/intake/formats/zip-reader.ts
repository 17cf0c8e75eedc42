import { crc32, inflateRawSync } from 'node:zlib';
import { LIMITS, megabytes } from './limits.ts';
import { refuse } from './unreadable-file.ts';
import { zipDirectory, type ZipEntry } from './zip-directory.ts';

export interface ZipArchive {
  readonly names: readonly string[];
  /**
   * Unpacks one entry, never to more than the directory said; names compare without regard to case.
   *
   * @returns `null` when there is none of that name.
   * @throws {UnreadableFile} when its bytes are not what the directory said.
   */
  read(name: string): Buffer | null;
}

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;

/** @throws {UnreadableFile} as `zipDirectory` does. */
export function openZip(bytes: Buffer): ZipArchive {
  const entries = zipDirectory(bytes);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    names: entries.map(({ name }) => name),
    read: (name) => {
      const entry = byName.get(name.toLowerCase());
      return entry === undefined ? null : unpacked(bytes, entry);
    },
  };
}

function unpacked(bytes: Buffer, entry: ZipEntry): Buffer {
  if (entry.size > LIMITS.xmlPartSize) refuse('unzips-too-large', { limit: megabytes(LIMITS.xmlPartSize) });
  const content = inflated(packedBytes(bytes, entry), entry);
  if (content.length !== entry.size) refuse('directory-lies', {});
  if (crc32(content) !== entry.crc) refuse('damaged-file', {});
  return content;
}

function packedBytes(bytes: Buffer, { offset, packedSize }: ZipEntry): Buffer {
  if (offset + LOCAL_HEADER_SIZE > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) {
    refuse('damaged-file', {});
  }
  const start =
    offset + LOCAL_HEADER_SIZE + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packedSize > bytes.length) refuse('damaged-file', {});
  return bytes.subarray(start, start + packedSize);
}

function inflated(packed: Buffer, { method, size }: ZipEntry): Buffer {
  if (method === STORED) return packed;
  if (method !== DEFLATED) refuse('damaged-file', {});
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    const overflows = error instanceof RangeError || hasCode(error, 'ERR_BUFFER_TOO_LARGE');
    return refuse(overflows ? 'directory-lies' : 'damaged-file', {});
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
