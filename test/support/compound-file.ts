import * as spreadsheets from '@e965/xlsx';

/** What we use of the library's writer of compound files, which it leaves untyped. */
interface CompoundFiles {
  readonly utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Buffer): void };
  write(file: object, options: { readonly type: 'buffer' }): Buffer;
}

/** A compound file with these streams, all of the same content. */
export function compoundFile(content: Buffer, ...streams: readonly string[]): Buffer {
  const compoundFiles = spreadsheets.CFB as CompoundFiles;
  const file = compoundFiles.utils.cfb_new();
  for (const stream of streams) compoundFiles.utils.cfb_add(file, `/${stream}`, content);
  return Buffer.from(compoundFiles.write(file, { type: 'buffer' }));
}
