import type { Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { installationCounts, type InstallationCounts } from './first-steps-store.ts';

/** How far a new installation is. */
export class FirstStepsService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  counts(reach: Reach): Promise<InstallationCounts> {
    return installationCounts(this.#database.read, reach);
  }
}
