import { LIMITS, megabytes } from './limits.ts';
import { refuse } from './unreadable-file.ts';

/** One entry, as the zip's directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_SIZE = 46;
const ENCRYPTED = 0x0001;
const IN_ZIP64_FIELD = 0xffffffff;
const ZIP64_FIELD = 0x0001;

/**
 * Reads the directory at a zip's end and judges it before anything is unpacked (security.md).
 *
 * @throws {UnreadableFile} when it is damaged, encrypted, or describes more than we unpack.
 */
export function zipDirectory(bytes: Buffer): readonly ZipEntry[] {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > LIMITS.zipEntries) refuse('too-many-entries', { count, limit: LIMITS.zipEntries });
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_ENTRY_SIZE > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      refuse('damaged-file', {});
    }
    entries.push(entryAt(bytes, at));
    at += DIRECTORY_ENTRY_SIZE + variableLength(bytes, at);
  }
  judgeNames(entries);
  judgeSizes(entries, bytes.length);
  return entries;
}

function endOfDirectory(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return refuse('damaged-file', {});
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
  if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) refuse('password-protected', {});
  const nameEnd = at + DIRECTORY_ENTRY_SIZE + bytes.readUInt16LE(at + 28);
  const name = bytes.toString('utf8', at + DIRECTORY_ENTRY_SIZE, nameEnd).replaceAll('\\', '/');
  const long = zip64Values(bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30)));
  // The zip64 field holds only those of the three that did not fit, in this order.
  const fitted = (value: number): number =>
    value === IN_ZIP64_FIELD ? (long.shift() ?? refuse('damaged-file', {})) : value;
  const size = fitted(bytes.readUInt32LE(at + 24));
  const packedSize = fitted(bytes.readUInt32LE(at + 20));
  const offset = fitted(bytes.readUInt32LE(at + 42));
  return {
    name: name.replace(/^\//u, ''),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedSize,
    size,
    offset,
  };
}

function variableLength(bytes: Buffer, at: number): number {
  return bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
}

function zip64Values(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64_FIELD) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.floor(field.length / 8) }, (_, index) =>
      Number(field.readBigUInt64LE(index * 8)),
    );
  }
  return [];
}

function judgeNames(entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  // Two entries of one name: programs disagree on which one counts.
  if (names.size !== entries.length) refuse('damaged-file', {});
}

function judgeSizes(entries: readonly ZipEntry[], fileSize: number): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const limit = megabytes(LIMITS.unzippedSize);
  if (total > LIMITS.unzippedSize) refuse('unzips-too-large', { limit });
  const isBomb = ({ size, packedSize }: ZipEntry): boolean =>
    size > LIMITS.packingRatioFrom && size > packedSize * LIMITS.packingRatio;
  if (entries.some(isBomb)) refuse('packed-suspiciously', {});
  const byOffset = [...entries].sort((one, other) => one.offset - other.offset);
  byOffset.forEach(({ offset, packedSize }, index) => {
    const next = byOffset[index + 1]?.offset ?? fileSize;
    // Entries that share bytes are how a small file unpacks to a huge one.
    if (offset + packedSize > next) refuse('damaged-file', {});
  });
}
