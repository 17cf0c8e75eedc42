import type { ReadFile, ReadScales } from './read-form.ts';

/** What the parsing worker sends its child: a file to read. */
export interface ParsingTask {
  readonly task: number;
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly scales: ReadScales;
}

/** What the child answers: that it begins with a file, and what the file says. */
export type ParsingAnswer = { readonly started: number } | { readonly task: number; readonly read: ReadFile };
