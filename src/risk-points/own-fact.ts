import type { FactValue } from '../rulebooks/fact-type.ts';

/** The bureau's own facts of a point by name, those of its post and derived ones included; unknown ones are left out. */
export type OwnFacts = Readonly<Record<string, FactValue>>;

/** A known value, who set it and when. */
export interface KnownFact {
  readonly fact: string;
  readonly value: NonNullable<FactValue>;
  readonly setBy: string;
  readonly setAt: string;
}

/** Whose facts they are. */
export type FactOwner = 'risk_point' | 'post';
