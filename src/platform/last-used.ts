/** Keeps what was asked for last, at most so many things, and forgets what was not asked for longest. */
export class LastUsed<Key, Value> {
  readonly #kept = new Map<Key, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept under a key; `undefined` when nothing is, or no longer. */
  find(key: Key): Value | undefined {
    const value = this.#kept.get(key);
    return value === undefined ? undefined : this.keep(key, value);
  }

  /** Keeps a value as the one that was asked for last, and returns it. */
  keep(key: Key, value: Value): Value {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }

  /** What is kept under a key, else what `make` makes, which is kept from now on. */
  of(key: Key, make: () => Value): Value {
    return this.find(key) ?? this.keep(key, make());
  }
}
