import type { Queryable, Transaction } from '../platform/database.ts';
import { insertList } from '../platform/json-dialect.ts';
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

const COLUMNS: readonly (keyof AuditRow)[] = [
  'sequence',
  'at',
  'actor_account_id',
  'actor',
  'action',
  'object_type',
  'object_id',
  'unit_path',
  'details',
  'previous_hash',
  'hash',
];

export async function lastAuditEntry(from: Queryable): Promise<AuditEntry | null> {
  const row = await from<AuditRow>('audit_entry').orderBy('sequence', 'desc').first();
  return row === undefined ? null : toEntry(row);
}

/** Adds entries to the end of the chain, in their order. */
export async function insertAuditEntries(
  transaction: Transaction,
  entries: readonly AuditEntry[],
): Promise<void> {
  const rows = entries.map((entry) => [
    entry.sequence,
    entry.at,
    entry.actorAccountId,
    entry.actor,
    entry.action,
    entry.objectType,
    entry.objectId,
    entry.unitPath,
    JSON.stringify(entry.details),
    entry.previousHash,
    entry.hash,
  ]);
  await insertList(transaction, 'audit_entry', COLUMNS, rows);
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
