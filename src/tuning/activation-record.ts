import type { RulebookKind } from '../rulebooks/fact-definition.ts';
import type { Move } from './impact.ts';

/** A stretch of time in which a version was in force somewhere. */
export interface Activation {
  readonly id: number;
  readonly versionId: number;
  readonly kind: RulebookKind;
  readonly version: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
  readonly replacedId: number | null;
  readonly jobId: number | null;
  /** What it moved, as it was counted then; `null` where nothing was graded. */
  readonly moves: ActivationMoves | null;
}

export interface ActivationMoves {
  readonly points: number;
  readonly changed: number;
  readonly moves: readonly Move[];
}

/** Whether a version was ever in force: itself, or as what another one replaced. */
export function wasInForce(versionId: number, activations: readonly Activation[]): boolean {
  return activations.some((one) => one.versionId === versionId || one.replacedId === versionId);
}
