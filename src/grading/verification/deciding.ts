import { where } from '../../rulebooks/verification/boolean-diagram.ts';
import { FALSE, type Ref } from '../../rulebooks/verification/diagram.ts';
import { lowerBy, noMilderThan, type GradeDiagram } from './grade-diagram.ts';

/** A rule, or a cell of a matrix, and where the grade rests on it. */
export interface Decider {
  readonly name: string;
  readonly decides: Ref;
}

/** What grades rest on, as `decide` says it: on the base where no adjustment changes its grade. */
export interface Deciders {
  readonly base: readonly Decider[];
  readonly adjustments: readonly Decider[];
}

/** Where the grade rests on which rule. */
export function decidersOf(grading: GradeDiagram): Deciders {
  const { space, base, adjustments, lowered, floor } = grading;
  const { diagram, and, minus } = space;
  const isLimited = diagram.operation((grade, limit) => (limit !== 0 && limit < grade ? 1 : 0))(
    lowered,
    floor,
  );
  const isMilder = diagram.operation((left, right) => (left > right ? 1 : 0))(lowered, base.grade);
  const lowers = minus(isMilder, isLimited);
  const adjusted = space.or(isLimited, isMilder);
  const limits = new Map([1, 2, 3].map((grade) => [grade, and(isLimited, where(diagram, floor, grade))]));
  return {
    base: base.deciders.map(({ name, decides }) => ({ name, decides: minus(decides, adjusted) })),
    adjustments: adjustments.map(({ rule, holds }) => ({
      name: rule.name,
      decides: and(holds, lowerBy(rule) > 0 ? lowers : (limits.get(noMilderThan(rule)) ?? FALSE)),
    })),
  };
}
