import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import { bureaus } from '../organisation/organisation-store.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { campaignCreated, type Campaign, type GuardedCampaign } from './campaign.ts';
import { noticeFaults, noticeIn, yearIn, type CampaignFault, type CampaignForm } from './campaign-form.ts';
import { campaignById, campaignOf, campaignsOf, insertCampaign, updateGuarded } from './campaign-store.ts';

/** The year's inspections as the office keeps them. */
export class CampaignOfficeService {
  readonly #database: Database;
  readonly #audit: AuditService;

  constructor(database: Database, audit: AuditService) {
    this.#database = database;
    this.#audit = audit;
  }

  /** The inspections of the bureaus in reach, the latest first. */
  async list(reach: Reach): Promise<readonly Campaign[]> {
    const { read } = this.#database;
    const lists = await Promise.all((await this.#bureaus(reach)).map((bureau) => campaignsOf(read, bureau)));
    return lists.flat();
  }

  /** @throws OperationalError `not-found`, also for one out of reach. */
  async find(id: number, reach: Reach): Promise<GuardedCampaign> {
    const found = await campaignById(this.#database.read, id);
    if (found === null || !reaches(reach, found.campaign.bureau.path)) throw noSuchCampaign();
    return found;
  }

  /** Opens a year's inspection in the first bureau in reach. Returns it, or what is wrong with the form. */
  async open(form: CampaignForm, reach: Reach, actor: Actor): Promise<Campaign | readonly CampaignFault[]> {
    const year = yearIn(form);
    const wrongYear: readonly CampaignFault[] =
      year === null ? [{ field: 'year', code: 'year-invalid' }] : [];
    const faults = [...wrongYear, ...noticeFaults(form)];
    const [bureau] = await this.#bureaus(reach);
    if (bureau === undefined) throw noSuchCampaign();
    if (year === null || faults.length > 0) return faults;
    return this.#database.transaction(async (transaction): Promise<Campaign | readonly CampaignFault[]> => {
      if ((await campaignOf(transaction, bureau, year)) !== null) {
        return [{ field: 'year', code: 'year-taken' }];
      }
      const campaign = await insertCampaign(transaction, bureau, year);
      await updateGuarded(transaction, campaign.id, 1, noticeIn(form));
      await this.#audit.record(transaction, actor, campaignCreated(campaign));
      return campaign;
    });
  }

  /** Changes number, dates and what post-holders see. Returns what is wrong; nothing when it was done. */
  async change(
    id: number,
    guard: number,
    form: CampaignForm,
    reach: Reach,
    actor: Actor,
  ): Promise<readonly CampaignFault[]> {
    const { campaign } = await this.find(id, reach);
    const faults = noticeFaults(form);
    if (faults.length > 0) return faults;
    return this.#database.transaction(async (transaction): Promise<readonly CampaignFault[]> => {
      const notice = noticeIn(form);
      if (!(await updateGuarded(transaction, id, guard, notice))) return [{ field: 'guard', code: 'stale' }];
      await this.#audit.record(transaction, actor, {
        action: 'campaign.changed',
        objectType: 'campaign',
        objectId: String(id),
        unitPath: campaign.bureau.path,
        details: { year: campaign.year, grades: notice.showsGradesToHolders, due: notice.dueOn },
      });
      return [];
    });
  }

  async #bureaus(reach: Reach): Promise<readonly OrgUnit[]> {
    return (await bureaus(this.#database.read)).filter(({ path }) => reaches(reach, path));
  }
}

function noSuchCampaign(): OperationalError {
  return new OperationalError('not-found', 'no-such-campaign', (text) => text.campaigns.noSuch);
}
