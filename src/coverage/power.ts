import type { KeyDomain } from '../organisation/key-domain.ts';

/** A power of the list of powers (权责清单), as the office brought it in. */
export interface PowerContent {
  readonly unitId: number;
  /** `null`: the list names no post. */
  readonly postId: number | null;
  readonly number: string | null;
  readonly name: string;
  readonly kind: string | null;
  readonly basis: string | null;
  /** `null`: the list names none, and no words suggest one. */
  readonly domain: KeyDomain | null;
  /** The words that made the rules suggest the domain; `null` where the list itself names it. */
  readonly domainEvidence: string | null;
}

/** Where a power stands in the file it came from. */
export interface PlacedPower extends PowerContent {
  readonly position: number;
  readonly sheet: string | null;
  readonly row: number;
}

/** A power that stands: no later list left it out. */
export interface ListedPower extends PowerContent {
  readonly id: number;
  readonly unit: string;
  readonly unitPath: string;
  readonly post: string | null;
}
