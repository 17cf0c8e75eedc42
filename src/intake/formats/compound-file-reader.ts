import * as spreadsheets from '@e965/xlsx';
import { refuse } from './unreadable-file.ts';

/** An opened file of the old binary Office formats, which are little file systems. */
export interface CompoundFile {
  readonly format: 'doc' | 'xls';
  /** A stream's bytes, `null` where there is none of that name. */
  stream(name: string): Buffer | null;
}

/** What we use of the library's compound file reader, which it leaves untyped. */
interface Directory {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: Uint8Array | readonly number[] }[];
}

interface CompoundFiles {
  read(bytes: Buffer, options: { readonly type: 'buffer' }): Directory;
}

// The library's own declaration is `any`; the interface above is what its source says.
const compoundFiles = spreadsheets.CFB as CompoundFiles;

const MACRO_STORAGES = /(?:^|\/)(?:Macros|_VBA_PROJECT_CUR|_VBA_PROJECT|VBA)\/?$/iu;

/**
 * Opens a .doc or .xls by the streams inside it.
 *
 * @throws {UnreadableFile} when it is damaged, encrypted, holds macros, or is of another program.
 */
export function openCompoundFile(bytes: Buffer): CompoundFile {
  const directory = directoryOf(bytes);
  const stream = (name: string): Buffer | null => {
    const index = directory.FullPaths.findIndex((path) => path.split('/').slice(1).join('/') === name);
    const content = directory.FileIndex[index]?.content;
    return content === undefined ? null : Buffer.from(content);
  };
  const paths = directory.FullPaths.map((path) => path.split('/').slice(1).join('/'));
  if (paths.includes('EncryptedPackage')) refuse('password-protected', {});
  if (paths.some((path) => MACRO_STORAGES.test(path))) refuse('macro-file', {});
  if (paths.includes('WordDocument')) return { format: 'doc', stream };
  if (paths.includes('Workbook') || paths.includes('Book')) return { format: 'xls', stream };
  return refuse('unsupported-format', { kind: 'compound' });
}

function directoryOf(bytes: Buffer): Directory {
  try {
    return compoundFiles.read(bytes, { type: 'buffer' });
  } catch {
    return refuse('damaged-file', {});
  }
}
