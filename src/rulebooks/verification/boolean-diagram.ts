import { constant, FALSE, TRUE, type Combine, type Diagram, type Ref } from './diagram.ts';

/** Sets of combinations of facts, and functions restricted to them. */
export interface Sets {
  readonly diagram: Diagram;
  readonly and: Combine;
  readonly or: Combine;
  /** What is in the first and not in the second. */
  readonly minus: Combine;
  /** A function where a set (the second) holds, 0 elsewhere. */
  readonly within: Combine;
  /** Of two functions, the first where it is not 0, else the second. */
  readonly otherwise: Combine;
}

/** The operations on the sets of one fact space. */
export function setsIn(diagram: Diagram): Sets {
  const within = diagram.operation(
    (value, inside) => (inside === 1 ? value : 0),
    (value, inside) => {
      if (inside === TRUE || value === FALSE) return value;
      return inside === FALSE ? FALSE : null;
    },
  );
  return {
    diagram,
    within,
    and: diagram.operation(
      (left, right) => left * right,
      (left, right) => {
        if (left === FALSE || right === FALSE) return FALSE;
        if (left === TRUE || left === right) return right;
        return right === TRUE ? left : null;
      },
    ),
    or: union(diagram),
    minus: diagram.operation(
      (left, right) => left * (1 - right),
      (left, right) => {
        if (left === FALSE || right === TRUE || left === right) return FALSE;
        return right === FALSE ? left : null;
      },
    ),
    otherwise: diagram.operation(
      (left, right) => (left === 0 ? right : left),
      (left, right) => {
        if (left < 0) return left === FALSE ? right : left;
        return right === FALSE || left === right ? left : null;
      },
    ),
  };
}

function union(diagram: Diagram): Combine {
  return diagram.operation(
    (left, right) => Math.max(left, right),
    (left, right) => {
      if (left === TRUE || right === TRUE) return TRUE;
      if (left === FALSE || left === right) return right;
      return right === FALSE ? left : null;
    },
  );
}

/** Combines many functions pairwise, so that the large results come last and few. */
export function combinedAll(refs: readonly Ref[], combine: Combine, none: Ref): Ref {
  if (refs.length <= 1) return refs[0] ?? none;
  const middle = Math.ceil(refs.length / 2);
  const left = combinedAll(refs.slice(0, middle), combine, none);
  return combine(left, combinedAll(refs.slice(middle), combine, none));
}

/** The set where the value of an axis is one of those marked. */
export function valuesOfAxis(diagram: Diagram, level: number, isIn: (index: number) => boolean): Ref {
  return diagram.node(
    level,
    diagram.indexes(level).map((index) => (isIn(index) ? TRUE : FALSE)),
  );
}

/** The set where a function has one value. */
export function where(diagram: Diagram, ref: Ref, value: number): Ref {
  return diagram.mapping((found) => (found === value ? 1 : 0))(ref);
}

/** A function with one value where a set holds, 0 elsewhere. */
export function valued(diagram: Diagram, set: Ref, value: number): Ref {
  if (set === TRUE) return constant(value);
  return diagram.mapping((inside) => inside * value)(set);
}
