import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { parentOf, processorSecondsOfFamily, processorSecondsOfMachine } from './processor-seconds.ts';

const EVERY_MILLISECONDS = 100;

/** Running, waiting for a lock of others, for the disk, for another part of the server, or for its worker's next word. */
export type ConnectionState = 'runs' | 'lock' | 'disk' | 'server' | 'worker';

/** What was busy while workers worked: cores, and connections by what they were at, each on the average. */
export interface Busy {
  readonly databaseCores: number;
  /** Children that read files for them included. */
  readonly workerCores: number;
  /** Of everybody on the machine, whoever he is. */
  readonly machineCores: number;
  readonly connections: Readonly<Record<ConnectionState, number>>;
}

interface Activity {
  readonly state: string | null;
  readonly kind: string | null;
}

/** Watches a database and the processes that work on it. */
export class Watch {
  readonly #client: pg.Client;
  readonly #connections = { runs: 0, lock: 0, disk: 0, server: 0, worker: 0 };
  readonly #workers = new Map<number, { readonly before: number; last: number }>();
  #looks = 0;
  #server = 0;
  #before = { at: 0, database: 0, machine: 0 };
  #isWatching = false;
  #watching: Promise<void> = Promise.resolve();

  constructor(url: string) {
    this.#client = new pg.Client(url);
  }

  async begin(): Promise<void> {
    await this.#client.connect();
    const { rows } = await this.#client.query<{ pid: number }>('select pg_backend_pid() as pid');
    this.#server = parentOf(rows[0]?.pid ?? 0);
    this.#before = this.#now();
    this.#isWatching = true;
    this.#watching = this.#look();
  }

  /** Counts a worker's time from now on. */
  note(pid: number): void {
    const before = processorSecondsOfFamily(pid);
    this.#workers.set(pid, { before, last: before });
  }

  async end(): Promise<Busy> {
    this.#isWatching = false;
    await this.#watching;
    await this.#client.end();
    const { at, database, machine } = this.#now();
    const seconds = (at - this.#before.at) / 1000;
    const workers = [...this.#workers.values()].reduce((sum, { before, last }) => sum + last - before, 0);
    const looks = Math.max(this.#looks, 1);
    const { runs, lock, disk, server, worker } = this.#connections;
    return {
      databaseCores: (database - this.#before.database) / seconds,
      workerCores: workers / seconds,
      machineCores: (machine - this.#before.machine) / seconds,
      connections: {
        ...{ runs: runs / looks, lock: lock / looks, disk: disk / looks },
        ...{ server: server / looks, worker: worker / looks },
      },
    };
  }

  #now() {
    return {
      at: performance.now(),
      database: processorSecondsOfFamily(this.#server),
      machine: processorSecondsOfMachine(),
    };
  }

  async #look(): Promise<void> {
    while (this.#isWatching) {
      const { rows } = await this.#client.query<Activity>(
        `select state, wait_event_type as kind from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      );
      for (const row of rows) {
        const at = stateOf(row);
        if (at !== null) this.#connections[at] += 1;
      }
      this.#looks += 1;
      for (const [pid, time] of this.#workers) time.last = Math.max(time.last, processorSecondsOfFamily(pid));
      await setTimeout(EVERY_MILLISECONDS);
    }
  }
}

function stateOf({ state, kind }: Activity): ConnectionState | null {
  if (state === 'idle in transaction') return 'worker';
  if (state !== 'active') return null;
  if (kind === null) return 'runs';
  if (kind === 'Lock') return 'lock';
  if (kind === 'IO') return 'disk';
  return kind === 'Client' ? 'worker' : 'server';
}
