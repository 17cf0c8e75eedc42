import type { Clock } from '../platform/clock.ts';
import type { Transaction } from '../platform/database.ts';
import type { Actor, AuditEntry, AuditRecord } from './audit-entry.ts';
import { insertAuditEntries, lastAuditEntry } from './audit-store.ts';
import { CHAIN_START, hashOf } from './hash-chain.ts';

/** Where the chain ends. */
type Tail = Pick<AuditEntry, 'sequence' | 'hash'>;

/**
 * Entries of one transaction and one actor that are written together. From its first entry to its last `write`,
 * nothing else in the transaction may record: two entries of one number are refused by the database.
 */
export class AuditGroup {
  readonly #transaction: Transaction;
  readonly #actor: Actor;
  readonly #clock: Clock;
  #tail: Tail | null = null;
  #waiting: AuditEntry[] = [];

  constructor(transaction: Transaction, actor: Actor, clock: Clock) {
    this.#transaction = transaction;
    this.#actor = actor;
    this.#clock = clock;
  }

  /** Adds an entry to those that wait. */
  async record(record: AuditRecord): Promise<void> {
    this.#tail ??= (await lastAuditEntry(this.#transaction)) ?? { sequence: 0, hash: CHAIN_START };
    const unhashed = {
      ...record,
      sequence: this.#tail.sequence + 1,
      at: this.#clock.now(),
      actorAccountId: this.#actor.accountId,
      actor: this.#actor.name,
      previousHash: this.#tail.hash,
    };
    const entry = { ...unhashed, hash: hashOf(unhashed) };
    this.#waiting.push(entry);
    this.#tail = entry;
  }

  /** Writes what waits. */
  async write(): Promise<void> {
    await insertAuditEntries(this.#transaction, this.#waiting);
    this.#waiting = [];
  }
}
