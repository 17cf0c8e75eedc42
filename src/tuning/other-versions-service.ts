import type { Campaign } from '../campaigns/campaign.ts';
import { campaignById } from '../campaigns/campaign-store.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import { caseOf, type PointFacts } from '../grading/case.ts';
import { cutsOf } from '../grading/case-scheme.ts';
import type { Verdict } from '../grading/verdict.ts';
import { reaches } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { placeOfPoint } from '../risk-points/point-list-store.ts';
import { pointsOfTheirPosts } from '../risk-points/point-of-post-store.ts';
import { factsOf } from '../risk-points/point-store.ts';
import type { OtherVersion, OtherVersions, OtherVersionsOf } from '../risk-points/other-version.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { backwardsPath } from './backwards-paths.ts';
import { comparePaths } from './compare-paths.ts';
import type { DraftService } from './draft-service.ts';
import { factsUnder } from './facts-under.ts';
import { rememberingJudge } from './judge-cases-service.ts';
import { gradingVersions, type StoredGrading } from './other-version-store.ts';
import { draftPath } from './paths.ts';
import { standingOf } from './standing.ts';
import { versionPath } from './version-paths.ts';

interface Parts {
  readonly database: Database;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
  readonly drafts: DraftService;
}

type JudgePoint = (rulebook: GradingRulebook) => Promise<Verdict>;

const MOST_VERSIONS = 10;

/** What a risk point would be under every other version of its bureau's grading rules. Writes nothing. */
export class OtherVersionsService {
  readonly #parts: Parts;
  readonly #judge = rememberingJudge();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Judges a point by the versions other than the one that gave its grade, and by the bureau's open drafts for those
   * who may tune them. Whoever reaches a part of the bureau only sees what came with the program.
   */
  readonly of: OtherVersionsOf = async ({ id, rulebook }, { view, tune }) => {
    const { read } = this.#parts.database;
    const place = await placeOfPoint(read, id);
    if (place === null || !reaches(view, place.unitPath)) return null;
    const found = await campaignById(read, place.campaignId);
    if (found === null) return null;
    const { campaign } = found;
    const judge = await this.#judgeOf(id, campaign.id);
    const isSeen = reaches(view, campaign.bureau.path);
    const versions = await gradingVersions(read, isSeen ? campaign.bureau.id : null);
    const others = versions.filter((version) => version.id !== rulebook.id);
    const shown = others.slice(0, MOST_VERSIONS);
    const drafts = reaches(tune, campaign.bureau.path) ? await this.#drafts(id, campaign, judge) : [];
    return {
      versions: [...drafts, ...(await this.#versions(shown, campaign, judge))],
      more: others.length - shown.length,
      compareHref: comparePaths.compare,
    } satisfies OtherVersions;
  };

  async #judgeOf(id: number, campaignId: number): Promise<JudgePoint> {
    const { read } = this.#parts.database;
    const facts: PointFacts = await factsOf(read, id);
    const { length } = await pointsOfTheirPosts(read, campaignId, [id]);
    return async (rulebook) => {
      const place = caseOf(factsUnder(rulebook, facts, length), cutsOf(rulebook));
      const [verdict] = await this.#judge(rulebook, [place]);
      if (verdict === undefined) throw new Error('a judge answers for every case');
      return verdict;
    };
  }

  async #versions(
    stored: readonly StoredGrading[],
    { bureau }: Campaign,
    judge: JudgePoint,
  ): Promise<readonly OtherVersion[]> {
    const { rulebooks } = this.#parts;
    const inForce = await rulebooks.inForce('grading', bureau.path);
    const judged = stored.map(async (version): Promise<readonly OtherVersion[]> => {
      const found = await rulebooks.version(version.id);
      if (found?.body.kind !== 'grading') return [];
      return [
        {
          rulebook: found.body,
          version: found.version,
          standing: standingOf(version, version.id === inForce.id),
          href: versionPath('version', version.id),
          verdict: await judge(found.body),
          searches: [],
        },
      ];
    });
    return (await Promise.all(judged)).flat();
  }

  /** The drafts that are sound. The search backwards is told the year where it is not that of the campaign in view. */
  async #drafts(pointId: number, campaign: Campaign, judge: JudgePoint): Promise<readonly OtherVersion[]> {
    const { drafts, campaigns } = this.#parts;
    const reach = { unitPaths: [campaign.bureau.path] };
    const year = (await campaigns.inView(reach)).id === campaign.id ? undefined : campaign.year;
    const judged = (await drafts.list(reach)).map(async ({ id, text }): Promise<readonly OtherVersion[]> => {
      const parsed = parseRulebook(text);
      if (!('rulebook' in parsed) || parsed.rulebook.kind !== 'grading') return [];
      const verdict = await judge(parsed.rulebook);
      return [
        {
          rulebook: parsed.rulebook,
          version: null,
          standing: 'draft',
          href: draftPath(id),
          verdict,
          searches: searchesOf(id, pointId, year, verdict),
        },
      ];
    });
    return (await Promise.all(judged)).flat();
  }
}

function searchesOf(
  draftId: number,
  pointId: number,
  year: number | undefined,
  verdict: Verdict,
): OtherVersion['searches'] {
  return ([1, 2, 3] as const)
    .filter((grade) => grade !== verdict.grade)
    .map((grade) => ({ grade, href: `${backwardsPath(draftId, [pointId], year)}&grade=${String(grade)}` }));
}
