import type { Campaign } from '../campaigns/campaign.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { Database } from '../platform/database.ts';
import { coverageJudge } from '../rulebooks/coverage-judge.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { approvedExemptions, touchedDomains } from './coverage-store.ts';
import { powerFacts, type PowerCell } from './power-coverage.ts';
import { powerPoints } from './power-point-store.ts';
import { standingPowers } from './power-store.ts';

/** What divisions cover of their listed powers: a finer basis than their domains, judged by the same rules. */
export class PowerCoverageService {
  readonly #database: Database;
  readonly #rulebooks: RulebookService;

  constructor(database: Database, rulebooks: RulebookService) {
    this.#database = database;
    this.#rulebooks = rulebooks;
  }

  /** The powers of a division, in the order of the list. */
  async ofUnit(campaign: Campaign, unit: OrgUnit): Promise<readonly PowerCell[]> {
    const { read } = this.#database;
    const powers = await standingPowers(read, unit.path);
    if (powers.length === 0) return [];
    const exemptions = await approvedExemptions(read, [campaign.id]);
    const scene = {
      points: await powerPoints(read, campaign.id, unit.path),
      touching: await touchedDomains(read, [unit.path]),
      exemptDomains: exemptions.filter(({ unitId }) => unitId === unit.id).map(({ domain }) => domain),
    };
    const rulebook = await this.#rulebooks.judging('coverage', campaign);
    const judge = coverageJudge(rulebook.body);
    return Promise.all(
      powers.map(async (power) => {
        const facts = powerFacts(power, scene);
        const { status, rule } = await judge.judge(facts);
        return { power, points: Number(facts['points']), status, rule };
      }),
    );
  }
}
