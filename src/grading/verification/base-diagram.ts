import type { MatrixBase, TableBase } from '../../rulebooks/grading-base.ts';
import type { Condition } from '../../rulebooks/rulebook.ts';
import { combinedAll, valued } from '../../rulebooks/verification/boolean-diagram.ts';
import { FALSE, TRUE, type Ref } from '../../rulebooks/verification/diagram.ts';
import type { FactDiagram } from '../../rulebooks/verification/fact-diagram.ts';
import { orderedRules, whereDecides, type HiddenRule } from '../../rulebooks/verification/ordered-rules.ts';
import { cellRuleName } from '../engine-rules.ts';
import { anyRules } from './any-rules.ts';

/** A rule or cell of a base, and where it is what the base's grade rests on. */
export interface BaseDecider {
  readonly name: string;
  readonly decides: Ref;
  /** Where the base's grade would be another without it; it may be none. */
  readonly matters: Ref;
}

/** A base as diagrams, over the facts that can occur. */
export interface BaseDiagram {
  /** The base's grade, 0 where it has no answer or the facts cannot occur. */
  readonly grade: Ref;
  readonly deciders: readonly BaseDecider[];
  /** Rules that never decide. */
  readonly hidden: readonly HiddenRule[];
  /** The base's grade without a rule, where that rule decides: as it is, and once hidden rules are gone. */
  without(decider: BaseDecider): readonly Ref[];
}

/** A base as diagrams. */
export function baseDiagram(base: MatrixBase | TableBase, space: FactDiagram): BaseDiagram {
  if ('cells' in base) return matrixDiagram(base, space);
  return base.hitPolicy === 'first' ? firstDiagram(base, space) : anyRules(base, space);
}

function matrixDiagram(base: MatrixBase, space: FactDiagram): BaseDiagram {
  const { diagram, and, possible, otherwise, within } = space;
  const cells = base.cells.map((cell) => {
    const when: Condition = {
      all: [
        { fact: base.rows, operator: 'equal', value: cell.row },
        { fact: base.columns, operator: 'equal', value: cell.column },
      ],
    };
    return { name: cellRuleName(cell), grade: cell.grade, decides: and(space.holds(when), possible) };
  });
  const grades = cells.map(({ decides, grade }) => valued(diagram, decides, grade));
  const grade = within(combinedAll(grades, otherwise, FALSE), possible);
  return {
    grade,
    deciders: cells.map(({ name, decides }) => ({ name, decides, matters: decides })),
    hidden: [],
    without: () => [],
  };
}

function firstDiagram({ decisions, otherwise }: TableBase, space: FactDiagram): BaseDiagram {
  const rules = [
    ...decisions.map(({ name, when, grade }) => ({ name, holds: space.holds(when), outcome: grade })),
    ...(otherwise === undefined ? [] : [{ name: otherwise.name, holds: TRUE, outcome: otherwise.grade }]),
  ];
  const ordered = orderedRules(space, rules);
  const names = new Set(ordered.hidden.map(({ name }) => name));
  return {
    grade: ordered.outcome,
    deciders: rules.flatMap(({ name }, index) => {
      if (names.has(name)) return [];
      const decides = whereDecides(space, ordered, index + 1);
      return [{ name, decides, matters: decides }];
    }),
    hidden: ordered.hidden,
    without: () => ordered.withoutDecider,
  };
}
