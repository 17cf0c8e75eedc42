import type { RulebookKind } from '../rulebooks/fact-definition.ts';
import type { FrozenImpact } from './effect/frozen-impact.ts';

export type VersionState = 'draft' | 'proposed' | 'approved' | 'active' | 'retired';

/** Who did something to a version, and when. */
export interface Deed {
  readonly accountId: number;
  readonly by: string;
  readonly at: string;
}

/** What a proposal found when it was made: kept as it was then. */
export interface Frozen {
  /** How many combinations of facts were judged, and whether that was all of them. */
  readonly verification: { readonly cases: number; readonly sampled: boolean };
  readonly examples: { readonly passed: number };
  /** `null` where there was no campaign, and for what earlier versions of the program kept nothing of. */
  readonly impact: FrozenImpact | null;
}

/** A stored version of a rulebook with its whole life. Those that came with the program belong to no unit. */
export interface RulebookLife {
  readonly id: number;
  readonly kind: RulebookKind;
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly body: string;
  readonly state: VersionState;
  readonly unit: { readonly id: number; readonly path: string; readonly name: string } | null;
  readonly basedOn: VersionName | null;
  readonly reinstates: VersionName | null;
  readonly createdAt: string;
  readonly proposed: (Deed & { readonly reason: string; readonly frozen: Frozen }) | null;
  readonly approved: (Deed & { readonly minutes: string; readonly activeOn: string | null }) | null;
  readonly returned: (Deed & { readonly reason: string }) | null;
}

export interface VersionName {
  readonly id: number;
  readonly version: string;
}

/** An earlier version as it would be taken up again at a bureau now. */
export interface EarlierVersion {
  readonly life: RulebookLife;
  readonly unit: { readonly id: number; readonly path: string };
  readonly impact: FrozenImpact | null;
  /** Of the same bureau and rulebook, waiting for approval or its day. */
  readonly open: RulebookLife | null;
  /** Whether it was in force there before; a template never was. */
  readonly isReturning: boolean;
}
