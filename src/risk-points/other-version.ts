import type { Verdict } from '../grading/verdict.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { PointDetail } from './point-detail.ts';

/** How another version stands with the bureau of a point. */
export type VersionStanding =
  'draft' | 'proposed' | 'approved' | 'active' | 'retired' | 'returned' | 'shipped';

/** What another version of the rules says of a point. */
export interface OtherVersion {
  readonly rulebook: GradingRulebook;
  /** `null` for a draft, which has no version yet. */
  readonly version: string | null;
  readonly standing: VersionStanding;
  readonly href: string;
  readonly verdict: Verdict;
  /** Of a draft: where a change of it is searched that would give the point each other grade. */
  readonly searches: readonly { readonly grade: Grade; readonly href: string }[];
}

/** The drafts and the latest versions, and where the earlier ones are. */
export interface OtherVersions {
  readonly versions: readonly OtherVersion[];
  /** How many earlier versions are not among them. */
  readonly more: number;
  readonly compareHref: string;
}

/** Where somebody may see versions, and drafts. */
export interface RulebookReach {
  readonly view: Reach;
  readonly tune: Reach;
}

/** The later slice that judges a point by every other version; `null` for those who may not see versions. Writes nothing. */
export type OtherVersionsOf = (
  point: Pick<PointDetail, 'id' | 'rulebook'>,
  reach: RulebookReach,
) => Promise<OtherVersions | null>;
