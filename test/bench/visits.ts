import type { BenchPage } from './bench-pages.ts';
import { percentile } from './measurement.ts';
import type { Visitor } from './visitor.ts';

/** Milliseconds of each visit of each page. */
export type Visits = ReadonlyMap<BenchPage, readonly number[]>;

export interface Percentiles {
  readonly visits: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** A page's condition that was not understood would measure another page. */
const IGNORED = '已忽略';

/**
 * So many people at once go round through all pages, each a part of the way, so that each page is visited so often;
 * nobody pauses.
 * @param counts whether a visit that just ended counts; every one unless said otherwise
 * @throws Error where an answer is not the page
 */
export async function visitsOf(
  pages: readonly BenchPage[],
  visitors: ReadonlyMap<string, Visitor>,
  { users, rounds }: { readonly users: number; readonly rounds: number },
  counts: () => boolean = () => true,
): Promise<Visits> {
  const visits = new Map(pages.map((page) => [page, [] as number[]]));
  const walk = async (user: number): Promise<void> => {
    const [first, last] = [user, user + 1].map((part) => Math.round((part * rounds * pages.length) / users));
    for (let step = first ?? 0; step < (last ?? 0); step += 1) {
      const page = pages[step % pages.length];
      if (page === undefined) return;
      const took = await visit(page, visitors.get(page.viewer.username));
      if (counts()) visits.get(page)?.push(took);
    }
  };
  await Promise.all(Array.from({ length: users }, (_, user) => walk(user)));
  return visits;
}

export function percentilesOf(times: readonly number[]): Percentiles {
  const at = (share: number): number => percentile(times, share);
  return { visits: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function visit({ path, word, name }: BenchPage, visitor: Visitor | undefined): Promise<number> {
  if (visitor === undefined) throw new Error(`nobody signed in for ${name}`);
  const { status, body, milliseconds } = await visitor.get(path);
  if (status === 200 && body.includes(word) && !body.includes(IGNORED)) return milliseconds;
  throw new Error(`${name} answered ${String(status)} without ${word}: ${body.slice(0, 3000)}`);
}
