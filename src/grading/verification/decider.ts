import type { Ref } from '../../rulebooks/verification/diagram.ts';
import type { Path } from '../../rulebooks/verification/diagram-path.ts';

/** A rule, or a cell of a matrix, and where the grade rests on it. */
export interface Decider {
  readonly name: string;
  readonly decides: Ref;
}

/** All on which something can rest. */
export interface DeciderGroup {
  readonly all: readonly Decider[];
  /** On which of them it rests at a combination of facts. */
  at(path: Path): readonly Decider[];
  /** Whether it never rests on two at once. */
  readonly areApart: boolean;
}

/** A decider of which it is worked out where it decides once somebody asks; of most nobody does. */
export function decider(name: string, decides: () => Ref): Decider {
  let known: Ref | null = null;
  return {
    name,
    get decides() {
      return (known ??= decides());
    },
  };
}
