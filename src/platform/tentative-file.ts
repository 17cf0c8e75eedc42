import { copyFileSync, constants, linkSync, rmSync } from 'node:fs';
import { OperationalError } from './errors.ts';

/** What SQLite keeps beside a database that is open, or was left open. */
const COMPANIONS = ['', '-wal', '-shm'];

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * A database file that is made under a passing name and gets its own only when it is kept, so that a command that
 * changes its mind leaves nothing behind and never removes what somebody else made meanwhile.
 */
export class TentativeFile {
  /** Where it is made. */
  readonly path: string;
  readonly #filename: string;

  /** From here on nothing stays either when somebody interrupts the program. */
  constructor(filename: string) {
    this.#filename = filename;
    this.path = `${filename}.${String(process.pid)}.new`;
    for (const signal of SIGNALS) process.once(signal, this.#interrupted);
  }

  readonly #interrupted = (signal: NodeJS.Signals): void => {
    this.drop();
    // Without us listening any more it ends the program, as it does without a tentative file.
    process.kill(process.pid, signal);
  };

  /**
   * Gives the closed file its own name.
   * @throws OperationalError `conflict` when there is such a file by now; then nothing is kept.
   */
  keep(): void {
    try {
      this.#giveName();
    } catch (error) {
      if (!isThere(error)) throw error;
      throw new OperationalError('conflict', 'database-appeared', (text) =>
        text.commands.databaseAppeared(this.#filename),
      );
    } finally {
      this.drop();
    }
  }

  drop(): void {
    for (const signal of SIGNALS) process.off(signal, this.#interrupted);
    for (const end of COMPANIONS) rmSync(this.path + end, { force: true });
  }

  /** Both ways refuse a name that is taken; some file systems know no second names. */
  #giveName(): void {
    try {
      linkSync(this.path, this.#filename);
    } catch (error) {
      if (isThere(error)) throw error;
      copyFileSync(this.path, this.#filename, constants.COPYFILE_EXCL);
    }
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
