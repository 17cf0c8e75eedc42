import type { Campaign } from '../campaigns/campaign.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { unitsUnder } from '../organisation/organisation-store.ts';
import type { Database } from '../platform/database.ts';
import { coverageJudge } from '../rulebooks/coverage-judge.ts';
import type { CoverageStatus } from '../rulebooks/rulebook.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { ConcernedPost, CoverageCell, CoverageToDo, PostHolder } from './coverage-cell.ts';
import { cellFacts, type CellFacts, type CoverageCounts, type TouchedDomain } from './coverage-facts.ts';
import {
  approvedExemptions,
  holdersOf,
  pointCounts,
  pointsOfPosts,
  postPoints,
  touchedDomains,
} from './coverage-store.ts';
import { listExemptions } from './exemption-store.ts';

/** What divisions cover of the key domains, and what is missing. */
export class CoverageService {
  readonly #database: Database;
  readonly #rulebooks: RulebookService;

  constructor(database: Database, rulebooks: RulebookService) {
    this.#database = database;
    this.#rulebooks = rulebooks;
  }

  /** All eleven domains for every division of a campaign's bureau (and for the bureau, where it has own posts). */
  async ofCampaign(campaign: Campaign): Promise<readonly CoverageCell[]> {
    const counts = await this.#counts(campaign, campaign.bureau.path);
    const divisions = await unitsUnder(this.#database.read, campaign.bureau.id);
    const hasOwn = [...counts.touched, ...counts.points].some(
      ({ unitPath }) => unitPath === campaign.bureau.path,
    );
    const own = hasOwn ? this.#cells(campaign, [campaign.bureau], onlyOf(campaign.bureau, counts)) : [];
    return [...(await own), ...(await this.#cells(campaign, divisions, counts))];
  }

  /** The cells of one division. */
  async ofUnit(campaign: Campaign, unit: OrgUnit): Promise<readonly CoverageCell[]> {
    return this.#cells(campaign, [unit], await this.#counts(campaign, unit.path));
  }

  /** What a division has to do: its gaps, then its weak domains, with the posts concerned. */
  async toDosOf(campaign: Campaign, unit: OrgUnit): Promise<readonly CoverageToDo[]> {
    const counts = await this.#counts(campaign, unit.path);
    const cells = await this.#cells(campaign, [unit], counts);
    const open = [
      ...cells.filter(({ status }) => status === 'gap'),
      ...cells.filter(({ status }) => status === 'weak'),
    ];
    const read = this.#database.read;
    const postIds = [...new Set(counts.touched.map(({ postId }) => postId))];
    const known = {
      counts,
      holders: await holdersOf(read, campaign.id, postIds),
      allPoints: await pointsOfPosts(read, campaign.id, postIds),
    };
    const reach = { unitPaths: [unit.path] };
    const waiting = await listExemptions(read, campaign.id, reach, { state: 'requested', unitId: unit.id });
    return open.map((cell) => ({
      cell,
      posts: counts.touched
        .filter(({ domain }) => domain === cell.domain)
        .map((touched) => concernedPost(touched, cell.domain, known)),
      exemptionId: waiting.find(({ domain }) => domain === cell.domain)?.id ?? null,
    }));
  }

  async #counts(campaign: Campaign, path: string): Promise<CoverageCounts> {
    const read = this.#database.read;
    const [touched, points, ofPosts, exemptions] = await Promise.all([
      touchedDomains(read, path),
      pointCounts(read, campaign.id, path),
      postPoints(read, campaign.id, path),
      approvedExemptions(read, campaign.id),
    ]);
    return { touched, points, postPoints: ofPosts, exemptions };
  }

  async #cells(
    campaign: Campaign,
    divisions: readonly OrgUnit[],
    counts: CoverageCounts,
  ): Promise<readonly CoverageCell[]> {
    const rulebook = await this.#rulebooks.judging('coverage', campaign);
    const judge = coverageJudge(rulebook.body);
    const cells: CoverageCell[] = [];
    for (const facts of cellFacts(divisions, counts)) {
      const { status, rule } = await judge.judge(judgedFacts(facts));
      cells.push(cellOf(facts, status, rule));
    }
    return cells;
  }
}

function cellOf(facts: CellFacts, status: CoverageStatus, rule: string): CoverageCell {
  const { unit, domain, expected, posts, postsWithPoints, points, pointsSuggested, withMeasure } = facts;
  return {
    unitId: unit.id,
    unit: unit.name,
    domain,
    expected,
    posts,
    postsWithPoints,
    points,
    pointsSuggested,
    withMeasure,
    status,
    rule,
  };
}

/** The facts by the names that coverage rulebooks know them by. */
function judgedFacts(facts: CellFacts): Readonly<Record<string, string | number | boolean>> {
  return {
    expected: facts.expected,
    exempt: facts.exempt,
    points: facts.points,
    pointsAccepted: facts.points - facts.pointsSuggested,
    pointsWithMeasure: facts.withMeasure,
    posts: facts.posts,
    postsWithPoints: facts.postsWithPoints,
    postShare: facts.posts === 0 ? 0 : Math.round((facts.postsWithPoints / facts.posts) * 100),
  };
}

function onlyOf(unit: OrgUnit, counts: CoverageCounts): CoverageCounts {
  return {
    ...counts,
    touched: counts.touched.filter(({ unitPath }) => unitPath === unit.path),
    points: counts.points.filter(({ unitPath }) => unitPath === unit.path),
  };
}

interface KnownOfPosts {
  readonly counts: CoverageCounts;
  readonly holders: ReadonlyMap<number, readonly PostHolder[]>;
  readonly allPoints: ReadonlyMap<number, number>;
}

function concernedPost(
  touched: TouchedDomain,
  domain: KeyDomain,
  { counts, holders, allPoints }: KnownOfPosts,
): ConcernedPost {
  const points = counts.postPoints.find((post) => post.postId === touched.postId && post.domain === domain);
  return {
    postId: touched.postId,
    post: touched.post,
    duties: touched.duties,
    evidence: touched.evidence,
    holders: holders.get(touched.postId) ?? [],
    points: points?.points ?? 0,
    allPoints: allPoints.get(touched.postId) ?? 0,
  };
}
