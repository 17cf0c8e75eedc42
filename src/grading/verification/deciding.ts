import { where } from '../../rulebooks/verification/boolean-diagram.ts';
import { FALSE } from '../../rulebooks/verification/diagram.ts';
import { refAt } from '../../rulebooks/verification/diagram-path.ts';
import { decider, type DeciderGroup } from './decider.ts';
import { lowerBy, noMilderThan, type GradeDiagram } from './grade-diagram.ts';

/** What grades rest on, as `decide` says it: on the base where no adjustment changes its grade. */
export interface Deciders {
  readonly base: DeciderGroup;
  readonly adjustments: DeciderGroup;
}

/** Where the grade rests on which rule. */
export function decidersOf(grading: GradeDiagram): Deciders {
  const { space, base, adjustments, lowered, floor } = grading;
  const { diagram, and, minus } = space;
  const isLimited = diagram.operation((grade, limit) => (limit !== 0 && limit < grade ? 1 : 0))(
    lowered,
    floor,
  );
  const isMilder = diagram.operation(
    (left, right) => (left > right ? 1 : 0),
    (left, right) => (left === right ? FALSE : null),
  )(lowered, base.grade);
  const lowers = minus(isMilder, isLimited);
  const adjusted = space.or(isLimited, isMilder);
  const limits = new Map([1, 2, 3].map((grade) => [grade, and(isLimited, where(diagram, floor, grade))]));
  const adjusting = adjustments.map(({ rule, holds }) =>
    decider(rule.name, () =>
      and(holds, lowerBy(rule) > 0 ? lowers : (limits.get(noMilderThan(rule)) ?? FALSE)),
    ),
  );
  const basic = new Map(
    base.deciders.all.map((one) => [one.name, decider(one.name, () => minus(one.decides, adjusted))]),
  );
  return {
    base: {
      all: [...basic.values()],
      areApart: base.deciders.areApart,
      at: (path) =>
        refAt(diagram, adjusted, path) === FALSE
          ? base.deciders.at(path).flatMap(({ name }) => basic.get(name) ?? [])
          : [],
    },
    adjustments: {
      all: adjusting,
      areApart: false,
      at: (path) => adjusting.filter(({ decides }) => refAt(diagram, decides, path) !== FALSE),
    },
  };
}
