import type { Busy, ConnectionState } from './scale-watch.ts';

const WAITS: Readonly<Record<Exclude<ConnectionState, 'runs'>, string>> = {
  lock: 'for locks of others',
  disk: 'for the disk',
  server: 'for other parts of the server',
  worker: 'for their workers',
};

/** What others may take of a machine before a run on it says nothing. */
const MOST_OF_OTHERS = 0.25;

/** From this share on a machine has no core to spare. */
const FULL = 0.9;

/** Which resource is the limit, as the figures of a run say. */
export function limitOf(
  { databaseCores, workerCores, machineCores, connections }: Busy,
  cores: number,
): string {
  const who = `the database took ${databaseCores.toFixed(1)}, the workers ${workerCores.toFixed(1)}`;
  const busy = `${machineCores.toFixed(1)} of ${String(cores)} cores were busy (${who})`;
  const others = machineCores - databaseCores - workerCores;
  if (others > MOST_OF_OTHERS * cores)
    return `others took ${others.toFixed(1)} cores, so that nothing can be said: ${busy}`;
  if (machineCores >= FULL * cores) return `the processor is the limit: ${busy}`;
  const waits = (['lock', 'disk', 'server', 'worker'] as const).toSorted(
    (one, other) => connections[other] - connections[one],
  );
  const [longest = 'worker'] = waits;
  if (connections.runs >= connections[longest]) {
    return `what the database does one after another is the limit: ${busy}`;
  }
  return `connections that wait ${WAITS[longest]} are the limit: ${busy}`;
}
