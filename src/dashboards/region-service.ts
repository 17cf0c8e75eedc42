import { campaignsOfEach } from '../campaigns/campaign-store.ts';
import type { CoverageService } from '../coverage/coverage-service.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { bureaus, unitsInReach } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { countGrades } from './board-figures.ts';
import { gradesByCampaign } from './board-store.ts';
import type { BureauFigures, RegionFigures } from './board.ts';
import { formCountsOfEach } from './form-counts-service.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly coverage: CoverageService;
}

/** Counts over a subtree of bureaus, each in its own latest campaign: from rollups, never from texts. */
export class RegionService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async region(query: { readonly year?: number }, reach: Reach): Promise<RegionFigures> {
    const { database, clock } = this.#parts;
    const units = await unitsInReach(database.read, reach);
    const reached = (await bureaus(database.read)).filter(({ path }) => reaches(reach, path));
    return {
      units: units.filter(({ path }) => reach.unitPaths.includes(path)).map(({ name }) => name),
      asOf: clock.now(),
      bureaus: await this.#figuresOf(reached, reach, query.year),
    };
  }

  /** Each figure is asked for all bureaus at once: a region has a hundred. */
  async #figuresOf(
    reached: readonly OrgUnit[],
    reach: Reach,
    year: number | undefined,
  ): Promise<readonly BureauFigures[]> {
    const { read } = this.#parts.database;
    const campaigns = await campaignsOfEach(read, reached, year);
    const counted = [...campaigns.values()];
    const coverage = await this.#parts.coverage.ofEach(counted, reach);
    const forms = await formCountsOfEach(read, counted, reach);
    const grades = await gradesByCampaign(
      read,
      counted.map(({ id }) => id),
    );
    return reached.map((bureau) => {
      const campaign = campaigns.get(bureau.id);
      const filed = campaign === undefined ? undefined : forms.get(campaign.id);
      if (campaign === undefined || filed === undefined) return { bureau, counted: null };
      const cells = coverage.get(campaign.id) ?? [];
      return {
        bureau,
        counted: {
          year: campaign.year,
          counts: countGrades(grades.filter(({ campaignId }) => campaignId === campaign.id)),
          gaps: cells.filter(({ status }) => status === 'gap').length,
          forms: filed,
        },
      };
    });
  }
}
