import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import type { DivisionCoverage } from './division-coverage.ts';
import type { CoverageService } from './coverage-service.ts';
import { divisionInReach } from './division-in-reach-service.ts';
import type { PowerCoverageService } from './power-coverage-service.ts';
import { listExemptions } from './exemption-store.ts';

interface Parts {
  readonly database: Database;
  readonly campaigns: CampaignService;
  readonly coverage: CoverageService;
  readonly powers: PowerCoverageService;
}

/** What one division covers, what is missing, and what it applied for. */
export class DivisionCoverageService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws OperationalError `not-found`, or `forbidden` when the unit is out of reach. */
  unit(unitId: number, reach: Reach): Promise<OrgUnit> {
    return divisionInReach(this.#parts.database.read, unitId, reach);
  }

  /** @throws OperationalError `not-found`, or `forbidden` when the unit is out of reach. */
  async find(unitId: number, query: { readonly year?: number }, reach: Reach): Promise<DivisionCoverage> {
    const { database, campaigns, coverage, powers } = this.#parts;
    const unit = await divisionInReach(database.read, unitId, reach);
    const within = { unitPaths: [unit.path] };
    const campaign = await campaigns.inView(within, query.year);
    return {
      campaign,
      unit,
      cells: await coverage.ofUnit(campaign, unit),
      toDos: await coverage.toDosOf(campaign, unit),
      exemptions: await listExemptions(database.read, campaign.id, within, { unitId }),
      powers: await powers.ofUnit(campaign, unit),
    };
  }
}
