import type { Campaign } from '../campaigns/campaign.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Reach } from '../organisation/reach.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { unitsUnder, unitsUnderEach } from '../organisation/organisation-store.ts';
import type { Database, Queryable } from '../platform/database.ts';
import { coverageJudge } from '../rulebooks/coverage-judge.ts';
import type { CoverageRulebook, CoverageStatus } from '../rulebooks/rulebook.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { ConcernedPost, CoverageCell, CoverageToDo, PostHolder } from './coverage-cell.ts';
import {
  factsOfBureau,
  cellFacts,
  judgedFacts,
  type CellFacts,
  type CoverageCounts,
  type TouchedDomain,
} from './coverage-facts.ts';
import { countsOfEach, countsUnder } from './coverage-counts-service.ts';
import { holdersOf, pointsOfPosts } from './coverage-store.ts';
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

  /** The same of many campaigns at once, each of a bureau that is wholly within a reach, by their ids. */
  async ofEach(
    campaigns: readonly Campaign[],
    reach: Reach,
  ): Promise<ReadonlyMap<number, readonly CoverageCell[]>> {
    const read = this.#database.read;
    const counts = await countsOfEach(read, campaigns, reach);
    const bureauIds = campaigns.map(({ bureau }) => bureau.id);
    const divisions = await unitsUnderEach(read, bureauIds);
    const rulebooks = await this.#rulebooks.judgingEach('coverage', campaigns);
    const cells = new Map<number, readonly CoverageCell[]>();
    for (const { id, bureau } of campaigns) {
      const [counted, rulebook] = [counts.get(id), rulebooks.get(id)];
      if (counted === undefined || rulebook === undefined) continue;
      const facts = factsOfBureau(bureau, divisions.get(bureau.id) ?? [], counted);
      cells.set(id, await judgedCells(rulebook.body, facts));
    }
    return cells;
  }

  /** What is known of those cells before any rulebook judges them. */
  async factsOf(campaign: Campaign, from: Queryable = this.#database.read): Promise<readonly CellFacts[]> {
    const { bureau } = campaign;
    const counts = await countsUnder(from, campaign, bureau.path);
    return factsOfBureau(bureau, await unitsUnder(from, bureau.id), counts);
  }

  /** The cells of one division. */
  async ofUnit(campaign: Campaign, unit: OrgUnit): Promise<readonly CoverageCell[]> {
    const counts = await countsUnder(this.#database.read, campaign, unit.path);
    return this.#cells(campaign, cellFacts([unit], counts));
  }

  /** What a division has to do: its gaps, then its weak domains, with the posts concerned. */
  async toDosOf(campaign: Campaign, unit: OrgUnit): Promise<readonly CoverageToDo[]> {
    const counts = await countsUnder(this.#database.read, campaign, unit.path);
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
    return judgedCells(rulebook.body, known);
  }
}

async function judgedCells(
  rulebook: CoverageRulebook,
  known: readonly CellFacts[],
): Promise<readonly CoverageCell[]> {
  const judge = coverageJudge(rulebook);
  const cells: CoverageCell[] = [];
  for (const facts of known) {
    const { status, rule } = await judge.judge(judgedFacts(facts));
    cells.push(cellOf(facts, status, rule));
  }
  return cells;
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
