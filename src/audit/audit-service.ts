import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import type { Actor, AuditCheckpoint, AuditEntry, AuditRecord, AuditVerification } from './audit-entry.ts';
import { AuditGroup } from './audit-group-service.ts';
import { auditEntriesAfter, latestAuditEntries } from './audit-store.ts';
import { ChainWalk } from './hash-chain.ts';

/** Whoever runs commands on the machine that holds the database. */
export const COMMAND_LINE: Actor = { accountId: null, name: 'command-line' };

const ENTRIES_PER_READ = 1000;

/** The one writer of the audit trail. */
export class AuditService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Adds an entry to the chain inside the transaction of the change it tells of. */
  async record(transaction: Transaction, actor: Actor, record: AuditRecord): Promise<void> {
    const group = this.group(transaction, actor);
    await group.record(record);
    await group.write();
  }

  /** Entries of one transaction that are written together: the same chain, without a look at its end for each. */
  group(transaction: Transaction, actor: Actor): AuditGroup {
    return new AuditGroup(transaction, actor, this.#clock);
  }

  /** Recomputes the whole chain from what is stored, and holds it against a checkpoint taken earlier. */
  async verify(checkpoint: AuditCheckpoint | null = null): Promise<AuditVerification> {
    const walk = new ChainWalk(checkpoint);
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const entries = await auditEntriesAfter(this.#database.read, after, ENTRIES_PER_READ);
      for (const entry of entries) walk.take(entry);
      const last = entries.at(-1);
      if (last === undefined) return walk.result();
      after = last.sequence;
    }
  }

  /** The latest entries about the units under these paths, and about the whole installation, newest first. */
  latest(count: number, unitPaths: readonly string[]): Promise<readonly AuditEntry[]> {
    return latestAuditEntries(this.#database.read, count, unitPaths);
  }
}
