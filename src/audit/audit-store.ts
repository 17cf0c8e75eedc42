import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertList } from '../platform/json-dialect.ts';
import { pathWithin } from '../platform/path-range.ts';
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

/** Who reaches much finds all that a page shows among so many of the newest entries. */
const NEWEST = 2000;

/**
 * The latest entries about units under these paths, newest first, with those that concern the whole
 * installation. Who reaches little of a long trail finds them by the units instead of by a walk back through all of it.
 */
export async function latestAuditEntries(
  from: Queryable,
  count: number,
  unitPaths: readonly string[],
): Promise<readonly AuditEntry[]> {
  const { last } = (await from('audit_entry').max({ last: 'sequence' }).first()) as { last: number | null };
  const latest = (): Knex.QueryBuilder<AuditRow, AuditRow[]> =>
    from<AuditRow>('audit_entry').orderBy('sequence', 'desc').limit(count);
  const newest = await latest()
    .where('sequence', '>', (last ?? 0) - NEWEST)
    .where((reached) => {
      void reached.where('unit_path', '/').orWhere(pathWithin('unit_path', unitPaths));
    });
  if (newest.length === count || (last ?? 0) <= NEWEST) return newest.map(toEntry);
  const sequences = (entries: Knex.QueryBuilder): Knex.QueryBuilder =>
    from(entries.orderBy('sequence', 'desc').limit(count).select('sequence').as('some')).select('sequence');
  const ofAll = sequences(from('audit_entry').where('unit_path', '/'));
  const ofUnits = unitPaths.map((path) =>
    sequences(from('audit_entry').where(pathWithin('unit_path', [path]))),
  );
  const rows = await latest().whereIn('sequence', ofAll.unionAll(ofUnits));
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
