import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { OperationalError } from '../platform/errors.ts';
import { LONGEST_RULEBOOK } from './rulebook-schema.ts';

/**
 * The text of a rulebook's file, for `parseRulebook` or `checkRulebook`. Never reads more than is needed to see that
 * a file is too large, and leaves judging that, and the encoding, to them.
 * @throws OperationalError `not-found` when there is no such file to read
 */
export function readRulebookFile(path: string): string {
  const bytes = Buffer.alloc(LONGEST_RULEBOOK + 1);
  const file = openFile(path);
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, fill(bytes, file)));
  } finally {
    closeSync(file);
  }
}

function openFile(path: string): number {
  const missing = new OperationalError('not-found', 'no-rulebook-file', (text) =>
    text.commands.unreadableRulebook(path),
  );
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    throw missing;
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw missing;
}

function fill(bytes: Buffer, file: number): number {
  let filled = 0;
  for (let read = -1; read !== 0 && filled < bytes.length; filled += read) {
    read = readSync(file, bytes, filled, bytes.length - filled, null);
  }
  return filled;
}
