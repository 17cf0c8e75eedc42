import { FALSE, valueOf, type Diagram, type Ref } from './diagram.ts';

/** The position of a value on each axis. */
export type Path = readonly number[];

/**
 * The combination of a set that is nearest to the first value of every axis: fewest axes away from it, and of those
 * with equally many, the first in the order of the space. `null` where the set is empty.
 */
export function nearestPath(diagram: Diagram, set: Ref): Path | null {
  if (set === FALSE) return null;
  const distance = distances(diagram);
  const path: number[] = [];
  let ref = set;
  for (const level of diagram.sizes.keys()) {
    const children = diagram.indexes(level).map((index) => diagram.childOf(ref, level, index));
    const costs = children.map((child, index) => distance(child) + (index === 0 ? 0 : 1));
    const index = costs.indexOf(Math.min(...costs));
    path.push(index);
    ref = children[index] ?? FALSE;
  }
  return path;
}

/** How many axes of a path are away from their first value. */
function distanceOf(path: Path): number {
  return path.filter((index) => index > 0).length;
}

/** Whether the first of two paths of a space comes before the second: nearer, or as near and earlier in its order. */
export function isNearer(left: Path, right: Path): boolean {
  const difference = distanceOf(left) - distanceOf(right);
  if (difference !== 0) return difference < 0;
  const at = left.findIndex((index, level) => index !== right[level]);
  return at !== -1 && (left[at] ?? 0) < (right[at] ?? 0);
}

/** How many combinations a set has. */
export function sizeOf(diagram: Diagram, set: Ref): number {
  const known = new Map<Ref, number>();
  const below = (ref: Ref, level: number): number => {
    if (ref === FALSE) return 0;
    const from = diagram.levelOf(ref);
    const free = diagram.sizes.slice(level, from).reduce((product, size) => product * size, 1);
    if (valueOf(ref) !== null) return free;
    const before = known.get(ref);
    if (before !== undefined) return free * before;
    const count = diagram
      .indexes(from)
      .reduce((sum, index) => sum + below(diagram.childOf(ref, from, index), from + 1), 0);
    known.set(ref, count);
    return free * count;
  };
  return below(set, 0);
}

/** Every value that a function has somewhere, but 0. */
export function valuesIn(diagram: Diagram, ref: Ref): ReadonlySet<number> {
  const values = new Set<number>();
  const seen = new Set<Ref>();
  const visit = (current: Ref): void => {
    if (seen.has(current)) return;
    seen.add(current);
    const value = valueOf(current);
    if (value !== null) values.add(value);
    const level = diagram.levelOf(current);
    for (const index of diagram.indexes(level)) visit(diagram.childOf(current, level, index));
  };
  visit(ref);
  values.delete(0);
  return values;
}

/** A function once the axis at a level has one value; it no longer looks at that axis. */
export function cofactors(diagram: Diagram, level: number, index: number): (ref: Ref) => Ref {
  const known = new Map<Ref, Ref>();
  const apply = (ref: Ref): Ref => {
    const at = diagram.levelOf(ref);
    if (at >= level) return diagram.childOf(ref, level, index);
    const before = known.get(ref);
    if (before !== undefined) return before;
    diagram.step();
    const result = diagram.node(
      at,
      diagram.indexes(at).map((child) => apply(diagram.childOf(ref, at, child))),
    );
    known.set(ref, result);
    return result;
  };
  return apply;
}

function distances(diagram: Diagram): (ref: Ref) => number {
  const known = new Map<Ref, number>([[FALSE, Infinity]]);
  const distance = (ref: Ref): number => {
    const before = known.get(ref);
    if (before !== undefined) return before;
    const level = diagram.levelOf(ref);
    const costs = diagram
      .indexes(level)
      .map((index) => distance(diagram.childOf(ref, level, index)) + (index === 0 ? 0 : 1));
    const nearest = costs.length === 0 ? 0 : Math.min(...costs);
    known.set(ref, nearest);
    return nearest;
  };
  return distance;
}
