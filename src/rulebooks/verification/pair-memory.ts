/** What is returned of a pair that is not remembered; no reference is as low. */
export const UNKNOWN = -(2 ** 31);

const FIRST_SIZE = 64;
const WORDS = 3;

/** Remembers a number for each pair of numbers, in one array: open addressing, doubled twice before it is half full. */
export class PairMemory {
  #entries = emptyEntries(FIRST_SIZE);
  #mask = FIRST_SIZE - 1;
  #count = 0;

  /** The number of a pair, or `UNKNOWN`. */
  get(left: number, right: number): number {
    const entries = this.#entries;
    let at = hashOf(left, right) & this.#mask;
    for (;;) {
      const place = at * WORDS;
      const value = entries[place + 2] ?? UNKNOWN;
      if (value === UNKNOWN || (entries[place] === left && entries[place + 1] === right)) return value;
      at = (at + 1) & this.#mask;
    }
  }

  /** Remembers the number of a pair that has none. */
  set(left: number, right: number, value: number): void {
    this.#count += 1;
    if (this.#count * 2 > this.#mask) this.#widen();
    this.#put(left, right, value);
  }

  #put(left: number, right: number, value: number): void {
    const entries = this.#entries;
    let at = hashOf(left, right) & this.#mask;
    while (entries[at * WORDS + 2] !== UNKNOWN) at = (at + 1) & this.#mask;
    entries[at * WORDS] = left;
    entries[at * WORDS + 1] = right;
    entries[at * WORDS + 2] = value;
  }

  #widen(): void {
    const before = this.#entries;
    const size = (this.#mask + 1) * 4;
    this.#entries = emptyEntries(size);
    this.#mask = size - 1;
    for (let place = 0; place < before.length; place += WORDS) {
      const value = before[place + 2] ?? UNKNOWN;
      if (value !== UNKNOWN) this.#put(before[place] ?? 0, before[place + 1] ?? 0, value);
    }
  }
}

function emptyEntries(size: number): Int32Array {
  return new Int32Array(size * WORDS).fill(UNKNOWN);
}

function hashOf(left: number, right: number): number {
  const mixed = Math.imul(Math.imul(left, 0x9e3779b1) + right, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
