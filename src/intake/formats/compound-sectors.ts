import { refuse } from './unreadable-file.ts';

/** The sectors of a compound file ([MS-CFB]), which are chained like the clusters of an old disk. */
export interface Sectors {
  /** The bytes of a chain. @throws {UnreadableFile} when it runs in a circle or out of the file. */
  chain(first: number): Buffer;
  /** The bytes of a chain of the small sectors that hold short streams. */
  shortChain(first: number): Buffer;
  readonly shortBelow: number;
  readonly directory: Buffer;
}

const HEADER = 512;
const LAST_REGULAR = 0xfffffffa;
const FAT_IN_HEADER = 109;
const ROOT_START = 116;
const ROOT_SIZE = 120;

/** @throws {UnreadableFile} when the header or the allocation table cannot be. */
export function sectorsOf(file: Buffer): Sectors {
  if (file.length < HEADER) refuse('damaged-file', {});
  const size = 1 << file.readUInt16LE(0x1e);
  const shortSize = 1 << file.readUInt16LE(0x20);
  if ((size !== 512 && size !== 4096) || shortSize !== 64) refuse('damaged-file', {});
  const sector = (number: number): Buffer => file.subarray((number + 1) * size, (number + 2) * size);
  const next = allocationTable(file, sector, size);
  const chain = (first: number): Buffer => followed(first, next, sector);
  const directory = chain(file.readUInt32LE(0x30));
  if (directory.length < ROOT_SIZE + 4) refuse('damaged-file', {});
  const shortNext = numbersIn(chain(file.readUInt32LE(0x3c)));
  const shortBytes = chain(directory.readUInt32LE(ROOT_START)).subarray(0, directory.readUInt32LE(ROOT_SIZE));
  const shortSector = (number: number): Buffer =>
    shortBytes.subarray(number * shortSize, (number + 1) * shortSize);
  return {
    chain,
    shortChain: (first) => followed(first, shortNext, shortSector),
    shortBelow: file.readUInt32LE(0x38),
    directory,
  };
}

function followed(first: number, next: readonly number[], sector: (number: number) => Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let number = first; number <= LAST_REGULAR; number = next[number] ?? refuse('damaged-file', {})) {
    // A chain of more sectors than there are has come round to itself.
    if (parts.length >= next.length) refuse('damaged-file', {});
    parts.push(sector(number));
  }
  return Buffer.concat(parts);
}

/** For each sector the next of its chain: the numbers of the sectors that hold the table stand in the header. */
function allocationTable(file: Buffer, sector: (number: number) => Buffer, size: number): number[] {
  const places = numbersIn(file.subarray(0x4c, HEADER)).slice(0, FAT_IN_HEADER);
  let more = file.readUInt32LE(0x44);
  for (let left = file.readUInt32LE(0x48); left > 0 && more <= LAST_REGULAR; left -= 1) {
    const numbers = numbersIn(sector(more));
    if (numbers.length < size / 4 || places.length > file.length / size) refuse('damaged-file', {});
    places.push(...numbers.slice(0, -1));
    more = numbers.at(-1) ?? LAST_REGULAR + 1;
  }
  return places.filter((place) => place <= LAST_REGULAR).flatMap((place) => numbersIn(sector(place)));
}

function numbersIn(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
}
