import iconv from 'iconv-lite';
import { refuse } from './unreadable-file.ts';

/** A stretch of text that lies together in the file. */
export interface Piece {
  readonly text: string;
  /** Where in the WordDocument stream the first character is. */
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
}

/** Places in the file information block at the start of the WordDocument stream ([MS-DOC] 2.5). */
const FIB = {
  magic: 0x00,
  flags: 0x0a,
  mainTextLength: 0x4c,
  characterRuns: 0xfa,
  paragraphRuns: 0x102,
  pieceTable: 0x1a2,
} as const;

const WORD97 = 0xa5ec;
const WORD95 = 0xa5dc;
const ENCRYPTED = 0x0100;
const SECOND_TABLE_STREAM = 0x0200;
const PROPERTY_RUN = 1;
const PIECES = 2;
const IN_ONE_BYTE = 0x40000000;

/** @throws {UnreadableFile} when the document is older than Word 97 or has a password. */
export function tableStreamName(document: Buffer): '0Table' | '1Table' {
  const magic = document.readUInt16LE(FIB.magic);
  if (magic === WORD95) refuse('unsupported-format', { kind: 'word95' });
  if (magic !== WORD97) refuse('damaged-file', {});
  const flags = document.readUInt16LE(FIB.flags);
  if ((flags & ENCRYPTED) !== 0) refuse('password-protected', {});
  return (flags & SECOND_TABLE_STREAM) === 0 ? '0Table' : '1Table';
}

/** The part of the table stream that lists where runs of character or paragraph properties are. */
export function runTable(document: Buffer, table: Buffer, kind: 'characterRuns' | 'paragraphRuns'): Buffer {
  const start = document.readUInt32LE(FIB[kind]);
  return table.subarray(start, start + document.readUInt32LE(FIB[kind] + 4));
}

/** The pieces of the main text in reading order; headers, notes and text boxes come after it and are left out. */
export function mainTextPieces(document: Buffer, table: Buffer): Piece[] {
  const list = pieceList(document, table);
  const count = Math.floor((list.length - 4) / 12);
  let left = document.readUInt32LE(FIB.mainTextLength);
  const pieces: Piece[] = [];
  for (let index = 0; index < count && left > 0; index += 1) {
    const length = list.readUInt32LE((index + 1) * 4) - list.readUInt32LE(index * 4);
    const place = list.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    pieces.push(pieceAt(document, place, Math.min(length, left)));
    left -= length;
  }
  return pieces;
}

function pieceList(document: Buffer, table: Buffer): Buffer {
  const start = document.readUInt32LE(FIB.pieceTable);
  let at = start;
  while (table.readUInt8(at) === PROPERTY_RUN) at += 3 + table.readUInt16LE(at + 1);
  if (table.readUInt8(at) !== PIECES) refuse('damaged-file', {});
  return table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
}

function pieceAt(document: Buffer, place: number, length: number): Piece {
  if (length < 0) refuse('damaged-file', {});
  if ((place & IN_ONE_BYTE) === 0) {
    const text = document.toString('utf16le', place, place + length * 2);
    return { text, offset: place, bytesPerCharacter: 2 };
  }
  const offset = (place & ~IN_ONE_BYTE) / 2;
  const text = iconv.decode(document.subarray(offset, offset + length), 'windows-1252');
  return { text, offset, bytesPerCharacter: 1 };
}
