import type { Actor } from '../audit/audit-entry.ts';

/** Who sets facts, when, and from which file. */
export interface FactSource {
  readonly setBy: string;
  /** `null` for the command line. */
  readonly accountId: number | null;
  readonly setAt: string;
  readonly fileId: number | null;
}

/** An actor as the one who sets facts. */
export function factSource({ name, accountId }: Actor, setAt: string, fileId: number | null): FactSource {
  return { setBy: name, accountId, setAt, fileId };
}
