import type { KeyDomain } from './key-domain.ts';
import type { OrgUnit } from './org-unit.ts';

/** A unit as the office keeps it. */
export interface OfficeUnit extends OrgUnit {
  readonly activeTo: string | null;
  readonly position: number;
  readonly guard: number;
  /** Posts that are not closed. */
  readonly posts: number;
  readonly vacant: number;
  readonly confidential: number;
  /** Posts with suggested domains that nobody confirmed. */
  readonly unconfirmed: number;
}

/** Who holds a post, or held it. */
export interface OfficeHolding {
  readonly id: number;
  readonly postId: number;
  readonly personId: number;
  readonly person: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly isSecondment: boolean;
  /** Other posts that the person holds now (兼岗). */
  readonly otherPosts: number;
}

export interface OfficeDomain {
  readonly domain: KeyDomain;
  readonly state: 'suggested' | 'confirmed' | 'rejected';
  readonly evidence: string | null;
}

export interface OfficePost {
  readonly id: number;
  readonly unitId: number;
  readonly unitName: string;
  readonly unitPath: string;
  readonly name: string;
  readonly duties: string | null;
  readonly activeTo: string | null;
  readonly isConfidential: boolean;
  readonly dutiesConfirmed: boolean;
  readonly guard: number;
  /** Its risk points on file, of every year. */
  readonly points: number;
  readonly holdings: readonly OfficeHolding[];
  readonly domains: readonly OfficeDomain[];
}
