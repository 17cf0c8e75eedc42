import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { factsInUse } from '../rulebooks/facts-in-use-store.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { knownCounts, type KnownCounts } from './fact-count-store.ts';

/** All facts that rules of a bureau may speak of, and of how many points each is known. */
export interface FactCatalogue {
  readonly bureau: string;
  /** The rulebook in force, declaring also what the catalogue has besides. */
  readonly rulebook: GradingRulebook;
  readonly counts: KnownCounts;
}

/** Reads the catalogue of facts. */
export class FactCatalogueService {
  readonly #database: Database;
  readonly #campaigns: CampaignService;
  readonly #rulebooks: RulebookService;

  constructor(parts: {
    readonly database: Database;
    readonly campaigns: CampaignService;
    readonly rulebooks: RulebookService;
  }) {
    this.#database = parts.database;
    this.#campaigns = parts.campaigns;
    this.#rulebooks = parts.rulebooks;
  }

  /** The catalogue of the bureau whose campaign the asker sees. */
  async find(reach: Reach): Promise<FactCatalogue> {
    const { read } = this.#database;
    const { id, bureau } = await this.#campaigns.inView(reach, undefined);
    const { body } = await this.#rulebooks.inForce('grading', bureau.path, read);
    const facts = await factsInUse(read, bureau.path, body);
    return { bureau: bureau.name, rulebook: { ...body, facts }, counts: await knownCounts(read, id) };
  }
}
