/** A function on a fact space: a node, or below zero a value that it has everywhere. Equal functions have equal references. */
export type Ref = number;

/** Combines two functions value by value. */
export type Combine = (left: Ref, right: Ref) => Ref;

/** The diagrams of a rulebook have grown past what was allowed for them. */
export class BudgetExceeded extends Error {}

interface Node {
  readonly level: number;
  readonly children: readonly Ref[];
}

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
  readonly #nodes: Node[] = [];
  readonly #chains: Ref[] = [];
  #buckets = new Int32Array(1024).fill(-1);
  #steps = 0;
  /** How many values each axis has. */
  readonly sizes: readonly number[];
  readonly #mostSteps: number;
  readonly #indexes: readonly (readonly number[])[];

  /**
   * @param sizes how many values each axis has, in order
   * @param mostSteps how many nodes may be visited before `BudgetExceeded` is thrown
   */
  constructor(sizes: readonly number[], mostSteps: number) {
    this.sizes = sizes;
    this.#mostSteps = mostSteps;
    this.#indexes = sizes.map((size) => Array.from({ length: size }, (_, index) => index));
  }

  /** The axis a function looks at first; behind the last one for a constant. */
  levelOf(ref: Ref): number {
    return this.#nodes[ref]?.level ?? this.sizes.length;
  }

  /** What a function is once the axis at a level has a value. */
  childOf(ref: Ref, level: number, index: number): Ref {
    const node = this.#nodes[ref];
    return node?.level === level ? (node.children[index] ?? ref) : ref;
  }

  /** The function that looks at an axis, then is one of these, which look only at later axes. */
  node(level: number, children: readonly Ref[]): Ref {
    const [first = FALSE] = children;
    if (children.every((child) => child === first)) return first;
    const bucket = hashOf(level, children) % this.#buckets.length;
    let ref = this.#buckets[bucket] ?? -1;
    while (ref >= 0 && !this.#is(ref, level, children)) ref = this.#chains[ref] ?? -1;
    return ref >= 0 ? ref : this.#added({ level, children }, bucket);
  }

  /** Counts one visit. @throws BudgetExceeded */
  step(): void {
    this.#steps += 1;
    if (this.#steps > this.#mostSteps) throw new BudgetExceeded();
  }

  /**
   * An operation on two functions, value by value, that remembers its results.
   * @param shortcut the result where it needs no look below, `null` where it does
   */
  operation(
    combined: (left: number, right: number) => number,
    shortcut: (left: Ref, right: Ref) => Ref | null = () => null,
  ): Combine {
    const known = new Map<number, Ref>();
    const apply = (left: Ref, right: Ref): Ref => {
      const early = shortcut(left, right);
      if (early !== null) return early;
      if (left < 0 && right < 0) return constant(combined(-1 - left, -1 - right));
      const key = (left + MOST_VALUES) * KEY_RANGE + right + MOST_VALUES;
      const before = known.get(key);
      if (before !== undefined) return before;
      this.step();
      const level = Math.min(this.levelOf(left), this.levelOf(right));
      const result = this.node(
        level,
        this.indexes(level).map((index) =>
          apply(this.childOf(left, level, index), this.childOf(right, level, index)),
        ),
      );
      known.set(key, result);
      return result;
    };
    return apply;
  }

  /** An operation on one function, value by value, that remembers its results. */
  mapping(mapped: (value: number) => number): (ref: Ref) => Ref {
    const known = new Map<Ref, Ref>();
    const apply = (ref: Ref): Ref => {
      if (ref < 0) return constant(mapped(-1 - ref));
      const before = known.get(ref);
      if (before !== undefined) return before;
      this.step();
      const level = this.levelOf(ref);
      const result = this.node(
        level,
        this.indexes(level).map((index) => apply(this.childOf(ref, level, index))),
      );
      known.set(ref, result);
      return result;
    };
    return apply;
  }

  /** The positions of an axis's values. */
  indexes(level: number): readonly number[] {
    return this.#indexes[level] ?? [];
  }

  #is(ref: Ref, level: number, children: readonly Ref[]): boolean {
    const node = this.#nodes[ref];
    return node?.level === level && children.every((child, index) => node.children[index] === child);
  }

  #added(node: Node, bucket: number): Ref {
    const ref = this.#nodes.push(node) - 1;
    this.#chains.push(this.#buckets[bucket] ?? -1);
    this.#buckets[bucket] = ref;
    if (this.#nodes.length > this.#buckets.length) this.#widen();
    return ref;
  }

  #widen(): void {
    this.#buckets = new Int32Array(this.#buckets.length * 4).fill(-1);
    for (const [ref, { level, children }] of this.#nodes.entries()) {
      const bucket = hashOf(level, children) % this.#buckets.length;
      this.#chains[ref] = this.#buckets[bucket] ?? -1;
      this.#buckets[bucket] = ref;
    }
  }
}

/** Constants have references down to this far below zero. */
const MOST_VALUES = 100_000;

/** More than any reference, so that two of them make one number. */
const KEY_RANGE = 2 ** 25;

function hashOf(level: number, children: readonly Ref[]): number {
  let hash = level;
  for (const child of children) hash = Math.imul(hash, 31) + child;
  return Math.imul(hash, 0x9e3779b1) >>> 8;
}
