import { AsyncLocalStorage } from 'node:async_hooks';

/** Every path begins with it: who reaches it sees every row. */
export const ROOT = '/';
const PATH = /^\/(?:\d+\/)*$/u;
const SEPARATOR = ' ';

const reach = new AsyncLocalStorage<string>();

/**
 * Lets what `work` reads and writes, however late, see only guarded rows that belong below one of these paths; no paths
 * show none. The second wall behind the permission check: who forgets to ask for a reach finds nothing.
 * @throws Error when a path is none.
 */
export function onlyWithin<Result>(paths: readonly string[], work: () => Result): Result {
  const wrong = paths.find((path) => !PATH.test(path));
  if (wrong !== undefined) throw new Error(`${wrong} is not a path`);
  return reach.run(paths.includes(ROOT) ? ROOT : paths.join(SEPARATOR), work);
}

/**
 * Lets `work` see every row, whoever asked for it. Who may call this is listed, with the reason, where the layout of
 * the program is tested.
 */
export function everywhere<Result>(work: () => Result): Result {
  return reach.run(ROOT, work);
}

/** The paths that hold here, as a connection is told them; all where nobody set any, as on the command line. */
export function rowReach(): string {
  return reach.getStore() ?? ROOT;
}
