import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AnsweredRequest } from './answered-request.ts';
import type { Database } from './database.ts';
import type { JobFigures } from './job.ts';

const REQUEST_SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];
const TRANSACTION_SECONDS = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10, 60];
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'HEAD']);

/**
 * What is measured for who runs the program: durations and counts by patterns that the program knows beforehand. No
 * name, address, unit or text is a label, so that nothing personal leaves and the labels stay few.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'qinglian_request_seconds',
    help: 'Time to answer a request, by route pattern, method and class of status',
    labelNames: ['route', 'method', 'status'],
    buckets: REQUEST_SECONDS,
    registers: [this.#registry],
  });
  readonly #transactions = new Histogram({
    name: 'qinglian_transaction_seconds',
    help: 'Time of a transaction, waiting for its turn included, by kind and outcome',
    labelNames: ['kind', 'outcome'],
    buckets: TRANSACTION_SECONDS,
    registers: [this.#registry],
  });

  #look: () => Promise<void> = () => Promise.resolve();

  readonly answered = ({ route, method, status, milliseconds }: AnsweredRequest): void => {
    const labels = {
      route: route ?? 'none',
      method: METHODS.has(method) ? method : 'other',
      status: `${String(Math.floor(status / 100))}xx`,
    };
    this.#requests.observe(labels, milliseconds / 1000);
  };

  /** The same database, whose transactions are timed. */
  timing(database: Database): Database {
    return {
      ...database,
      transaction: (work) => this.#timed('write', () => database.transaction(work)),
      sharedTransaction: (work) => this.#timed('write', () => database.sharedTransaction(work)),
      ownTransaction: (work) => this.#timed('write', () => database.ownTransaction(work)),
      snapshot: (work) => this.#timed('read', () => database.snapshot(work)),
    };
  }

  /** Adds what is looked for only when somebody asks: the jobs, and how the process itself is. Call it once. */
  watch(jobs: () => Promise<JobFigures>): void {
    const registers = [this.#registry];
    const up = new Gauge({ name: 'qinglian_database_up', help: 'Whether the database answered', registers });
    const count = new Gauge({
      name: 'qinglian_jobs',
      help: 'Jobs by state',
      labelNames: ['state'],
      registers,
    });
    const oldest = new Gauge({
      name: 'qinglian_oldest_waiting_job_seconds',
      help: 'For how long the job that waits longest could have run; 0 when none waits',
      registers,
    });
    this.#look = async () => {
      const figures = await jobs().catch(() => null);
      up.set(figures === null ? 0 : 1);
      for (const gauge of [count, oldest]) gauge.reset();
      if (figures === null) return;
      for (const state of ['waiting', 'running', 'failed'] as const) count.set({ state }, figures[state]);
      oldest.set(figures.oldestSeconds);
    };
    collectDefaultMetrics({ register: this.#registry });
    // Which version runs is nobody's business.
    this.#registry.removeSingleMetric('nodejs_version_info');
  }

  /** Everything measured so far, as Prometheus reads it. */
  async text(): Promise<{ readonly contentType: string; readonly body: string }> {
    await this.#look();
    return { contentType: this.#registry.contentType, body: await this.#registry.metrics() };
  }

  async #timed<Result>(kind: 'write' | 'read', work: () => Promise<Result>): Promise<Result> {
    const end = this.#transactions.startTimer({ kind });
    try {
      const result = await work();
      end({ outcome: 'committed' });
      return result;
    } catch (error) {
      end({ outcome: 'taken-back' });
      throw error;
    }
  }
}
