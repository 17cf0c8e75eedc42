import type { FactOwner } from '../risk-points/own-fact.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';

/** A fact of a point or a post that a batch set, and what it was before. */
export interface FactOfBatch {
  readonly owner: FactOwner;
  readonly id: number;
  readonly fact: string;
  readonly before: FactValue;
  /** Whether it no longer is what the batch left. */
  readonly isSetSince: boolean;
}
