import { DEFAULT_PAGE_SIZE } from '../web/pager.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { PointFacts } from '../grading/case.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import { verdictOf } from '../grading/grading-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { answerEvents } from './point-answer-store.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { verdictsIfAccepted } from './if-accepted-service.ts';
import type { PointDetail, PointEvent } from './point-detail.ts';
import {
  assessmentsOf,
  domainsSetBy,
  filingOf,
  filingsOf,
  measuresOf,
  sourcesOf,
  type Assessment,
} from './point-detail-store.ts';
import { rulebooksOfScales } from './other-scale-service.ts';
import { decidedGrades, gradeEvents } from './decided-grade-store.ts';
import { domainEvents } from './domain-event-store.ts';
import { knownFacts } from './own-fact-store.ts';
import { pointFacts } from './point-facts-service.ts';
import { formInReach } from './point-form-store.ts';
import { batchesInReach, fileInReach, filesOfBatch } from './point-import-store.ts';
import { countListed, listPoints, placeOfPoint, pointById } from './point-list-store.ts';
import { pointsInView } from './points-in-view-service.ts';
import { factsOf, type StoredFacts } from './point-store.ts';
import {
  type PointBatch,
  type PointFile,
  type PointFilter,
  type PointForm,
  type PointList,
  type PointSummary,
} from './risk-point.ts';

/** Reads risk points for pages. */
export class PointService {
  readonly #database: Database;
  readonly #campaigns: CampaignService;
  readonly #rulebooks: RulebookService;
  readonly #grading: GradingService;

  constructor(
    database: Database,
    campaigns: CampaignService,
    rulebooks: RulebookService,
    grading: GradingService,
  ) {
    this.#database = database;
    this.#campaigns = campaigns;
    this.#rulebooks = rulebooks;
    this.#grading = grading;
  }

  /** One page of the points that the filter leaves, as far as the asker reaches. */
  async list(filter: PointFilter, reach: Reach): Promise<PointList> {
    const parts = { campaigns: this.#campaigns, rulebooks: this.#rulebooks };
    const { scope } = await pointsInView(parts, filter, reach);
    const { total, hasMore } = await countListed(this.#database.read, scope, filter);
    const pages = Math.max(1, Math.ceil(total / (filter.size ?? DEFAULT_PAGE_SIZE)));
    const page = Math.min(filter.page, pages);
    const points = await listPoints(this.#database.read, scope, { ...filter, page });
    return { total, hasMore, page, pages, points };
  }

  /** The form that the filter names; `null` when it names none, or none that the asker reaches. */
  async form({ formId }: Partial<PointFilter>, reach: Reach): Promise<PointForm | null> {
    return formId === undefined ? null : formInReach(this.#database.read, formId, reach);
  }

  /** The imports that the list may be narrowed to, and the files of the one that it is narrowed to. */
  async imports(
    { year, batchId, fileId }: Partial<PointFilter>,
    reach: Reach,
  ): Promise<{ readonly batches: readonly PointBatch[]; readonly files: readonly PointFile[] }> {
    const { id } = await this.#campaigns.inView(reach, year);
    const read = this.#database.read;
    const batches = await batchesInReach(read, id, reach);
    if (batchId !== undefined) return { batches, files: await filesOfBatch(read, id, batchId, reach) };
    const file = fileId === undefined ? null : await fileInReach(read, id, fileId, reach);
    return { batches, files: file === null ? [] : [file] };
  }

  /**
   * A point with everything that is known of it.
   * @throws OperationalError `not-found` when there is none in reach.
   */
  async find(id: number, reach: Reach): Promise<PointDetail> {
    const read = this.#database.read;
    const place = await placeOfPoint(read, id);
    if (place === null || !reaches(reach, place.unitPath)) {
      throw new OperationalError('not-found', 'no-point', (text) => text.riskPoints.point.noSuch);
    }
    const scope = await this.#grading.scopeOfCampaign(
      { id: place.campaignId, bureau: { path: place.unitPath } },
      read,
    );
    const point = await pointById(read, { campaignId: place.campaignId, versionId: scope.version.id }, id);
    if (point === null) {
      throw new OperationalError('not-found', 'point-withdrawn', (text) => text.riskPoints.point.withdrawn);
    }
    return this.#detail(point, scope);
  }

  async #detail(
    point: PointSummary & { readonly unitPath: string },
    scope: GradingScope,
  ): Promise<PointDetail> {
    const read = this.#database.read;
    const { version } = scope;
    const known = await factsOf(read, point.id);
    const setBy = await domainsSetBy(read, point.id);
    const filing = await filingOf(read, point.id);
    const verdict = await verdictOf(read, filing.caseId, version.id);
    if (verdict === null) throw new Error(`case ${String(filing.caseId)} was never judged`);
    const sources = await sourcesOf(read, point.id);
    const assessments = await assessmentsOf(read, point.id);
    return {
      ...point,
      ...filing,
      measures: await measuresOf(read, filing.revisionId),
      sources,
      facts: pointFacts(known, setBy, sources, assessments, {
        declared: declaredFacts(version.body),
        known: (await knownFacts(read, 'risk_point', [point.id])).get(point.id) ?? [],
      }),
      verdict,
      around: await this.#grading.around(scope, caseFacts(known)),
      ifAccepted: await verdictsIfAccepted(this.#grading, scope, caseFacts(known), point.domains),
      domainsSetBy: setBy,
      otherRulebooks: await rulebooksOfScales(read, scalesUsed(known, assessments, version.body)),
      rulebook: { id: version.id, body: version.body, version: version.version, digest: version.digest },
      decided: await decidedGrades(read, point.id, caseFacts(known)),
      history: historyOf(
        assessments,
        await answerEvents(read, point.id),
        await domainEvents(read, point.id),
        await gradeEvents(read, point.id),
        await filingsOf(read, point.id),
      ),
    };
  }
}

function caseFacts({ probability, harm, domain, measureCount, own }: StoredFacts): PointFacts {
  return { probability, harm, domain, measureCount, own };
}

/** The scales other than those in force that its value or an earlier one stands on. */
function scalesUsed(
  { probability, harm }: StoredFacts,
  assessments: readonly Assessment[],
  { scales }: GradingRulebook,
): ReadonlySet<string> {
  const used = [probability, harm, ...assessments].flatMap((value) => (value === null ? [] : [value.scale]));
  return new Set(used.filter((scale) => scale !== scales.probability.code && scale !== scales.harm.code));
}

/** What happened to a point, newest first. */
function historyOf(
  assessments: readonly Assessment[],
  ...others: readonly (readonly PointEvent[])[]
): readonly PointEvent[] {
  const assessed = assessments.map(({ setBy, setAt, ...rest }) => ({
    kind: 'assessed' as const,
    at: setAt,
    actor: setBy,
    ...rest,
  }));
  return [...assessed, ...others.flat()].sort((a, b) => b.at.localeCompare(a.at));
}
