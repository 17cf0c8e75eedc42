import type { TableBase } from '../../rulebooks/grading-base.ts';
import type { Grade } from '../../rulebooks/rulebook.ts';
import { combinedAll, valued, where } from '../../rulebooks/verification/boolean-diagram.ts';
import { constant, FALSE, type Ref } from '../../rulebooks/verification/diagram.ts';
import { doMeet, nearestPath, refAt, type Path } from '../../rulebooks/verification/diagram-path.ts';
import type { FactDiagram } from '../../rulebooks/verification/fact-diagram.ts';
import type { BaseDiagram } from './base-diagram.ts';
import { decider, type Decider } from './decider.ts';

interface PlacedDecision {
  readonly name: string;
  readonly grade: Grade;
  readonly holds: Ref;
}

const GRADES: readonly Grade[] = [1, 2, 3];

/** A table whose rules have to agree, as diagrams: where they do not, the severest counts. */
export function anyRules(table: TableBase, space: FactDiagram): BaseDiagram {
  const placed = placedIn(table, space);
  const { decisions, applies, severer, rest } = placed;
  const deciding = decisions.map(({ name, grade, holds }) =>
    decider(name, () => space.minus(holds, severer[grade - 1] ?? FALSE)),
  );
  const fallback = table.otherwise === undefined ? [] : [{ name: table.otherwise.name, decides: rest }];
  return {
    grade: severestFrom(space, applies, 0, otherwiseIn(table, space)),
    deciders: {
      all: [...deciding, ...fallback],
      areApart: false,
      at: (path) => {
        const names = severestAt(space, decisions, path);
        if (names.length > 0) return deciding.filter(({ name }) => names.includes(name));
        return refAt(space.diagram, rest, path) === FALSE ? [] : fallback;
      },
    },
    hidden: [
      ...decisions.filter(({ holds }) => holds === FALSE).map(({ name }) => ({ ...NEVER, name })),
      ...(rest === FALSE ? hiddenOtherwise(space, table, deciding) : []),
    ],
    changing(changedBy) {
      const regions = changingAlone(table, space, placed, changedBy);
      const changing = decisions.filter(({ grade, holds }) =>
        doMeet(space.diagram, holds, regions[grade - 1] ?? FALSE),
      );
      const rests = fallback.filter(({ decides }) => doMeet(space.diagram, decides, changedBy(FALSE)));
      return new Set([...changing, ...rests].map(({ name }) => name));
    },
  };
}

interface PlacedTable {
  readonly decisions: readonly PlacedDecision[];
  /** How many decisions of each grade apply, up to 2; where any does; where one of a severer grade does. */
  readonly hits: readonly Ref[];
  readonly applies: readonly Ref[];
  readonly severer: readonly Ref[];
  /** Where no decision applies. */
  readonly rest: Ref;
}

function placedIn(table: TableBase, space: FactDiagram): PlacedTable {
  const { diagram, and, minus, or, possible } = space;
  const decisions = table.decisions.map(({ name, when, grade }) => ({
    ...{ name, grade },
    holds: and(space.holds(when), possible),
  }));
  const hits = GRADES.map((grade) => hitsOf(space, decisions, grade));
  const applies = hits.map((count) => diagram.mapping((hit) => Math.min(hit, 1))(count));
  const severer = GRADES.map((grade) => combinedAll(applies.slice(0, grade - 1), or, FALSE));
  return { decisions, hits, applies, severer, rest: minus(possible, combinedAll(applies, or, FALSE)) };
}

function severestAt(
  { diagram }: FactDiagram,
  decisions: readonly PlacedDecision[],
  path: Path,
): readonly string[] {
  const there = decisions.filter(({ holds }) => refAt(diagram, holds, path) !== FALSE);
  const severest = Math.min(...there.map(({ grade }) => grade));
  return there.filter(({ grade }) => grade === severest).map(({ name }) => name);
}

// For each grade, where one decision alone gives it and something changes without that one.
function changingAlone(
  table: TableBase,
  space: FactDiagram,
  { hits, applies, severer, rest }: PlacedTable,
  changedBy: (without: Ref) => Ref,
): readonly Ref[] {
  const { diagram, and, minus, or } = space;
  const otherwise = otherwiseIn(table, space);
  return GRADES.map((grade, index) => {
    const without = (rest === FALSE ? [otherwise, FALSE] : [otherwise]).map((left) =>
      changedBy(severestFrom(space, applies, grade, left)),
    );
    const alone = where(diagram, hits[index] ?? FALSE, 1);
    return minus(and(alone, combinedAll(without, or, FALSE)), severer[index] ?? FALSE);
  });
}

function otherwiseIn({ otherwise }: TableBase, { within, possible }: FactDiagram): Ref {
  return within(constant(otherwise?.grade ?? 0), possible);
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
  deciding: readonly Decider[],
): BaseDiagram['hidden'] {
  const path = nearestPath(diagram, possible);
  if (otherwise === undefined || path === null) return [];
  const hiders = deciding.filter(({ decides }) => decides !== FALSE).map(({ name }) => name);
  return [{ name: otherwise.name, hiders, facts: factsAt(path) }];
}
