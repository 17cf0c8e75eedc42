/** A stream of numbers that is the same for the same seed. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from 0, below `end`; small ones much oftener than large ones where `skew` is above 1. */
  below(end: number, skew?: number): number;
  chance(share: number): boolean;
  /** One of the choices, as often as its weight says. */
  among<Choice>(choices: readonly (readonly [Choice, number])[]): Choice;
}

/** Mulberry32: small, fast, and good enough to spread points over cases. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (end, skew = 1) => Math.floor(next() ** skew * end),
    chance: (share) => next() < share,
    among: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      const found = choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1);
      if (found === undefined) throw new RangeError('nothing to choose from');
      return found[0];
    },
  };
}
