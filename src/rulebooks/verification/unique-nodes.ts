const FIRST_NODES = 1024;
const NONE = -1;

/** The nodes of diagrams, each stored once: a level and as many children as the level's axis has values. */
export class UniqueNodes {
  readonly #sizes: readonly number[];
  #levels = new Int32Array(FIRST_NODES);
  #starts = new Int32Array(FIRST_NODES);
  #children = new Int32Array(FIRST_NODES * 4);
  #table = new Int32Array(FIRST_NODES * 2).fill(NONE);
  #count = 0;
  #end = 0;

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
  }

  /** The level of a node; behind the last one for what is below zero. */
  levelOf(ref: number): number {
    return ref < 0 ? this.#sizes.length : (this.#levels[ref] ?? 0);
  }

  /** A child of a node; what does not look at the level is its own child. */
  childOf(ref: number, level: number, index: number): number {
    if (ref < 0 || this.#levels[ref] !== level) return ref;
    return this.#children[(this.#starts[ref] ?? 0) + index] ?? ref;
  }

  /** The node that has a level and the children which stand in a list from a place on. */
  nodeOf(level: number, list: ArrayLike<number>, from: number): number {
    const mask = this.#table.length - 1;
    let at = this.#hashOf(level, list, from) & mask;
    for (;;) {
      const ref = this.#table[at] ?? NONE;
      if (ref === NONE) break;
      if (this.#is(ref, level, list, from)) return ref;
      at = (at + 1) & mask;
    }
    const added = this.#added(level, list, from);
    this.#table[at] = added;
    if (this.#count * 2 > mask) this.#widen();
    return added;
  }

  #is(ref: number, level: number, list: ArrayLike<number>, from: number): boolean {
    if (this.#levels[ref] !== level) return false;
    const start = this.#starts[ref] ?? 0;
    const size = this.#sizes[level] ?? 0;
    for (let index = 0; index < size; index += 1) {
      if (this.#children[start + index] !== list[from + index]) return false;
    }
    return true;
  }

  #added(level: number, list: ArrayLike<number>, from: number): number {
    const size = this.#sizes[level] ?? 0;
    if (this.#count === this.#levels.length) {
      this.#levels = widened(this.#levels, this.#count * 2);
      this.#starts = widened(this.#starts, this.#count * 2);
    }
    if (this.#end + size > this.#children.length) {
      this.#children = widened(this.#children, (this.#end + size) * 2);
    }
    for (let index = 0; index < size; index += 1) this.#children[this.#end + index] = list[from + index] ?? 0;
    this.#levels[this.#count] = level;
    this.#starts[this.#count] = this.#end;
    this.#end += size;
    this.#count += 1;
    return this.#count - 1;
  }

  #widen(): void {
    this.#table = new Int32Array(this.#table.length * 4).fill(NONE);
    const mask = this.#table.length - 1;
    for (let ref = 0; ref < this.#count; ref += 1) {
      let at = this.#hashOf(this.#levels[ref] ?? 0, this.#children, this.#starts[ref] ?? 0) & mask;
      while (this.#table[at] !== NONE) at = (at + 1) & mask;
      this.#table[at] = ref;
    }
  }

  #hashOf(level: number, list: ArrayLike<number>, from: number): number {
    const size = this.#sizes[level] ?? 0;
    let hash = level;
    for (let index = 0; index < size; index += 1) {
      hash = Math.imul(hash, 0x9e3779b1) + (list[from + index] ?? 0);
    }
    const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return mixed ^ (mixed >>> 13);
  }
}

function widened(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(list);
  return longer;
}
