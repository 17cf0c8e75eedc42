import { sectorsOf, type Sectors } from './compound-sectors.ts';
import { refuse } from './unreadable-file.ts';

/** An opened file of the old binary Office formats, which are little file systems. */
export interface CompoundFile {
  readonly format: 'doc' | 'xls';
  /** A stream's bytes, `null` where there is none of that name. */
  stream(name: string): Buffer | null;
}

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  /** Entries of one storage form a tree; the numbers of the entries on either side, and of one inside. */
  readonly before: number;
  readonly after: number;
  readonly inside: number;
  readonly first: number;
  readonly size: number;
}

const ENTRY = 128;
const STREAM = 2;
const MACROS = /^(?:Macros|_VBA_PROJECT_CUR|_VBA_PROJECT|VBA)$/iu;

/**
 * Opens a .doc or .xls by the streams inside it.
 *
 * @throws {UnreadableFile} when it is damaged, encrypted, holds macros, or is of another program.
 */
export function openCompoundFile(bytes: Buffer): CompoundFile {
  const sectors = sectorsOf(bytes);
  const all = entriesOf(sectors.directory);
  const entries = atRoot(all);
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  if (has('EncryptedPackage')) refuse('password-protected', {});
  if (all.some(({ name }) => MACROS.test(name))) refuse('macro-file', {});
  const stream = (name: string): Buffer | null => {
    const entry = entries.find((candidate) => candidate.isStream && candidate.name === name);
    return entry === undefined ? null : contentOf(entry, sectors);
  };
  if (has('WordDocument')) return { format: 'doc', stream };
  if (has('Workbook') || has('Book')) return { format: 'xls', stream };
  return refuse('unsupported-format', { kind: 'compound' });
}

function entriesOf(directory: Buffer): Entry[] {
  const count = Math.floor(directory.length / ENTRY);
  return Array.from({ length: count }, (_, index) =>
    directory.subarray(index * ENTRY, (index + 1) * ENTRY),
  ).map((entry) => ({
    name: entry.toString('utf16le', 0, Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2))),
    isStream: entry[66] === STREAM,
    before: entry.readUInt32LE(68),
    after: entry.readUInt32LE(72),
    inside: entry.readUInt32LE(76),
    first: entry.readUInt32LE(116),
    size: entry.readUInt32LE(120),
  }));
}

/** What stands at the root: objects embedded in a file have streams of the same names inside their storages. */
function atRoot(entries: readonly Entry[]): Entry[] {
  const found = new Set<Entry>();
  const waiting = [entries[0]?.inside];
  while (waiting.length > 0) {
    const entry = entries[waiting.pop() ?? entries.length];
    if (entry === undefined || found.has(entry)) continue;
    found.add(entry);
    waiting.push(entry.before, entry.after);
  }
  return [...found];
}

function contentOf({ first, size }: Entry, sectors: Sectors): Buffer {
  const bytes = size < sectors.shortBelow ? sectors.shortChain(first) : sectors.chain(first);
  return bytes.subarray(0, size);
}
