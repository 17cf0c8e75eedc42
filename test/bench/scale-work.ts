import type { Database } from '../../src/platform/database.ts';

/** What stands in a database when work is done: figures that are the same whoever did it, in whatever order. */
export interface ScaleEnd {
  /** How many points or forms were dealt with, as the jobs say. */
  readonly done: number;
  /** Digests, by what they are of. */
  readonly digests: Readonly<Record<string, string>>;
  /** What is wrong by itself, whatever other runs ended with. */
  readonly faults: readonly string[];
}

/** Something that workers share. */
export interface ScaleWork {
  readonly name: string;
  /** What throughput counts. */
  readonly unit: 'points' | 'forms';
  /** Kinds of jobs: those that are shared out, and their parts. */
  readonly whole: string;
  readonly part: string;
  /** Makes a database in which the jobs wait, for nobody yet: their `retry_at` is `NEVER`. */
  fill(database: Database): Promise<void>;
  endOf(database: Database): Promise<ScaleEnd>;
}

/** Later than any run. */
const NEVER = '9999-12-31T00:00:00.000Z';

/** Keeps workers from finding the jobs that wait. */
export async function holdBack({ schema }: Database): Promise<void> {
  await schema('job').update({ retry_at: NEVER });
}

/** Lets workers find the jobs that wait. */
export async function letGo({ schema }: Database): Promise<void> {
  await schema('job').where({ retry_at: NEVER }).update({ retry_at: null });
}
