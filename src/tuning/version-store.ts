import type { Knex } from 'knex';
import type { RulebookKind } from '../rulebooks/fact-definition.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';
import type { Deed, Frozen, RulebookLife, VersionState } from './version.ts';

interface VersionRow {
  readonly id: number;
  readonly kind: RulebookKind;
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly body: string;
  readonly state: VersionState;
  readonly unitId: number | null;
  readonly unitPath: string | null;
  readonly unitName: string | null;
  readonly basedOnId: number | null;
  readonly basedOn: string | null;
  readonly reinstatesId: number | null;
  readonly reinstates: string | null;
  readonly createdAt: string;
  readonly proposed_by_account_id: number | null;
  readonly proposed_by: string | null;
  readonly proposed_at: string | null;
  readonly reason: string | null;
  readonly verification: string | null;
  readonly examples: string | null;
  readonly impact: string | null;
  readonly approved_by_account_id: number | null;
  readonly approved_by: string | null;
  readonly approved_at: string | null;
  readonly minutes: string | null;
  readonly active_on: string | null;
  readonly returned_by_account_id: number | null;
  readonly returned_by: string | null;
  readonly returned_at: string | null;
  readonly return_reason: string | null;
}

/** A version with its life; `null` when there is none. */
export async function lifeById(from: Queryable, id: number): Promise<RulebookLife | null> {
  const row = (await lives(from).where('rulebook_version.id', id).first()) as VersionRow | undefined;
  return row === undefined ? null : toLife(row);
}

/** The versions of the bureaus under these paths, and those that came with the program, newest first. */
export async function livesWithin(from: Queryable, reach: Reach): Promise<readonly RulebookLife[]> {
  const rows = (await lives(from)
    .where((within) => {
      void within.whereNull('rulebook_version.unit_id');
      for (const path of reach.unitPaths) void within.orWhereRaw(`org_unit.path like ? || '%'`, [path]);
    })
    .orderBy('rulebook_version.id', 'desc')) as VersionRow[];
  return rows.map(toLife);
}

/** A bureau's version of a rulebook that waits for approval or for its day; `null` when there is none. */
export async function openVersion(
  from: Queryable,
  unitId: number,
  name: string,
): Promise<RulebookLife | null> {
  const row = (await lives(from)
    .where({ 'rulebook_version.unit_id': unitId, 'rulebook.name': name })
    .whereIn('rulebook_version.state', ['proposed', 'approved'])
    .first()) as VersionRow | undefined;
  return row === undefined ? null : toLife(row);
}

export interface NewProposal {
  readonly name: string;
  readonly body: string;
  readonly digest: string;
  readonly unitId: number;
  readonly basedOnId: number;
  readonly reinstatesId: number | null;
  readonly proposed: Deed & { readonly reason: string; readonly frozen: Frozen };
}

/** Keeps a rulebook's text as a proposed version of a rulebook that is there; returns its id. */
export async function insertProposal(transaction: Transaction, proposal: NewProposal): Promise<number> {
  const { proposed } = proposal;
  const rulebook = (await transaction('rulebook').where({ name: proposal.name }).first('id')) as
    { id: number } | undefined;
  if (rulebook === undefined) throw new Error(`there is no rulebook ${proposal.name}`);
  const { count } = (await transaction('rulebook_version')
    .where({ rulebook_id: rulebook.id })
    .count({ count: '*' })
    .first()) as { count: number };
  return insertRow(transaction, 'rulebook_version', {
    rulebook_id: rulebook.id,
    version: `v${String(count + 1)}`,
    body: proposal.body,
    digest: proposal.digest,
    state: 'proposed',
    created_at: proposed.at,
    unit_id: proposal.unitId,
    based_on_id: proposal.basedOnId,
    reinstates_id: proposal.reinstatesId,
    proposed_by_account_id: proposed.accountId,
    proposed_by: proposed.by,
    proposed_at: proposed.at,
    reason: proposed.reason,
    verification: JSON.stringify(proposed.frozen.verification),
    examples: JSON.stringify(proposed.frozen.examples),
    impact: proposed.frozen.impact === null ? null : JSON.stringify(proposed.frozen.impact),
  });
}

/** Approves a proposal. Returns whether it still was one. */
export async function approveVersion(
  transaction: Transaction,
  id: number,
  approval: Deed & { readonly minutes: string; readonly activeOn: string | null },
): Promise<boolean> {
  const approved = await transaction('rulebook_version').where({ id, state: 'proposed' }).update({
    state: 'approved',
    approved_by_account_id: approval.accountId,
    approved_by: approval.by,
    approved_at: approval.at,
    minutes: approval.minutes,
    active_on: approval.activeOn,
  });
  return approved === 1;
}

/** Returns a proposal. Returns whether it still was one. */
export async function returnVersion(
  transaction: Transaction,
  id: number,
  { accountId, by, at, reason }: Deed & { readonly reason: string },
): Promise<boolean> {
  const returned = await transaction('rulebook_version').where({ id, state: 'proposed' }).update({
    state: 'retired',
    returned_by_account_id: accountId,
    returned_by: by,
    returned_at: at,
    return_reason: reason,
  });
  return returned === 1;
}

function lives(from: Queryable): Knex.QueryBuilder {
  return from('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .leftJoin('org_unit', 'org_unit.id', 'rulebook_version.unit_id')
    .leftJoin({ based: 'rulebook_version' }, 'based.id', 'rulebook_version.based_on_id')
    .leftJoin({ again: 'rulebook_version' }, 'again.id', 'rulebook_version.reinstates_id')
    .select('rulebook_version.*', {
      kind: 'rulebook.kind',
      name: 'rulebook.name',
      unitId: 'org_unit.id',
      unitPath: 'org_unit.path',
      unitName: 'org_unit.name',
      basedOnId: 'based.id',
      basedOn: 'based.version',
      reinstatesId: 'again.id',
      reinstates: 'again.version',
      createdAt: 'rulebook_version.created_at',
    });
}

function toLife(row: VersionRow): RulebookLife {
  const { id, kind, name, version, digest, body, state, createdAt, unitId, unitPath, unitName } = row;
  const approved = deed(row.approved_by_account_id, row.approved_by, row.approved_at);
  const returned = deed(row.returned_by_account_id, row.returned_by, row.returned_at);
  return {
    ...{ id, kind, name, version, digest, body, state, createdAt },
    unit: unitId === null ? null : { id: unitId, path: unitPath ?? '', name: unitName ?? '' },
    basedOn: named(row.basedOnId, row.basedOn),
    reinstates: named(row.reinstatesId, row.reinstates),
    proposed: proposedOf(row),
    approved: approved && { ...approved, minutes: row.minutes ?? '', activeOn: row.active_on },
    returned: returned && { ...returned, reason: row.return_reason ?? '' },
  };
}

/** Only insertProposal writes what was frozen. */
function proposedOf(row: VersionRow): RulebookLife['proposed'] {
  const proposed = deed(row.proposed_by_account_id, row.proposed_by, row.proposed_at);
  const { verification, examples, impact } = row;
  if (proposed === null || verification === null || examples === null) return null;
  const frozen = {
    verification: JSON.parse(verification) as Frozen['verification'],
    examples: JSON.parse(examples) as Frozen['examples'],
    impact: impact === null ? null : (JSON.parse(impact) as Frozen['impact']),
  };
  return { ...proposed, reason: row.reason ?? '', frozen };
}

function deed(accountId: number | null, by: string | null, at: string | null): Deed | null {
  return accountId === null || by === null || at === null ? null : { accountId, by, at };
}

function named(id: number | null, version: string | null): RulebookLife['basedOn'] {
  return id === null || version === null ? null : { id, version };
}
