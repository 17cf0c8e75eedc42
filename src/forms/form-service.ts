import type { CampaignService } from '../campaigns/campaign-service.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { sourcesOf } from '../risk-points/point-detail-store.ts';
import { domainsOf } from '../risk-points/point-domain-store.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { DEFAULT_PAGE_SIZE } from '../web/pager.ts';
import type { FormFilter, FormList } from './form.ts';
import type { FormDetail, FormVersion, RiskStanding } from './form-detail.ts';
import {
  formHead,
  formSources,
  gradesOfForm,
  holdersOfForm,
  versionsOf,
  type FormHead,
} from './form-detail-store.ts';
import { countForms, listForms } from './form-list-store.ts';

interface Parts {
  readonly database: Database;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
}

/** Reads forms on file for pages. */
export class FormService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** One page of the forms that the filter leaves, as far as the asker reaches. */
  async list(filter: FormFilter, reach: Reach): Promise<FormList> {
    const { read } = this.#parts.database;
    const campaign = await this.#parts.campaigns.inView(reach, filter.year);
    const total = await countForms(read, campaign.id, reach, filter);
    const pages = Math.max(1, Math.ceil(total / (filter.size ?? DEFAULT_PAGE_SIZE)));
    const page = Math.min(filter.page, pages);
    const forms = await listForms(read, campaign.id, reach, { ...filter, page });
    return { total, page, pages, forms };
  }

  /**
   * A form with all its versions and where its values came from.
   * @throws OperationalError `not-found` when there is none in reach.
   */
  async find(id: number, reach: Reach): Promise<FormDetail> {
    const { read } = this.#parts.database;
    const head = await formHead(read, id);
    if (head === null || !reaches(reach, head.unitPath)) {
      throw new OperationalError('not-found', 'no-form', (text) => text.forms.form.noSuch);
    }
    const [current, ...earlier] = await versionsOf(read, id);
    if (current === undefined) throw new Error(`form ${String(id)} has no version`);
    const holders = await holdersOfForm(read, id);
    return {
      ...head,
      personName: holders[0]?.person ?? null,
      postNames: [...new Set(holders.map(({ post }) => post))],
      versions: [current, ...earlier],
      sources: await formSources(read, id),
      ...(await this.#judged(head, current)),
    };
  }

  async #judged(
    head: FormHead,
    current: FormVersion,
  ): Promise<Pick<FormDetail, 'standings' | 'gradeLabels'>> {
    const { database, rulebooks } = this.#parts;
    const version = await rulebooks.judging('grading', {
      id: head.campaignId,
      bureau: { path: head.unitPath },
    });
    const grades = await gradesOfForm(database.read, head.campaignId, version.id, head.id);
    const standings = await Promise.all(
      current.risks.map(async ({ pointId }): Promise<RiskStanding> => ({
        pointId,
        grade: grades.get(pointId) ?? null,
        domains: await domainsOf(database.read, pointId),
        sources: await sourcesOf(database.read, pointId),
      })),
    );
    return { standings, gradeLabels: version.body.grades };
  }
}
