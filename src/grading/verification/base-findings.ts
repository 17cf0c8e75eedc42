import type { DecisionRule } from '../../rulebooks/grading-base.ts';
import { FALSE } from '../../rulebooks/verification/diagram.ts';
import { doMeet, nearestPath, sizeOf } from '../../rulebooks/verification/diagram-path.ts';
import type { GradeDiagram } from './grade-diagram.ts';
import type { Suspicion } from './suspicion.ts';

/** What is wrong with a base: facts without a grade, decisions that disagree, never decide, or change nothing. */
export function baseSuspicions(grading: GradeDiagram): readonly Suspicion[] {
  const { base } = grading.rulebook;
  if ('cells' in base) {
    const named = new Set(base.cells.flatMap(({ rules }) => rules));
    const unused = base.rules.filter(({ name }) => !named.has(name));
    const { diagram, and, possible, holds, factsAt } = grading.space;
    return unused.map(({ name, when }) => {
      const path = nearestPath(diagram, and(holds(when), possible));
      return { kind: 'unused', rule: name, facts: path === null ? null : factsAt(path) };
    });
  }
  const hidden = grading.base.hidden.map(({ name, hiders, facts }): Suspicion => {
    return { kind: 'unreachable', rule: name, hiders, facts };
  });
  const conflicts = base.hitPolicy === 'any' ? conflictsOf(grading, base.decisions) : [];
  return [...gaps(grading), ...conflicts, ...hidden, ...redundantDecisions(grading)];
}

function gaps({ space, base }: GradeDiagram): readonly Suspicion[] {
  const { diagram, minus, possible, factsAt } = space;
  const answered = diagram.mapping((grade) => Math.min(grade, 1))(base.grade);
  const open = minus(possible, answered);
  const path = nearestPath(diagram, open);
  return path === null ? [] : [{ kind: 'gap', facts: factsAt(path), cases: sizeOf(diagram, open) }];
}

function conflictsOf({ space }: GradeDiagram, decisions: readonly DecisionRule[]): readonly Suspicion[] {
  const { diagram, and, possible, holds, factsAt } = space;
  const placed = decisions.map(({ name, grade, when }) => ({
    name,
    grade,
    where: and(holds(when), possible),
  }));
  return placed.flatMap((one, position) =>
    placed.slice(position + 1).flatMap((other): readonly Suspicion[] => {
      if (one.grade === other.grade || !doMeet(diagram, one.where, other.where)) return [];
      const path = nearestPath(diagram, and(one.where, other.where));
      return path === null ? [] : [{ kind: 'conflict', rules: [one.name, other.name], facts: factsAt(path) }];
    }),
  );
}

function redundantDecisions({ space, base, grade, lowering, graded }: GradeDiagram): readonly Suspicion[] {
  const { diagram, factsAt } = space;
  const differs = diagram.operation(
    (left, right) => (left === right ? 0 : 1),
    (left, right) => (left === right ? FALSE : null),
  );
  const changing = base.changing((without) => differs(grade, graded(without, lowering)));
  return base.deciders.all.flatMap((one): readonly Suspicion[] => {
    if (changing.has(one.name)) return [];
    const path = nearestPath(diagram, one.decides);
    return path === null ? [] : [{ kind: 'redundant', rule: one.name, facts: factsAt(path) }];
  });
}
