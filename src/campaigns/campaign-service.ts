import { bureaus } from '../organisation/organisation-store.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { Campaign } from './campaign.ts';
import { campaignOf } from './campaign-store.ts';

/** The year's inspections. */
export class CampaignService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The campaign that somebody with this reach looks at: that of the first bureau in reach (or around it), of a
   * given year or the latest.
   * @throws OperationalError `not-found` when there is none.
   */
  async inView(reach: Reach, year?: number): Promise<Campaign> {
    for (const bureau of await bureaus(this.#database.read)) {
      const isInView = reach.unitPaths.some(
        (path) => path.startsWith(bureau.path) || bureau.path.startsWith(path),
      );
      const campaign = isInView ? await campaignOf(this.#database.read, bureau, year) : null;
      if (campaign !== null) return campaign;
    }
    throw new OperationalError('not-found', 'no-campaign', (text) => text.campaigns.none(year));
  }
}
