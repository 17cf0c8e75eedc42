import type { Actor } from '../audit/audit-entry.ts';

/** Who sets facts, when, from which file, and why. */
export interface FactSource {
  readonly setBy: string;
  /** `null` for the command line. */
  readonly accountId: number | null;
  readonly setAt: string;
  readonly fileId: number | null;
  /** In the words of whoever set it; only where it was set on the screen. */
  readonly note: string | null;
}

/** An actor as the one who sets facts, without a word about why. */
export function factSource({ name, accountId }: Actor, setAt: string, fileId: number | null): FactSource {
  return { setBy: name, accountId, setAt, fileId, note: null };
}
