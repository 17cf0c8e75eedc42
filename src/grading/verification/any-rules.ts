import type { TableBase } from '../../rulebooks/grading-base.ts';
import type { Grade } from '../../rulebooks/rulebook.ts';
import { combinedAll, valued, where } from '../../rulebooks/verification/boolean-diagram.ts';
import { constant, FALSE, type Ref } from '../../rulebooks/verification/diagram.ts';
import { nearestPath } from '../../rulebooks/verification/diagram-path.ts';
import type { FactDiagram } from '../../rulebooks/verification/fact-diagram.ts';
import type { BaseDiagram } from './base-diagram.ts';

interface PlacedDecision {
  readonly name: string;
  readonly grade: Grade;
  readonly holds: Ref;
}

const GRADES: readonly Grade[] = [1, 2, 3];

/** A table whose rules have to agree, as diagrams: where they do not, the severest counts. */
export function anyRules(table: TableBase, space: FactDiagram): BaseDiagram {
  const { diagram, and, minus, or, possible } = space;
  const decisions = table.decisions.map(({ name, when, grade }) => ({
    ...{ name, grade },
    holds: and(space.holds(when), possible),
  }));
  const hits = GRADES.map((grade) => hitsOf(space, decisions, grade));
  const applies = hits.map((count) => diagram.mapping((hit) => Math.min(hit, 1))(count));
  const alone = hits.map((count) => where(diagram, count, 1));
  const fallback = space.within(constant(table.otherwise?.grade ?? 0), possible);
  const rest = minus(possible, combinedAll(applies, or, FALSE));
  return {
    grade: severestFrom(space, applies, 0, fallback),
    deciders: [
      ...decisions.map(({ name, grade, holds }) => {
        const decides = minus(holds, combinedAll(applies.slice(0, grade - 1), or, FALSE));
        return { name, decides, matters: and(decides, alone[grade - 1] ?? FALSE) };
      }),
      ...(table.otherwise === undefined
        ? []
        : [{ name: table.otherwise.name, decides: rest, matters: rest }]),
    ],
    hidden: hiddenRules(space, table, decisions, rest),
    without({ name }) {
      const decision = decisions.find((candidate) => candidate.name === name);
      return decision === undefined ? FALSE : severestFrom(space, applies, decision.grade, fallback);
    },
  };
}

// The severest grade that applies, but for so many of the severest.
function severestFrom(
  { diagram, otherwise }: FactDiagram,
  applies: readonly Ref[],
  from: number,
  fallback: Ref,
): Ref {
  const graded = GRADES.slice(from).map((grade) => valued(diagram, applies[grade - 1] ?? FALSE, grade));
  return combinedAll([...graded, fallback], otherwise, FALSE);
}

// How many decisions of a grade apply, up to 2.
function hitsOf({ diagram }: FactDiagram, decisions: readonly PlacedDecision[], grade: Grade): Ref {
  const add = diagram.operation((left, right) => Math.min(left + right, 2));
  const holding = decisions.filter((decision) => decision.grade === grade).map(({ holds }) => holds);
  return combinedAll(holding, add, FALSE);
}

function hiddenRules(
  { diagram, factsAt, possible }: FactDiagram,
  { otherwise }: TableBase,
  decisions: readonly PlacedDecision[],
  otherwiseDecides: Ref,
): BaseDiagram['hidden'] {
  const never = decisions
    .filter(({ holds }) => holds === FALSE)
    .map(({ name }) => ({ name, hiders: [], facts: null }));
  if (otherwise === undefined || otherwiseDecides !== FALSE) return never;
  const path = nearestPath(diagram, possible);
  const hiders = decisions.filter(({ holds }) => holds !== FALSE).map(({ name }) => name);
  return [...never, { name: otherwise.name, hiders, facts: path === null ? null : factsAt(path) }];
}
