import { combinedAll, where } from '../../rulebooks/verification/boolean-diagram.ts';
import { constant, FALSE, type Ref } from '../../rulebooks/verification/diagram.ts';
import { doMeet, nearestPath } from '../../rulebooks/verification/diagram-path.ts';
import type { Decider } from './decider.ts';
import type { Deciders } from './deciding.ts';
import { lowerBy, noMilderThan, type GradeDiagram, type PlacedAdjustment } from './grade-diagram.ts';
import type { Suspicion } from './suspicion.ts';

/** Adjustments that change no grade: those that never decide, and those in whose place something else does. */
export function adjustmentSuspicions(grading: GradeDiagram, deciders: Deciders): readonly Suspicion[] {
  const { space, adjustments } = grading;
  const { diagram, and, possible, factsAt } = space;
  const changes = changedBy(grading, deciders);
  return adjustments.flatMap((placed, position): readonly Suspicion[] => {
    const { name } = placed.rule;
    if (changes(placed, position)) return [];
    const applies = and(placed.holds, possible);
    const deciding = nearestPath(diagram, deciders.adjustments.all[position]?.decides ?? FALSE);
    if (deciding !== null) return [{ kind: 'redundant', rule: name, facts: factsAt(deciding) }];
    const path = nearestPath(diagram, applies);
    const hiders = path === null ? [] : hidersOf(grading, deciders, applies);
    return [{ kind: 'unreachable', rule: name, hiders, facts: path === null ? null : factsAt(path) }];
  });
}

/** Whether the grade would be another somewhere without an adjustment. */
function changedBy(
  { space, base, grade, lowering, graded, adjustments }: GradeDiagram,
  deciders: Deciders,
): (placed: PlacedAdjustment, position: number) => boolean {
  const { diagram } = space;
  const differs = diagram.operation(
    (left, right) => (left === right ? 0 : 1),
    (left, right) => (left === right ? FALSE : null),
  );
  const lessLowered = [1, 2].map((amount) => {
    const less = diagram.mapping((sum) => Math.max(0, sum - amount))(lowering);
    return differs(grade, graded(base.grade, less));
  });
  const alone = [1, 2, 3].map((limit) => {
    const add = diagram.operation((left, right) => Math.min(left + right, 2));
    const limiting = adjustments.filter(({ rule }) => noMilderThan(rule) === limit).map(({ holds }) => holds);
    return where(diagram, combinedAll(limiting, add, constant(0)), 1);
  });
  return ({ rule, holds }, position) => {
    const amount = lowerBy(rule);
    if (amount > 0) return doMeet(diagram, holds, lessLowered[amount - 1] ?? FALSE);
    const decides = deciders.adjustments.all[position]?.decides ?? FALSE;
    return doMeet(diagram, decides, alone[noMilderThan(rule) - 1] ?? FALSE);
  };
}

function hidersOf({ rulebook, space }: GradeDiagram, deciders: Deciders, applies: Ref): readonly string[] {
  const decidesThere = ({ decides }: Decider) => doMeet(space.diagram, decides, applies);
  const basic = deciders.base.all.filter(decidesThere).map(({ name }) => name);
  return [
    ...new Set([
      ...reasonsOf(rulebook, new Set(basic)),
      ...deciders.adjustments.all.filter(decidesThere).map(({ name }) => name),
    ]),
  ];
}

// A cell is no rule; the base rules that it names are its reasons.
function reasonsOf({ base }: GradeDiagram['rulebook'], names: ReadonlySet<string>): readonly string[] {
  if (!('cells' in base)) return [...names];
  const cells = base.cells.filter(({ row, column }) => names.has(`${row}/${column}`));
  const reasons = new Set(cells.flatMap(({ rules }) => rules));
  return base.rules.map(({ name }) => name).filter((name) => reasons.has(name));
}
