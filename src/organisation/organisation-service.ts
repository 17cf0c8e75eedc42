import type { Database } from '../platform/database.ts';
import type { OrgUnit } from './org-unit.ts';
import { unitById, unitsInReach } from './organisation-store.ts';
import type { Post } from './post.ts';
import { peopleUnder, postsUnder } from './post-store.ts';
import { reaches, type Reach } from './reach.ts';

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

  /** The posts of a unit and what is under it; none for no unit or one out of reach. */
  async posts(unitId: number | null, reach: Reach): Promise<readonly Post[]> {
    const unit = unitId === null ? null : await unitById(this.#database.read, unitId);
    return unit === null || !reaches(reach, unit.path) ? [] : postsUnder(this.#database.read, unit.path);
  }

  /** The people of a unit and what is under it; nobody for no unit or one out of reach. */
  async people(
    unitId: number | null,
    reach: Reach,
  ): Promise<readonly { readonly id: number; readonly name: string }[]> {
    const unit = unitId === null ? null : await unitById(this.#database.read, unitId);
    return unit === null || !reaches(reach, unit.path) ? [] : peopleUnder(this.#database.read, unit.path);
  }
}
