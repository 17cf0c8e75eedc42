import type { Derivation } from './declared-fact.ts';
import type { BothLanguages, Rulebook } from './rulebook.ts';

export type RulebookKind = Rulebook['kind'];

/** Every kind, in the order in which people meet them. */
export const RULEBOOK_KINDS: readonly RulebookKind[] = ['grading', 'coverage', 'domain'];

/** Which way a fact makes things worse; this is what monotone means. `none`: it has no better or worse. */
export type WorseDirection = 'up' | 'down' | 'none';

export interface NumberShape {
  readonly type: 'number';
  readonly integer: boolean;
  readonly minimum: number;
  readonly maximum: number | null;
  /** Another number of which this one counts a part. */
  readonly partOf?: string;
  /** Truths of which this number counts how many hold; it is unknown while one of them is. */
  readonly countOf?: readonly string[];
}

type FactShape =
  | { readonly type: 'scale' }
  | NumberShape
  | { readonly type: 'boolean' }
  | {
      readonly type: 'choice';
      readonly options: readonly string[];
      /** Whether they are the steps of a scale, the lowest first. */
      readonly isOrdered?: true;
      /** What the options are called, where the program's own words do not name them. */
      readonly optionWords?: Readonly<Record<string, BothLanguages>>;
    }
  | { readonly type: 'text' };

/** A fact that rules may speak of. Facts outside the catalogue do not exist for them. */
export type FactDefinition = FactShape & {
  readonly name: string;
  readonly kind: RulebookKind;
  readonly title: BothLanguages;
  readonly unit: BothLanguages | null;
  readonly worse: WorseDirection;
  /** Where the value comes from. */
  readonly source: BothLanguages;
  /** Whether the value can be unknown; a count of ours never is. */
  readonly canBeUnknown: boolean;
  /** Whose fact it is, where that is not the subject itself. */
  readonly of?: 'post';
  /** How it is computed from other facts. */
  readonly derived?: Derivation;
};
