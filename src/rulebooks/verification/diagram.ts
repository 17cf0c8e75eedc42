import type { Budget } from './budget.ts';
import { UniqueNodes } from './unique-nodes.ts';
import { PairMemory, UNKNOWN } from './pair-memory.ts';

/** A function on a fact space: a node, or below zero a value that it has everywhere. Equal functions have equal references. */
export type Ref = number;

/** Combines two functions value by value. */
export type Combine = (left: Ref, right: Ref) => Ref;

/** The value of a boolean function; for others, 0 is no result. */
export const FALSE = constant(0);
export const TRUE = constant(1);

/** The function that has one value, a whole number from 0, everywhere. */
export function constant(value: number): Ref {
  return -1 - value;
}

/** The value of a constant function; `null` where the function has several. */
export function valueOf(ref: Ref): number | null {
  return ref < 0 ? -1 - ref : null;
}

/**
 * Multi-valued decision diagrams over one fact space: a level for each axis, a child for each of its values, equal
 * nodes stored once, nodes whose children are all equal left out. So two functions are equal exactly when their
 * references are (Bryant 1986 for two values; Srinivasan et al. 1990 for many).
 */
export class Diagram {
  readonly #nodes: UniqueNodes;
  readonly #budget: Budget;
  readonly #indexes: readonly (readonly number[])[];
  /** Children of the nodes that are being made, one node's behind the other's. */
  #pending: Int32Array;
  #pendingEnd = 0;
  /** How many values each axis has. */
  readonly sizes: readonly number[];

  /**
   * @param sizes how many values each axis has, in order
   * @param budget how many branches may be followed before `BudgetExceeded` is thrown
   */
  constructor(sizes: readonly number[], budget: Budget) {
    this.sizes = sizes;
    this.#budget = budget;
    this.#nodes = new UniqueNodes(sizes);
    this.#indexes = sizes.map((size) => Array.from({ length: size }, (_, index) => index));
    // On its way down a function waits at no level twice.
    this.#pending = new Int32Array(sizes.reduce((sum, size) => sum + size, 0));
  }

  /** The axis a function looks at first; behind the last one for a constant. */
  levelOf(ref: Ref): number {
    return this.#nodes.levelOf(ref);
  }

  /** What a function is once the axis at a level has a value. */
  childOf(ref: Ref, level: number, index: number): Ref {
    return this.#nodes.childOf(ref, level, index);
  }

  /** The function that looks at an axis, then is one of these, which look only at later axes. */
  node(level: number, children: ArrayLike<Ref>, from = 0): Ref {
    const first = children[from] ?? FALSE;
    const end = from + (this.sizes[level] ?? 0);
    let index = from + 1;
    while (index < end && children[index] === first) index += 1;
    return index >= end ? first : this.#nodes.nodeOf(level, children, from);
  }

  /** Counts a visit of a level. @throws BudgetExceeded */
  step(level: number): void {
    this.#budget.spend(this.sizes[level] ?? 1);
  }

  /** The function that looks at an axis, then is what is made for each of its values. @throws BudgetExceeded */
  made(level: number, child: (index: number) => Ref): Ref {
    const size = this.sizes[level] ?? 0;
    this.#budget.spend(size);
    const from = this.#pendingEnd;
    this.#pendingEnd = from + size;
    for (let index = 0; index < size; index += 1) this.#pending[from + index] = child(index);
    this.#pendingEnd = from;
    return this.node(level, this.#pending, from);
  }

  /**
   * An operation on two functions, value by value, that remembers its results.
   * @param shortcut the result where it needs no look below, `null` where it does
   */
  operation(
    combined: (left: number, right: number) => number,
    shortcut: (left: Ref, right: Ref) => Ref | null = () => null,
  ): Combine {
    const known = new PairMemory();
    const apply = (left: Ref, right: Ref): Ref => {
      const early = shortcut(left, right);
      if (early !== null) return early;
      if (left < 0 && right < 0) return constant(combined(-1 - left, -1 - right));
      const before = known.get(left, right);
      if (before !== UNKNOWN) return before;
      const level = Math.min(this.levelOf(left), this.levelOf(right));
      const result = this.made(level, (index) =>
        apply(this.childOf(left, level, index), this.childOf(right, level, index)),
      );
      known.set(left, right, result);
      return result;
    };
    return apply;
  }

  /** An operation on one function, value by value, that remembers its results. */
  mapping(mapped: (value: number) => number): (ref: Ref) => Ref {
    const known = new PairMemory();
    const apply = (ref: Ref): Ref => {
      if (ref < 0) return constant(mapped(-1 - ref));
      const before = known.get(ref, 0);
      if (before !== UNKNOWN) return before;
      const level = this.levelOf(ref);
      const result = this.made(level, (index) => apply(this.childOf(ref, level, index)));
      known.set(ref, 0, result);
      return result;
    };
    return apply;
  }

  /** The positions of an axis's values. */
  indexes(level: number): readonly number[] {
    return this.#indexes[level] ?? [];
  }
}
