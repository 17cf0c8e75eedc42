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
  const deciding = decisions.map(({ name, grade, holds }) => {
    const decides = minus(holds, combinedAll(applies.slice(0, grade - 1), or, FALSE));
    return { name, decides, matters: and(decides, alone[grade - 1] ?? FALSE) };
  });
  return {
    grade: severestFrom(space, applies, 0, fallback),
    deciders: [
      ...deciding,
      ...(table.otherwise === undefined
        ? []
        : [{ name: table.otherwise.name, decides: rest, matters: rest }]),
    ],
    hidden: [
      ...decisions.filter(({ holds }) => holds === FALSE).map(({ name }) => ({ ...NEVER, name })),
      ...(rest === FALSE ? hiddenOtherwise(space, table, deciding) : []),
    ],
    without({ name }) {
      const decision = decisions.find((candidate) => candidate.name === name);
      const fallbacks = rest === FALSE ? [fallback, FALSE] : [fallback];
      if (decision === undefined) return [FALSE];
      return fallbacks.map((left) => severestFrom(space, applies, decision.grade, left));
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

const NEVER = { hiders: [], facts: null };

function hiddenOtherwise(
  { diagram, factsAt, possible }: FactDiagram,
  { otherwise }: TableBase,
  deciding: BaseDiagram['deciders'],
): BaseDiagram['hidden'] {
  const path = nearestPath(diagram, possible);
  if (otherwise === undefined || path === null) return [];
  const hiders = deciding.filter(({ decides }) => decides !== FALSE).map(({ name }) => name);
  return [{ name: otherwise.name, hiders, facts: factsAt(path) }];
}
