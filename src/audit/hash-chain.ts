import { createHash } from 'node:crypto';
import type { AuditCheckpoint, AuditEntry, AuditVerification } from './audit-entry.ts';

/** What the first entry names as its predecessor. */
export const CHAIN_START = '0'.repeat(64);

export type UnhashedEntry = Omit<AuditEntry, 'hash'>;

/** SHA-256 over everything an entry says, its predecessor's hash included, in a fixed order. */
export function hashOf(entry: UnhashedEntry): string {
  const said = [
    entry.sequence,
    entry.at,
    entry.actorAccountId,
    entry.actor,
    entry.action,
    entry.objectType,
    entry.objectId,
    entry.unitPath,
    Object.entries(entry.details).sort(([a], [b]) => (a < b ? -1 : 1)),
    entry.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** Walks entries in sequence and finds the first that was changed, moved, left out or put in. */
export class ChainWalk {
  #entries = 0;
  #previousHash = CHAIN_START;
  #firstBad: number | null = null;
  #head: AuditCheckpoint | null = null;
  readonly #checkpoint: AuditCheckpoint | null;

  /** With a checkpoint taken earlier, the walk also finds a chain that was cut or replaced since. */
  constructor(checkpoint: AuditCheckpoint | null) {
    this.#checkpoint = checkpoint;
  }

  /** Takes the next entry; once one is bad the rest proves nothing and is only counted. */
  take(entry: AuditEntry): void {
    this.#entries += 1;
    if (this.#firstBad !== null) return;
    const fits =
      entry.sequence === this.#entries &&
      entry.previousHash === this.#previousHash &&
      entry.hash === hashOf(entry) &&
      (this.#checkpoint?.sequence !== entry.sequence || this.#checkpoint.hash === entry.hash);
    if (!fits) {
      this.#firstBad = entry.sequence;
      return;
    }
    this.#previousHash = entry.hash;
    this.#head = { sequence: entry.sequence, hash: entry.hash };
  }

  result(): AuditVerification {
    const cutAt =
      this.#checkpoint !== null && this.#checkpoint.sequence > this.#entries ? this.#entries + 1 : null;
    const firstBad = this.#firstBad ?? cutAt;
    return { entries: this.#entries, ok: firstBad === null, firstBad, head: this.#head };
  }
}
