import { KEY_DOMAINS, type KeyDomain } from '../organisation/key-domain.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { RuleFacts } from '../rulebooks/fact-type.ts';
import type { Expected } from './coverage-cell.ts';

/** A domain that a post's duties touch. */
export interface TouchedDomain {
  readonly unitPath: string;
  readonly postId: number;
  readonly post: string;
  readonly duties: string | null;
  readonly domain: KeyDomain;
  readonly state: 'suggested' | 'confirmed';
  readonly evidence: string | null;
}

export interface PointCount {
  readonly unitPath: string;
  readonly domain: KeyDomain;
  readonly points: number;
  readonly suggested: number;
  readonly withMeasure: number;
}

export interface PostPoint {
  readonly postId: number;
  readonly domain: KeyDomain;
  readonly points: number;
}

/** What is known of one (division, domain) cell before a rulebook judges it. */
export interface CellFacts {
  readonly unit: OrgUnit;
  readonly domain: KeyDomain;
  readonly expected: Expected;
  readonly exempt: boolean;
  readonly posts: number;
  readonly postsWithPoints: number;
  readonly points: number;
  readonly pointsSuggested: number;
  readonly withMeasure: number;
}

export interface CoverageCounts {
  readonly touched: readonly TouchedDomain[];
  readonly points: readonly PointCount[];
  readonly postPoints: readonly PostPoint[];
  readonly exemptions: readonly { readonly unitId: number; readonly domain: KeyDomain }[];
}

/**
 * The facts of every division in every key domain. What a division is expected to cover follows from its posts'
 * duties (notice, parts 二 and 三): a fixed list for everybody would make gaps out of work nobody does.
 */
export function cellFacts(divisions: readonly OrgUnit[], counts: CoverageCounts): readonly CellFacts[] {
  return divisions.flatMap((unit) => KEY_DOMAINS.map((domain) => factsOfCell(unit, domain, counts)));
}

/** The facts of a bureau's divisions, and of the bureau itself where it has posts or points of its own. */
export function factsOfBureau(
  bureau: OrgUnit,
  divisions: readonly OrgUnit[],
  counts: CoverageCounts,
): readonly CellFacts[] {
  const hasOwn = [...counts.touched, ...counts.points].some(({ unitPath }) => unitPath === bureau.path);
  const own = hasOwn ? cellFacts([bureau], onlyOf(bureau, counts)) : [];
  return [...own, ...cellFacts(divisions, counts)];
}

/** The facts of a cell by the names that coverage rulebooks know them by. */
export function judgedFacts(facts: CellFacts): RuleFacts {
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

/** What a unit has of its own, without what the units under it have. */
function onlyOf(unit: OrgUnit, counts: CoverageCounts): CoverageCounts {
  return {
    ...counts,
    touched: counts.touched.filter(({ unitPath }) => unitPath === unit.path),
    points: counts.points.filter(({ unitPath }) => unitPath === unit.path),
  };
}

function factsOfCell(unit: OrgUnit, domain: KeyDomain, counts: CoverageCounts): CellFacts {
  const isHere = (row: { readonly unitPath: string; readonly domain: KeyDomain }): boolean =>
    row.domain === domain && row.unitPath.startsWith(unit.path);
  const touched = counts.touched.filter(isHere);
  const points = counts.points.filter(isHere);
  const withPoints = touched.filter(({ postId }) =>
    counts.postPoints.some((post) => post.postId === postId && post.domain === domain),
  );
  return {
    unit,
    domain,
    expected: expectedBy(touched),
    exempt: counts.exemptions.some(
      (exemption) => exemption.unitId === unit.id && exemption.domain === domain,
    ),
    posts: touched.length,
    postsWithPoints: withPoints.length,
    points: sum(points.map((count) => count.points)),
    pointsSuggested: sum(points.map((count) => count.suggested)),
    withMeasure: sum(points.map((count) => count.withMeasure)),
  };
}

function expectedBy(touched: readonly TouchedDomain[]): Expected {
  if (touched.some(({ state }) => state === 'confirmed')) return 'confirmed';
  return touched.length > 0 ? 'suggested' : 'no';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
