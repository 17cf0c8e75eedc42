/** A file somebody may bring, and what it is refused with: the place, and a word of what is wrong and of the remedy. */
export interface HostileFile {
  readonly what: string;
  readonly bytes: () => Buffer | Promise<Buffer>;
  readonly says: readonly string[];
}
