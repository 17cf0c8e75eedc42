import type { Campaign } from '../campaigns/campaign.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { unitsUnder } from '../organisation/organisation-store.ts';
import type { Database, Queryable } from '../platform/database.ts';
import { coverageJudge } from '../rulebooks/coverage-judge.ts';
import type { CoverageStatus } from '../rulebooks/rulebook.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { ConcernedPost, CoverageCell, CoverageToDo, PostHolder } from './coverage-cell.ts';
import {
  cellFacts,
  judgedFacts,
  onlyOf,
  type CellFacts,
  type CoverageCounts,
  type TouchedDomain,
} from './coverage-facts.ts';
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
    return this.#cells(campaign, await this.factsOf(campaign));
  }

  /** What is known of those cells before any rulebook judges them. */
  async factsOf(campaign: Campaign, from: Queryable = this.#database.read): Promise<readonly CellFacts[]> {
    const { bureau } = campaign;
    const counts = await countsOf(from, campaign, bureau.path);
    const divisions = await unitsUnder(from, bureau.id);
    const hasOwn = [...counts.touched, ...counts.points].some(({ unitPath }) => unitPath === bureau.path);
    const own = hasOwn ? cellFacts([bureau], onlyOf(bureau, counts)) : [];
    return [...own, ...cellFacts(divisions, counts)];
  }

  /** The cells of one division. */
  async ofUnit(campaign: Campaign, unit: OrgUnit): Promise<readonly CoverageCell[]> {
    const counts = await countsOf(this.#database.read, campaign, unit.path);
    return this.#cells(campaign, cellFacts([unit], counts));
  }

  /** What a division has to do: its gaps, then its weak domains, with the posts concerned. */
  async toDosOf(campaign: Campaign, unit: OrgUnit): Promise<readonly CoverageToDo[]> {
    const counts = await countsOf(this.#database.read, campaign, unit.path);
    const cells = await this.#cells(campaign, cellFacts([unit], counts));
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

  async #cells(campaign: Campaign, known: readonly CellFacts[]): Promise<readonly CoverageCell[]> {
    const rulebook = await this.#rulebooks.judging('coverage', campaign);
    const judge = coverageJudge(rulebook.body);
    const cells: CoverageCell[] = [];
    for (const facts of known) {
      const { status, rule } = await judge.judge(judgedFacts(facts));
      cells.push(cellOf(facts, status, rule));
    }
    return cells;
  }
}

async function countsOf(from: Queryable, campaign: Campaign, path: string): Promise<CoverageCounts> {
  const [touched, points, ofPosts, exemptions] = await Promise.all([
    touchedDomains(from, path),
    pointCounts(from, campaign.id, path),
    postPoints(from, campaign.id, path),
    approvedExemptions(from, campaign.id),
  ]);
  return { touched, points, postPoints: ofPosts, exemptions };
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
