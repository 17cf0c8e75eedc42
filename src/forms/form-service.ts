import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { DEFAULT_PAGE_SIZE } from '../web/pager.ts';
import type { FormFilter, FormList } from './form.ts';
import { countForms, listForms } from './form-list-store.ts';

/** Reads forms on file for pages. */
export class FormService {
  readonly #database: Database;
  readonly #campaigns: CampaignService;

  constructor(database: Database, campaigns: CampaignService) {
    this.#database = database;
    this.#campaigns = campaigns;
  }

  /** One page of the forms that the filter leaves, as far as the asker reaches. */
  async list(filter: FormFilter, reach: Reach): Promise<FormList> {
    const campaign = await this.#campaigns.inView(reach, filter.year);
    const total = await countForms(this.#database.read, campaign.id, reach, filter);
    const pages = Math.max(1, Math.ceil(total / (filter.size ?? DEFAULT_PAGE_SIZE)));
    const page = Math.min(filter.page, pages);
    const forms = await listForms(this.#database.read, campaign.id, reach, { ...filter, page });
    return { total, page, pages, forms };
  }
}
