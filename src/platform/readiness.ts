import { setTimeout } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { lacksMigrations } from './migrate.ts';

/** Whoever asks more often is told what the last look found, so that no stranger makes the database work. */
const KEPT_MILLISECONDS = 1_000;
const PATIENCE_MILLISECONDS = 2_000;

/** Whether a process is to be given requests: its database answers and is up to date, and nobody has asked it to stop. */
export class Readiness {
  readonly #database: Database;
  readonly #clock: Clock;
  #isStopping = false;
  #look: { readonly began: number; readonly answer: Promise<boolean> } | null = null;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** From now on nothing new is to come. */
  stop(): void {
    this.#isStopping = true;
  }

  /** Never rejects: a database that fails, or that is silent for two seconds, is not there. */
  readonly isReady = async (): Promise<boolean> => {
    if (this.#isStopping) return false;
    const now = this.#clock.elapsed();
    if (this.#look === null || now - this.#look.began >= KEPT_MILLISECONDS) {
      this.#look = { began: now, answer: this.#isThere() };
    }
    return this.#look.answer;
  };

  async #isThere(): Promise<boolean> {
    const patience = new AbortController();
    const silence = setTimeout(PATIENCE_MILLISECONDS, false, { signal: patience.signal });
    const answer = lacksMigrations(this.#database.read).then((lacks) => !lacks);
    return Promise.race([answer, silence])
      .catch(() => false)
      .finally(() => {
        silence.catch(() => undefined);
        patience.abort();
      });
  }
}
