import { OperationalError } from '../platform/errors.ts';
import type { UploadLimits } from './upload-limits.ts';

/** Lets a few uploads in at a time, keeps some waiting in their order, and turns away the rest. */
export class UploadTurns {
  readonly #limits: UploadLimits;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: UploadLimits) {
    this.#limits = limits;
  }

  /**
   * Runs `work` when it is its turn.
   * @throws {OperationalError} `unavailable` at once when too many wait already.
   */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#limits.atOnce) {
      if (this.#waiting.length >= this.#limits.waiting) {
        throw new OperationalError('unavailable', 'uploads-busy', (text) => text.web.errors.uploadsBusy);
      }
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
