import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { Verdict } from '../grading/verdict.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Database, Queryable } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import {
  ASSESSED_PER_PAGE,
  ASSESSED_FACTS,
  type AssessFilter,
  type LastSet,
  type PointToAssess,
  type Steps,
} from './assessment.ts';
import { stepsKey, withSteps } from './assessed-steps.ts';
import { rulebooksOfScales } from './other-scale-service.ts';
import { otherScales, type RulebooksByScale } from './other-scale.ts';
import type { Answers } from './assessment-question.ts';
import { countToAssess, idsToAssess, pointsToAssess } from './assessment-store.ts';
import { answersOf } from './point-answer-store.ts';
import { pointScope } from './point-scope.ts';
import { lastSet } from './last-set-store.ts';

/** Points with what the rules would say of each, whatever somebody chooses. */
export interface AssessmentSheet {
  readonly points: readonly PointToAssess[];
  readonly rulebook: GradingScope['version'];
  readonly otherRulebooks: RulebooksByScale;
  /** What the rules say, by point and by the steps that could be chosen. */
  readonly verdicts: ReadonlyMap<number, VerdictTable>;
}

/** The verdict for every choice of steps, by `stepsKey`. */
export type VerdictTable = ReadonlyMap<string, Verdict>;

export interface AssessmentList extends AssessmentSheet {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** One point with how its questions were answered last. */
export interface AssessedPoint {
  readonly point: PointToAssess;
  readonly rulebook: GradingScope['version'];
  readonly otherRulebooks: RulebooksByScale;
  readonly answers: Answers;
}

/** Reads points for those who set probability and harm. */
export class AssessmentService {
  readonly #database: Database;
  readonly #campaigns: CampaignService;
  readonly #grading: GradingService;

  constructor(database: Database, campaigns: CampaignService, grading: GradingService) {
    this.#database = database;
    this.#campaigns = campaigns;
    this.#grading = grading;
  }

  /** One page of the points to assess, those without a grade first. */
  async list(filter: AssessFilter, reach: Reach): Promise<AssessmentList> {
    const { read } = this.#database;
    const campaign = await this.#campaigns.inView(reach, filter.year);
    const grading = await this.#grading.scopeOf(campaign.bureau.path, read);
    const scope = pointScope(campaign.id, grading.version, reach);
    const total = await countToAssess(read, scope, filter);
    const pages = Math.max(1, Math.ceil(total / ASSESSED_PER_PAGE));
    const page = Math.min(filter.page, pages);
    const points = await pointsToAssess(read, await idsToAssess(read, scope, { ...filter, page }));
    return { total, page, pages, ...(await this.#sheet(points, grading)) };
  }

  /**
   * The points that a form named, in its order.
   * @throws OperationalError `not-found` when one of them is not there, of another year or out of reach.
   */
  async sheet(ids: readonly number[], year: number | undefined, reach: Reach): Promise<AssessmentSheet> {
    const { read } = this.#database;
    const campaign = await this.#campaigns.inView(reach, year);
    const points = await reachedPoints(read, ids, reach);
    if (points.some(({ campaignId }) => campaignId !== campaign.id)) throw noSuchPoint();
    return this.#sheet(points, await this.#grading.scopeOf(campaign.bureau.path, read));
  }

  /** @throws OperationalError `not-found` when there is none in reach. */
  async find(id: number, reach: Reach): Promise<AssessedPoint> {
    const { read } = this.#database;
    const [point] = await reachedPoints(read, [id], reach);
    if (point === undefined) throw noSuchPoint();
    const { version } = await this.#grading.scopeOf(point.bureauPath, read);
    const otherRulebooks = await rulebooksOfScales(read, otherScales([point], version.body));
    return { point, rulebook: version, otherRulebooks, answers: await answersOf(read, id) };
  }

  /** What the rules would say of a point if its facts were these. */
  async verdict({ facts, bureauPath }: PointToAssess, steps: Steps): Promise<Verdict> {
    const scope = await this.#grading.scopeOf(bureauPath, this.#database.read);
    return this.#grading.verdictOn(scope, withSteps(facts, steps, scope.version.body.scales));
  }

  /** Who set which fact of a point last. */
  async lastSet(id: number): Promise<readonly LastSet[]> {
    const { read } = this.#database;
    const found = [await lastSet(read, id, 'probability'), await lastSet(read, id, 'harm')];
    return found.filter((last) => last !== null);
  }

  /** The first other point of the same year that is still without a grade; `null` when there is none. */
  async next({ id, bureauPath, campaignId }: PointToAssess, reach: Reach): Promise<number | null> {
    const { read } = this.#database;
    const { version } = await this.#grading.scopeOf(bureauPath, read);
    const scope = pointScope(campaignId, version, reach);
    const ids = await idsToAssess(read, scope, { show: 'unassessed', page: 1 });
    return ids.find((other) => other !== id) ?? null;
  }

  async #sheet(points: readonly PointToAssess[], scope: GradingScope): Promise<AssessmentSheet> {
    const { scales } = scope.version.body;
    const [probabilities, harms] = ASSESSED_FACTS.map((fact) => [
      null,
      ...scales[fact].steps.map(({ code }) => code),
    ]);
    const choices = (probabilities ?? []).flatMap((probability) =>
      (harms ?? []).map((harm) => ({ probability, harm })),
    );
    const verdicts = new Map<number, VerdictTable>();
    for (const { id, facts } of points) {
      const table = new Map<string, Verdict>();
      for (const steps of choices) {
        const verdict = await this.#grading.verdictOn(scope, withSteps(facts, steps, scales));
        table.set(stepsKey(steps), verdict);
      }
      verdicts.set(id, table);
    }
    const otherRulebooks = await rulebooksOfScales(
      this.#database.read,
      otherScales(points, scope.version.body),
    );
    return { points, rulebook: scope.version, otherRulebooks, verdicts };
  }
}

/**
 * These points, all of them.
 * @throws OperationalError `not-found` when one is not there or out of reach.
 */
export async function reachedPoints(
  from: Queryable,
  ids: readonly number[],
  reach: Reach,
): Promise<readonly PointToAssess[]> {
  const points = await pointsToAssess(from, ids);
  const areReached = points.every(({ unitPath }) => reaches(reach, unitPath));
  if (areReached && points.length === new Set(ids).size) return points;
  throw noSuchPoint();
}

function noSuchPoint(): OperationalError {
  return new OperationalError('not-found', 'no-point', (text) => text.riskPoints.point.noSuch);
}
