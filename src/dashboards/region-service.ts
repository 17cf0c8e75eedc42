import { campaignOf } from '../campaigns/campaign-store.ts';
import type { CoverageService } from '../coverage/coverage-service.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { bureaus, unitsInReach } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { countGrades } from './board-figures.ts';
import { gradesByUnit } from './board-store.ts';
import type { BureauFigures, RegionFigures } from './board.ts';
import { formCounts } from './form-counts-service.ts';

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
    const figures: BureauFigures[] = [];
    for (const bureau of reached) figures.push(await this.#bureau(bureau, query.year));
    return {
      units: units.filter(({ path }) => reach.unitPaths.includes(path)).map(({ name }) => name),
      asOf: clock.now(),
      bureaus: figures,
    };
  }

  async #bureau(bureau: OrgUnit, year: number | undefined): Promise<BureauFigures> {
    const { read } = this.#parts.database;
    const campaign = await campaignOf(read, bureau, year);
    if (campaign === null) return { bureau, counted: null };
    const coverage = await this.#parts.coverage.ofCampaign(campaign);
    return {
      bureau,
      counted: {
        year: campaign.year,
        counts: countGrades(await gradesByUnit(read, campaign.id, [bureau.path])),
        gaps: coverage.filter(({ status }) => status === 'gap').length,
        forms: await formCounts(read, campaign.id, [bureau.path]),
      },
    };
  }
}
