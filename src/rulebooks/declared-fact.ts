import type { WorseDirection } from './fact-definition.ts';
import type { BothLanguages } from './rulebook.ts';

export interface DeclaredOption extends BothLanguages {
  readonly code: string;
}

/** How a fact is computed from others instead of being set by people. */
export type Derivation =
  | {
      /** How many of these facts are true; unknown while one of them is. */
      readonly countTrue: readonly string[];
    }
  | {
      /** How many standing risk points the post has. */
      readonly countPoints: 'of-post';
    };

/**
 * A fact that a bureau adds to the catalogue, declared in the rulebooks that speak of it, so that a rulebook can be
 * read and checked without a database. Numbers are whole numbers of their unit.
 */
export interface DeclaredFact {
  readonly name: string;
  readonly title: BothLanguages;
  readonly type: 'number' | 'boolean' | 'choice';
  /** Of a choice only. */
  readonly options?: readonly DeclaredOption[];
  /** Of a choice only: its options are the steps of a scale, the lowest first, so that rules compare them. */
  readonly ordered?: true;
  /** Of a number only. */
  readonly unit?: BothLanguages;
  /** Of a number only: the largest it can be. */
  readonly maximum?: number;
  readonly worse: WorseDirection;
  readonly source: BothLanguages;
  /** Whose fact it is: all points of a post share the post's. */
  readonly of: 'risk-point' | 'post';
  readonly derived?: Derivation;
}
