import type { Queryable, Transaction } from '../platform/database.ts';
import type { AuditEntry } from './audit-entry.ts';

interface AuditRow {
  readonly sequence: number;
  readonly at: string;
  readonly actor_account_id: number | null;
  readonly actor: string;
  readonly action: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly unit_path: string;
  readonly details: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export async function lastAuditEntry(from: Queryable): Promise<AuditEntry | null> {
  const row = await from<AuditRow>('audit_entry').orderBy('sequence', 'desc').first();
  return row === undefined ? null : toEntry(row);
}

export async function insertAuditEntry(transaction: Transaction, entry: AuditEntry): Promise<void> {
  await transaction('audit_entry').insert({
    sequence: entry.sequence,
    at: entry.at,
    actor_account_id: entry.actorAccountId,
    actor: entry.actor,
    action: entry.action,
    object_type: entry.objectType,
    object_id: entry.objectId,
    unit_path: entry.unitPath,
    details: JSON.stringify(entry.details),
    previous_hash: entry.previousHash,
    hash: entry.hash,
  });
}

/** Entries after a sequence number, in order, at most `count`. */
export async function auditEntriesAfter(
  from: Queryable,
  sequence: number,
  count: number,
): Promise<readonly AuditEntry[]> {
  const rows = await from<AuditRow>('audit_entry')
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(count);
  return rows.map(toEntry);
}

/**
 * The latest entries about units under these paths, newest first, with those that concern the whole
 * installation.
 */
export async function latestAuditEntries(
  from: Queryable,
  count: number,
  unitPaths: readonly string[],
): Promise<readonly AuditEntry[]> {
  const rows = await from<AuditRow>('audit_entry')
    .where((reached) => {
      void reached.where('unit_path', '/');
      for (const path of unitPaths) void reached.orWhereLike('unit_path', `${path}%`);
    })
    .orderBy('sequence', 'desc')
    .limit(count);
  return rows.map(toEntry);
}

function toEntry(row: AuditRow): AuditEntry {
  return {
    sequence: row.sequence,
    at: row.at,
    actorAccountId: row.actor_account_id,
    actor: row.actor,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    unitPath: row.unit_path,
    details: parseDetails(row.details),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** A text that somebody damaged must not stop the walk that is to find the damage: it fails its hash instead. */
function parseDetails(text: string): AuditEntry['details'] {
  try {
    return JSON.parse(text) as AuditEntry['details'];
  } catch {
    return { damaged: true };
  }
}
