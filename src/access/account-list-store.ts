import type { Knex } from 'knex';
import { unitIdsWithin } from '../organisation/reach-store.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import {
  ACCOUNTS_PER_PAGE,
  type AccountFilter,
  type AccountState,
  type AccountSummary,
  type LinkedPerson,
  type LinkablePerson,
} from './account.ts';
import { assignmentsOfAll } from './account-store.ts';

interface SummaryRow {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
  readonly isActive: 0 | 1;
  readonly mustChangePassword: 0 | 1;
  readonly lastSignedInAt: string | null;
  readonly personId: number | null;
  readonly personName: string | null;
  readonly personUnit: string | null;
  readonly personPath: string | null;
}

type Conditions = Omit<Partial<AccountFilter>, 'page'>;

/** Accounts that a reach touches: kept there, or with a role there. */
export async function countAccounts(from: Queryable, reach: Reach, filter: Conditions): Promise<number> {
  const row = (await narrowed(from, reach, filter).count({ accounts: '*' }).first()) as { accounts: number };
  return row.accounts;
}

export async function listAccounts(
  from: Queryable,
  reach: Reach,
  filter: Conditions,
  page: number,
): Promise<readonly AccountSummary[]> {
  const rows = (await narrowed(from, reach, filter)
    .orderBy([{ column: 'account.is_active', order: 'desc' }, { column: 'account.username' }])
    .limit(ACCOUNTS_PER_PAGE)
    .offset((page - 1) * ACCOUNTS_PER_PAGE)
    .select(COLUMNS)) as SummaryRow[];
  return withRoles(from, rows);
}

/** One account, wherever it is kept; `null` when there is none. */
export async function accountSummary(from: Queryable, id: number): Promise<AccountSummary | null> {
  const rows = (await withPerson(from).where({ 'account.id': id }).select(COLUMNS)) as SummaryRow[];
  return (await withRoles(from, rows))[0] ?? null;
}

/** The people of a reach by unit, each with the open account that is theirs. */
export async function linkablePeople(from: Queryable, reach: Reach): Promise<readonly LinkablePerson[]> {
  return (await people(from)
    .whereIn('person.unit_id', unitIdsWithin(from, reach))
    .orderBy(['org_unit.path', 'person.id'])) as LinkablePerson[];
}

export async function linkablePerson(from: Queryable, id: number): Promise<LinkablePerson | null> {
  return ((await people(from).where({ 'person.id': id }).first()) as LinkablePerson | undefined) ?? null;
}

/** Where open accounts other than this one are offices. */
export async function otherOfficePaths(from: Queryable, accountId: number): Promise<readonly string[]> {
  return (await from('role_assignment')
    .join('account', 'account.id', 'role_assignment.account_id')
    .join('org_unit', 'org_unit.id', 'role_assignment.unit_id')
    .where({ 'role_assignment.role': 'office', 'account.is_active': 1 })
    .whereNot({ 'account.id': accountId })
    .pluck('org_unit.path')) as string[];
}

const COLUMNS = {
  id: 'account.id',
  username: 'account.username',
  displayName: 'account.display_name',
  isActive: 'account.is_active',
  mustChangePassword: 'account.must_change_password',
  lastSignedInAt: 'account.last_signed_in_at',
  personId: 'person.id',
  personName: 'person.name',
  personUnit: 'person_unit.name',
  personPath: 'person_unit.path',
};

function withPerson(from: Queryable): Knex.QueryBuilder {
  return from('account')
    .leftJoin('person', 'person.id', 'account.person_id')
    .leftJoin('org_unit as person_unit', 'person_unit.id', 'person.unit_id');
}

function people(from: Queryable): Knex.QueryBuilder {
  return from('person')
    .join('org_unit', 'org_unit.id', 'person.unit_id')
    .leftJoin('account', (join) => {
      join.on('account.person_id', 'person.id').andOnVal('account.is_active', 1);
    })
    .select({
      id: 'person.id',
      name: 'person.name',
      unitId: 'org_unit.id',
      unitName: 'org_unit.name',
      unitPath: 'org_unit.path',
      accountId: 'account.id',
    });
}

function narrowed(from: Queryable, reach: Reach, { search, role, state }: Conditions): Knex.QueryBuilder {
  const units = unitIdsWithin(from, reach);
  const touched = from('account')
    .whereIn('unit_id', units.clone())
    .select('id')
    .union([from('role_assignment').whereIn('unit_id', units).select('account_id')]);
  const query = withPerson(from).whereIn('account.id', touched);
  if (role !== undefined) void query.whereExists(held(from).where('role_assignment.role', role));
  if (state !== undefined) void query.where(STATE_CONDITIONS[state]);
  if (search !== undefined) {
    // Only SQLite's "like" takes capitals for small letters, those of ASCII; so both are given small ones.
    const folded = search.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
    const pattern = `%${folded.replace(/[\\%_]/gu, '\\$&')}%`;
    void query.where((matching) => {
      for (const column of ['account.username', 'account.display_name', 'person.name']) {
        void matching.orWhereRaw("lower(??) like ? escape '\\'", [column, pattern]);
      }
    });
  }
  return query;
}

const STATE_CONDITIONS: Readonly<Record<AccountState, Readonly<Record<string, 0 | 1 | null>>>> = {
  open: { 'account.is_active': 1 },
  closed: { 'account.is_active': 0 },
  'first-password': { 'account.is_active': 1, 'account.must_change_password': 1 },
  never: { 'account.is_active': 1, 'account.last_signed_in_at': null },
};

function held(from: Queryable): Knex.QueryBuilder {
  return from('role_assignment')
    .whereRaw('role_assignment.account_id = account.id')
    .select('role_assignment.id');
}

async function withRoles(from: Queryable, rows: readonly SummaryRow[]): Promise<readonly AccountSummary[]> {
  const assignments = await assignmentsOfAll(
    from,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    isActive: row.isActive === 1,
    mustChangePassword: row.mustChangePassword === 1,
    lastSignedInAt: row.lastSignedInAt,
    person: personOf(row),
    assignments: assignments
      .filter(({ accountId }) => accountId === row.id)
      .map(({ assignment }) => assignment),
  }));
}

function personOf({ personId, personName, personUnit, personPath }: SummaryRow): LinkedPerson | null {
  if (personId === null || personName === null || personUnit === null || personPath === null) return null;
  return { id: personId, name: personName, unitName: personUnit, unitPath: personPath };
}
