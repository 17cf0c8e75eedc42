import type { MatrixBase, TableBase } from '../../rulebooks/grading-base.ts';
import type { Condition } from '../../rulebooks/rulebook.ts';
import { combinedAll, valued } from '../../rulebooks/verification/boolean-diagram.ts';
import { FALSE, TRUE, valueOf, type Ref } from '../../rulebooks/verification/diagram.ts';
import { refAt } from '../../rulebooks/verification/diagram-path.ts';
import type { FactDiagram } from '../../rulebooks/verification/fact-diagram.ts';
import { orderedRules, type HiddenRule } from '../../rulebooks/verification/ordered-rules.ts';
import { cellRuleName } from '../engine-rules.ts';
import { anyRules } from './any-rules.ts';
import { decider, type Decider, type DeciderGroup } from './decider.ts';

/** A base as diagrams, over the facts that can occur. */
export interface BaseDiagram {
  /** The base's grade, 0 where it has no answer or the facts cannot occur. */
  readonly grade: Ref;
  /** What the base's grade rests on. */
  readonly deciders: DeciderGroup;
  /** Rules that never decide. */
  readonly hidden: readonly HiddenRule[];
  /**
   * The names of the rules without which something changes: as the base is, or once hidden rules are gone.
   * @param changedBy where something changes with another grade of the base
   */
  changing(changedBy: (without: Ref) => Ref): ReadonlySet<string>;
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
  return {
    grade: within(combinedAll(grades, otherwise, FALSE), possible),
    deciders: {
      all: cells,
      areApart: true,
      at: (path) => cells.filter(({ decides }) => refAt(diagram, decides, path) !== FALSE),
    },
    hidden: [],
    changing: () => new Set(),
  };
}

function firstDiagram({ decisions, otherwise }: TableBase, space: FactDiagram): BaseDiagram {
  const rules = [
    ...decisions.map(({ name, when, grade }) => ({ name, holds: space.holds(when), outcome: grade })),
    ...(otherwise === undefined ? [] : [{ name: otherwise.name, holds: TRUE, outcome: otherwise.grade }]),
  ];
  const ordered = orderedRules(space, rules);
  const hidden = new Set(ordered.hidden.map(({ name }) => name));
  const placed = rules.map(({ name }, index) => decider(name, () => ordered.whereDecides(index + 1)));
  const at = (position: number): readonly Decider[] => placed.slice(position - 1, position);
  return {
    grade: ordered.outcome,
    deciders: {
      all: placed.filter(({ name }) => !hidden.has(name)),
      areApart: true,
      at: (path) => at(valueOf(refAt(space.diagram, ordered.decides, path)) ?? 0),
    },
    hidden: ordered.hidden,
    changing: (changedBy) =>
      new Set([...ordered.changing(changedBy)].flatMap((position) => at(position).map(({ name }) => name))),
  };
}
