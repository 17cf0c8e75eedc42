import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { Metrics } from './metrics.ts';
import { Readiness } from './readiness.ts';

/** A database whose transactions are timed, and what is to be known of the process by who watches over it. */
export interface Watched {
  readonly database: Database;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
}

export function watched(opened: Database, clock: Clock): Watched {
  const metrics = new Metrics();
  const database = metrics.timing(opened);
  return { database, metrics, readiness: new Readiness(database, clock) };
}
