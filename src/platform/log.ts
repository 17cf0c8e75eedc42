import { pino, type DestinationStream, type Logger } from 'pino';

/** The structured log: codes, numbers and durations; no names, no form text, no passwords. */
export type Log = Logger;

/** Writes one JSON line per entry to `destination`, standard error when left out. */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino({ level, base: null }, destination ?? pino.destination(2));
}

/** What the log may keep of something thrown: enough to find the place, without the values that led there. */
export function loggable(thrown: unknown): Readonly<Record<string, unknown>> {
  if (!(thrown instanceof Error)) return { thrown: typeof thrown };
  const frames = (thrown.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const cause = thrown.cause === undefined ? {} : { cause: loggable(thrown.cause) };
  return { name: thrown.name, message: thrown.message.slice(0, 300), frames, ...cause };
}
