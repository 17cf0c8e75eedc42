import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { OwnInspection } from './own-inspection.ts';
import { formsOfPerson, personOfAccount, pointsOfForms, postsOfPerson } from './own-store.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
}

/** What a post-holder sees: their own, and nothing else. */
export class OwnService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Somebody's own posts, forms and risk points of the latest campaign; `null` while their account belongs to no
   * person. How points were assessed leaves this service only where the campaign shows it to post-holders.
   * @throws OperationalError `not-found` when there is no campaign.
   */
  async inspection(accountId: number): Promise<OwnInspection | null> {
    const { database, clock, campaigns, rulebooks } = this.#parts;
    const { read } = database;
    const person = await personOfAccount(read, accountId);
    if (person === null) return null;
    const campaign = await campaigns.inView({ unitPaths: [person.unitPath] });
    const rulebook = await rulebooks.judging('grading', campaign);
    const forms = await formsOfPerson(read, campaign.id, person.id);
    const formIds = forms.map(({ id }) => id);
    const points = await pointsOfForms(read, campaign.id, rulebook.id, formIds);
    const shown = campaign.showsGradesToHolders
      ? points
      : points.map((point) => ({ ...point, assessment: null }));
    return {
      personName: person.name,
      campaign,
      today: clock.today(),
      posts: await postsOfPerson(read, person.id),
      forms,
      points: shown,
      rulebook: rulebook.body,
    };
  }
}
