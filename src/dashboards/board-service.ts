import type { Campaign } from '../campaigns/campaign.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { CoverageCell } from '../coverage/coverage-cell.ts';
import type { CoverageService } from '../coverage/coverage-service.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { unitById, unitsUnder } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { countPoints, listPoints } from '../risk-points/point-list-store.ts';
import { pointScope } from '../risk-points/point-scope.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { BoardFigures, DivisionFigures, Figures } from './board.ts';
import { formCounts } from './form-counts-service.ts';
import { countGrades, domainGrades, heatMap, postGrades, unitGrades } from './board-figures.ts';
import { gradesByDomain, gradesByPost, gradesByUnit, heatOfCampaign, heatUnder } from './board-store.ts';

/** How many grade 1 points a page names before it links to the list. */
const GRADE_ONE_SHOWN = 20;

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
  readonly coverage: CoverageService;
}

/** What leaders and divisions see: figures from rollups, never from points one by one. */
export class BoardService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The figures of all that somebody reaches in their bureau's campaign. */
  async board(query: { readonly year?: number }, reach: Reach): Promise<BoardFigures> {
    const campaign = await this.#parts.campaigns.inView(reach, query.year);
    const paths = pathsWithin(campaign.bureau, reach);
    const coverage = await this.#parts.coverage.ofCampaign(campaign);
    const divisions = (await unitsUnder(this.#parts.database.read, campaign.bureau.id)).filter((unit) =>
      reaches({ unitPaths: paths }, unit.path),
    );
    const shown = coverage.filter(
      ({ unitId }) =>
        divisions.some(({ id }) => id === unitId) ||
        (unitId === campaign.bureau.id && paths.includes(campaign.bureau.path)),
    );
    const rows = await gradesByUnit(this.#parts.database.read, campaign.id, paths);
    const own = rows.filter(({ unitPath }) => unitPath === campaign.bureau.path);
    const bureauItself = own.length > 0 ? [{ unit: campaign.bureau, counts: countGrades(own) }] : [];
    return {
      ...(await this.#figures(campaign, paths, shown)),
      divisions: [...unitGrades(divisions, rows), ...bureauItself],
      partOf: paths.includes(campaign.bureau.path) ? null : divisions.map(({ name }) => name),
    };
  }

  /**
   * The figures of one division, with what it has to do.
   * @throws OperationalError `not-found` when there is none in reach.
   */
  async division(unitId: number, query: { readonly year?: number }, reach: Reach): Promise<DivisionFigures> {
    const read = this.#parts.database.read;
    const unit = await unitById(read, unitId);
    if (unit === null || !reaches(reach, unit.path)) {
      throw new OperationalError('not-found', 'no-unit', (text) => text.dashboards.division.noSuch);
    }
    const campaign = await this.#parts.campaigns.inView({ unitPaths: [unit.path] }, query.year);
    const version = await this.#parts.rulebooks.judging('grading', campaign);
    const coverage = await this.#parts.coverage.ofUnit(campaign, unit);
    return {
      ...(await this.#figures(campaign, [unit.path], coverage)),
      unit,
      toDos: await this.#parts.coverage.toDosOf(campaign, unit),
      posts: postGrades(await gradesByPost(read, campaign.id, version.id, unit.path), unit.name),
    };
  }

  async #figures(
    campaign: Campaign,
    paths: readonly string[],
    coverage: readonly CoverageCell[],
  ): Promise<Figures> {
    const { clock, rulebooks, database } = this.#parts;
    const { read } = database;
    const version = await rulebooks.judging('grading', campaign);
    const scope = pointScope(campaign.id, version, { unitPaths: paths });
    const isWholeBureau = paths.includes(campaign.bureau.path);
    const heat = isWholeBureau ? heatOfCampaign(read, campaign.id) : heatUnder(read, campaign.id, paths);
    const gradeOne = await listPoints(read, scope, { grade: 1, page: 1, size: GRADE_ONE_SHOWN });
    return {
      campaign: { ...campaign, bureau: campaign.bureau.name },
      rulebook: {
        name: version.name,
        version: version.version,
        title: version.body.title,
        body: version.body,
      },
      asOf: clock.now(),
      forms: await formCounts(read, campaign.id, paths),
      counts: countGrades(await gradesByUnit(read, campaign.id, paths)),
      gradeOneWithoutMeasure: await countPoints(read, scope, { grade: 1, measures: 'none' }),
      heat: heatMap(version.body, await heat),
      domains: domainGrades(await gradesByDomain(read, campaign.id, paths)),
      coverage,
      gaps: coverage.filter(({ status }) => status === 'gap').length,
      gradeOne,
    };
  }
}

/** The parts of a reach that lie in a bureau: the whole bureau when the reach is wider. */
function pathsWithin(bureau: OrgUnit, reach: Reach): readonly string[] {
  if (reach.unitPaths.some((path) => bureau.path.startsWith(path))) return [bureau.path];
  const inside = reach.unitPaths.filter((path) => path.startsWith(bureau.path));
  return inside.filter((path) => !inside.some((other) => other !== path && path.startsWith(other)));
}
