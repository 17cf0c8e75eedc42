import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Watch } from './scale-watch.ts';

const WORKER = fileURLToPath(new URL('scale-worker.ts', import.meta.url));
/** Of a worker that was killed, others take over what it was at after so long. */
const LEASE_MILLISECONDS = 3_000;

/** Worker processes, which end with us. */
export class Crew {
  readonly #url: string;
  readonly #watch: Watch;
  readonly #working: ChildProcess[] = [];

  constructor(url: string, watch: Watch) {
    this.#url = url;
    this.#watch = watch;
  }

  /** Starts one; it is at work when this resolves. */
  async hire(): Promise<void> {
    const words = ['--import', 'tsx', WORKER, this.#url, String(LEASE_MILLISECONDS)];
    const worker = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#working.push(worker);
    await once(worker.stdout, 'data');
    this.#watch.note(worker.pid ?? 0);
  }

  /** Kills one as a power cut would. */
  kill(which: number): void {
    const [victim] = this.#working.splice(which % this.#working.length, 1);
    victim?.kill('SIGKILL');
  }

  /** Asks all to stop, and waits for them. */
  async dismiss(): Promise<void> {
    const leaving = this.#working.splice(0);
    const gone = leaving.map((worker) => once(worker, 'exit'));
    for (const worker of leaving) worker.kill('SIGTERM');
    await Promise.all(gone);
  }
}
