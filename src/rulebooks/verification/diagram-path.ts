import { FALSE, valueOf, type Diagram, type Ref } from './diagram.ts';
import { PairMemory, UNKNOWN } from './pair-memory.ts';

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

/** What a function is at a combination. */
export function refAt(diagram: Diagram, ref: Ref, path: Path): Ref {
  return path.reduce((current, index, level) => diagram.childOf(current, level, index), ref);
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
    diagram.step(from);
    const count = diagram
      .indexes(from)
      .reduce((sum, index) => sum + below(diagram.childOf(ref, from, index), from + 1), 0);
    known.set(ref, count);
    return free * count;
  };
  return below(set, 0);
}

/** Every value but 0 that a function has somewhere in a set. */
export function valuesWithin(diagram: Diagram, ref: Ref, set: Ref): ReadonlySet<number> {
  const values = new Set<number>();
  const seen = new PairMemory();
  const visit = (current: Ref, inside: Ref): void => {
    if (current === FALSE || inside === FALSE) return;
    if (current < 0) {
      // A set that is not empty has some combination.
      values.add(-1 - current);
      return;
    }
    if (seen.get(current, inside) !== UNKNOWN) return;
    seen.set(current, inside, 1);
    const level = Math.min(diagram.levelOf(current), diagram.levelOf(inside));
    diagram.step(level);
    const { [level]: size = 0 } = diagram.sizes;
    for (let index = 0; index < size; index += 1) {
      visit(diagram.childOf(current, level, index), diagram.childOf(inside, level, index));
    }
  };
  visit(ref, set);
  return values;
}

/** Whether two sets have a combination in common; nothing is made of it. */
export function doMeet(diagram: Diagram, left: Ref, right: Ref): boolean {
  const seen = new PairMemory();
  const meet = (one: Ref, other: Ref): boolean => {
    if (one === FALSE || other === FALSE) return false;
    if (one < 0 || other < 0 || one === other) return true;
    if (seen.get(one, other) !== UNKNOWN) return false;
    seen.set(one, other, 0);
    const level = Math.min(diagram.levelOf(one), diagram.levelOf(other));
    diagram.step(level);
    return diagram
      .indexes(level)
      .some((index) => meet(diagram.childOf(one, level, index), diagram.childOf(other, level, index)));
  };
  return meet(left, right);
}

/** Visits each node of a function once. */
export function visitNodes(diagram: Diagram, ref: Ref, visit: (node: Ref, level: number) => void): void {
  const seen = new PairMemory();
  const descend = (node: Ref): void => {
    if (node < 0 || seen.get(node, 0) !== UNKNOWN) return;
    seen.set(node, 0, 1);
    const level = diagram.levelOf(node);
    diagram.step(level);
    visit(node, level);
    const { [level]: size = 0 } = diagram.sizes;
    for (let index = 0; index < size; index += 1) descend(diagram.childOf(node, level, index));
  };
  descend(ref);
}

/** A function once the axis at a level has one value; it no longer looks at that axis. */
export function cofactors(diagram: Diagram, level: number, index: number): (ref: Ref) => Ref {
  return onAxis(diagram, level, (ref) => diagram.childOf(ref, level, index));
}

/** A function that at each combination is made of what another is along one axis; it no longer looks at that axis. */
export function onAxis(diagram: Diagram, level: number, made: (ref: Ref) => Ref): (ref: Ref) => Ref {
  const known = new PairMemory();
  const apply = (ref: Ref): Ref => {
    const at = diagram.levelOf(ref);
    if (at >= level) return made(ref);
    const before = known.get(ref, 0);
    if (before !== UNKNOWN) return before;
    const result = diagram.made(at, (child) => apply(diagram.childOf(ref, at, child)));
    known.set(ref, 0, result);
    return result;
  };
  return apply;
}

const DISTANCES = new WeakMap<Diagram, (ref: Ref) => number>();

/** How many axes away from their first values a function's nearest combination is, remembered for each of its nodes. */
function distances(diagram: Diagram): (ref: Ref) => number {
  const before = DISTANCES.get(diagram);
  if (before !== undefined) return before;
  const known = new PairMemory();
  const distance = (ref: Ref): number => {
    if (ref < 0) return ref === FALSE ? Infinity : 0;
    const remembered = known.get(ref, 0);
    if (remembered !== UNKNOWN) return remembered;
    const level = diagram.levelOf(ref);
    diagram.step(level);
    const { [level]: size = 0 } = diagram.sizes;
    let nearest = distance(diagram.childOf(ref, level, 0));
    for (let index = 1; index < size; index += 1) {
      nearest = Math.min(nearest, distance(diagram.childOf(ref, level, index)) + 1);
    }
    known.set(ref, 0, nearest);
    return nearest;
  };
  DISTANCES.set(diagram, distance);
  return distance;
}
