import type { KeyDomain } from './key-domain.ts';

export interface Post {
  readonly id: number;
  readonly unitId: number;
  readonly name: string;
  readonly duties: string | null;
}

/** A person in a post. `holdingId` is stable while they hold it. */
export interface Holding {
  readonly holdingId: number;
  readonly postId: number;
  readonly personId: number;
  readonly personName: string;
}

/** A key domain that a post's duties touch, by the domain rulebook's suggestion or a person's word. */
export interface PostDomain {
  readonly postId: number;
  readonly domain: KeyDomain;
  readonly state: 'suggested' | 'confirmed' | 'rejected';
  readonly evidence: string | null;
}
