/** Milliseconds of one piece of work, done several times. */
export interface Figures {
  readonly runs: number;
  /** The first time, when nothing is remembered. */
  readonly cold: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
}

/** How long a piece of work takes: once cold, then so many times. */
export async function measured(runs: number, work: (turn: number) => Promise<unknown>): Promise<Figures> {
  const cold = await timed(() => work(0));
  const times: number[] = [];
  for (let turn = 1; turn <= runs; turn += 1) times.push(await timed(() => work(turn)));
  times.sort((left, right) => left - right);
  const at = (share: number): number => times[Math.ceil(share * times.length) - 1] ?? cold;
  return { runs, cold, min: at(1 / runs), median: at(0.5), p95: at(0.95) };
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
