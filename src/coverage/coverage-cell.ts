import type { KeyDomain } from '../organisation/key-domain.ts';
import type { CoverageStatus } from '../rulebooks/rulebook.ts';

export type Expected = 'confirmed' | 'suggested' | 'no';

/** One division in one key domain. Counts are of the division's whole subtree. */
export interface CoverageCell {
  readonly unitId: number;
  readonly unit: string;
  readonly domain: KeyDomain;
  /** From the posts' duties: confirmed by a person, suggested by the domain rulebook, or not touched. */
  readonly expected: Expected;
  /** Posts whose duties touch the domain, and how many of those have a point in it. */
  readonly posts: number;
  readonly postsWithPoints: number;
  /** Points in the domain, suggested ones included. */
  readonly points: number;
  readonly pointsSuggested: number;
  readonly withMeasure: number;
  readonly status: CoverageStatus;
  /** The coverage rule that decided. */
  readonly rule: string;
}

/** Who holds a post, and the form they filed in the campaign. */
export interface PostHolder {
  readonly name: string;
  readonly formId: number | null;
}

/** A post that makes a domain expected of its division. */
export interface ConcernedPost {
  readonly postId: number;
  readonly post: string;
  readonly duties: string | null;
  /** Words of the duties that touch the domain. */
  readonly evidence: string | null;
  readonly holders: readonly PostHolder[];
  /** The post's points in the domain, and all its points. */
  readonly points: number;
  readonly allPoints: number;
}

/** A gap or weakness with what is needed to close it. */
export interface CoverageToDo {
  readonly cell: CoverageCell;
  readonly posts: readonly ConcernedPost[];
  /** The application for an exemption that waits for review. */
  readonly exemptionId: number | null;
}
