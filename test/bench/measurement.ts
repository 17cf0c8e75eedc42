/** Milliseconds of one piece of work, done several times. */
export interface Figures {
  readonly runs: number;
  /** The first time, when nothing is remembered. */
  readonly cold: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  /** Of the processor, in the middle: what others on the machine do hardly lengthens it. */
  readonly processor: number;
}

export type Spread = Pick<Figures, 'min' | 'median' | 'p95'>;

/** How long something took, by the clock and of the processor. */
export interface Taken {
  readonly milliseconds: number;
  readonly processor: number;
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
  const times: Taken[] = [];
  for (let turn = 1; turn <= runs; turn += 1) times.push(await taken(() => work(turn)));
  const processor = spread(times.map((one) => one.processor)).median;
  return { runs, cold, ...spread(times.map(({ milliseconds }) => milliseconds)), processor };
}

/** The best, the middle and the worst but for one in twenty. */
export function spread(times: readonly number[]): Spread {
  const at = (share: number): number => percentile(times, share);
  return { min: at(0), median: at(0.5), p95: at(0.95) };
}

/** What this share of the times stays below; 0 where there are none. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? 0;
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  return (await taken(work)).milliseconds;
}

/** The same, with those of the processor: of the database and of threads as well. */
export async function taken(work: () => Promise<unknown>): Promise<Taken> {
  const [started, before] = [performance.now(), processorTime()];
  await work();
  return { milliseconds: performance.now() - started, processor: processorTime() - before };
}

/** Milliseconds that this process has had of the processor. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The exponent by which times grow with sizes: the slope of their logarithms by least squares. */
export function growthExponent(sizes: readonly number[], times: readonly number[]): number {
  const points = sizes.map((size, index) => [Math.log(size), Math.log(times[index] ?? 1)] as const);
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [middle, height] = [mean(0), mean(1)];
  const spreadOfSizes = points.reduce((sum, [size]) => sum + (size - middle) ** 2, 0);
  return points.reduce((sum, [size, time]) => sum + (size - middle) * (time - height), 0) / spreadOfSizes;
}
