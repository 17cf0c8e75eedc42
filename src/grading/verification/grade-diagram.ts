import { comparisonsByFact, factSpace } from '../../rulebooks/fact-space.ts';
import { definitionsFor } from '../../rulebooks/rulebook-facts.ts';
import type { AdjustmentRule, Grade, GradingRulebook } from '../../rulebooks/rulebook.ts';
import type { Budget } from '../../rulebooks/verification/budget.ts';
import { combinedAll, valued } from '../../rulebooks/verification/boolean-diagram.ts';
import { constant, FALSE, type Combine, type Ref } from '../../rulebooks/verification/diagram.ts';
import { factDiagram, type FactDiagram } from '../../rulebooks/verification/fact-diagram.ts';
import { entangledParts } from '../../rulebooks/verification/possible-facts.ts';
import { conditionsOf } from '../engine-rules.ts';
import { baseDiagram, type BaseDiagram } from './base-diagram.ts';

/** An adjustment and where it applies. */
export interface PlacedAdjustment {
  readonly rule: AdjustmentRule;
  readonly holds: Ref;
}

/** A grading rulebook as diagrams. Grades are 1 to 3, 0 where the base has no answer or facts cannot occur. */
export interface GradeDiagram {
  readonly rulebook: GradingRulebook;
  readonly space: FactDiagram;
  readonly base: BaseDiagram;
  readonly adjustments: readonly PlacedAdjustment[];
  /** By how much the adjustments lower, up to 4. */
  readonly lowering: Ref;
  /** The severest of the grades than which nothing may be milder; 0 for none. */
  readonly floor: Ref;
  /** The base's grade, lowered. */
  readonly lowered: Ref;
  readonly grade: Ref;
  /** What the grade would be with another base or another lowering. */
  readonly graded: (base: Ref, lowering: Ref) => Ref;
}

/** The smallest fact space that tells apart whatever a rulebook does: required facts known, others also unknown. */
export function gradingSpace(rulebook: GradingRulebook, budget: Budget): FactDiagram {
  const conditions = conditionsOf(rulebook);
  const known = rulebook.requires;
  const mentioned = new Set([...comparisonsByFact(conditions).keys(), ...known]);
  const parts = entangledParts(definitionsFor(rulebook), mentioned);
  const space = factSpace(rulebook, conditions, { always: [...known, ...parts], known });
  return factDiagram(rulebook, space, budget);
}

/**
 * A grading rulebook as diagrams.
 * @throws BudgetExceeded
 */
export function gradeDiagram(rulebook: GradingRulebook, budget: Budget): GradeDiagram {
  const space = gradingSpace(rulebook, budget);
  const { diagram } = space;
  const adjustments = rulebook.adjustments.map((rule) => ({ rule, holds: space.holds(rule.when) }));
  const base = baseDiagram(rulebook.base, space);
  const add = diagram.operation((left, right) => Math.min(left + right, MOST_LOWERING));
  const lowering = combinedAll(
    adjustments.map((placed) => valuedBy(placed, lowerBy)),
    add,
    FALSE,
  );
  const floor = combinedAll(
    adjustments.map((placed) => valuedBy(placed, noMilderThan)),
    diagram.operation(severer),
    FALSE,
  );
  const unchanged = (grade: Ref, by: Ref) => (grade === FALSE || by === FALSE ? grade : null);
  const milder = diagram.operation(
    (grade, steps) => (grade === 0 ? 0 : Math.min(3, grade + steps)),
    unchanged,
  );
  const limited: Combine = diagram.operation(
    (grade, limit) => (grade === 0 ? 0 : severer(grade, limit)),
    unchanged,
  );
  const lowered = milder(base.grade, lowering);
  return {
    ...{ rulebook, space, base, adjustments, lowering, floor, lowered },
    grade: limited(lowered, floor),
    graded: (otherBase, otherLowering) => limited(milder(otherBase, otherLowering), floor),
  };

  function valuedBy({ rule, holds }: PlacedAdjustment, amount: (rule: AdjustmentRule) => number): Ref {
    const value = amount(rule);
    return value === 0 ? constant(0) : valued(diagram, holds, value);
  }
}

/** Taking the largest step from this is still as much as anything can be lowered. */
const MOST_LOWERING = 4;

/** By how much an adjustment lowers; 0 where it does not. */
export function lowerBy({ effect }: AdjustmentRule): number {
  return 'lowerBy' in effect ? effect.lowerBy : 0;
}

/** The grade than which an adjustment lets nothing be milder; 0 where it sets none. */
export function noMilderThan({ effect }: AdjustmentRule): Grade | 0 {
  return 'noMilderThan' in effect ? effect.noMilderThan : 0;
}

/** The severer of two grades, 0 being none. */
function severer(left: number, right: number): number {
  if (left === 0 || right === 0) return left + right;
  return Math.min(left, right);
}
