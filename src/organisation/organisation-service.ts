import type { Database } from '../platform/database.ts';
import type { OrgUnit } from './org-unit.ts';
import { unitsInReach } from './organisation-store.ts';
import type { Reach } from './reach.ts';

/** Who exists: units, posts and holdings. */
export class OrganisationService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All units somebody may see, in the order the bureau made them. */
  units(reach: Reach): Promise<readonly OrgUnit[]> {
    return unitsInReach(this.#database.read, reach);
  }
}
