/** Milliseconds of one piece of work, done several times. */
export interface Figures {
  readonly runs: number;
  /** The first time, when nothing is remembered. */
  readonly cold: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
}

/** How long a simpler way would take: a part of it was measured, the rest reckoned from that. */
export interface Rival {
  readonly sampled: number;
  readonly of: number;
  /** Milliseconds of the whole, reckoned. */
  readonly extrapolated: number;
}

/** Something measured, beside a simpler way to the same answer. */
export interface Line {
  readonly figures: Figures;
  readonly rival: Rival;
}

/** How long a piece of work takes: once cold, then so many times. */
export async function measured(runs: number, work: (turn: number) => Promise<unknown>): Promise<Figures> {
  const cold = await timed(() => work(0));
  const times: number[] = [];
  for (let turn = 1; turn <= runs; turn += 1) times.push(await timed(() => work(turn)));
  return { runs, cold, ...spread(times) };
}

/** The best, the middle and the worst but for one in twenty. */
export function spread(times: readonly number[]): Pick<Figures, 'min' | 'median' | 'p95'> {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? 0;
  return { min: at(0), median: at(0.5), p95: at(0.95) };
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
