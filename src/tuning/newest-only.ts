import { OperationalError } from '../platform/errors.ts';

/** Of the questions under one key only the newest is worked at. */
export class NewestOnly {
  readonly #running = new Map<string, AbortController>();

  /**
   * Ends the work for an earlier question and begins that for this one.
   * @throws OperationalError `conflict` as soon as a newer question comes
   */
  async run<Answer>(key: string, work: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    this.#running.get(key)?.abort(superseded());
    const controller = new AbortController();
    this.#running.set(key, controller);
    try {
      const answer = await work(controller.signal);
      controller.signal.throwIfAborted();
      return answer;
    } finally {
      if (this.#running.get(key) === controller) this.#running.delete(key);
    }
  }
}

function superseded(): OperationalError {
  return new OperationalError('conflict', 'superseded', (text) => text.workbench.superseded);
}
