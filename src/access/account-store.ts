import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow, insertRows } from '../platform/dialect.ts';
import type { Role } from './role.ts';
import type { Assignment } from './viewer.ts';

export interface Account {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly isActive: boolean;
  /** The unit whose office keeps the account while it holds no role. */
  readonly unitId: number | null;
  readonly personId: number | null;
  readonly mustChangePassword: boolean;
  /** Counts the changes, so that none is made on a page that is out of date. */
  readonly guard: number;
  readonly createdAt: string;
  readonly lastSignedInAt: string | null;
}

/** What an account is made of. */
export interface AccountFields {
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly unitId: number | null;
  readonly personId: number | null;
}

interface AccountRow {
  readonly id: number;
  readonly username: string;
  readonly display_name: string;
  readonly password_hash: string;
  readonly is_active: 0 | 1;
  readonly unit_id: number | null;
  readonly person_id: number | null;
  readonly must_change_password: 0 | 1;
  readonly guard: number;
  readonly created_at: string;
  readonly last_signed_in_at: string | null;
}

export async function accountById(from: Queryable, id: number): Promise<Account | null> {
  const row = await from<AccountRow>('account').where({ id }).first();
  return row === undefined ? null : toAccount(row);
}

export async function accountByUsername(from: Queryable, username: string): Promise<Account | null> {
  const row = await from<AccountRow>('account').where({ username }).first();
  return row === undefined ? null : toAccount(row);
}

export async function isAnyAccount(from: Queryable): Promise<boolean> {
  return (await from('account').first('id')) !== undefined;
}

/** Roles of an account with the units they are held at, in the order they were given. */
export async function assignmentsOf(from: Queryable, accountId: number): Promise<readonly Assignment[]> {
  return (await assignmentsOfAll(from, [accountId])).map(({ assignment }) => assignment);
}

/** The same for several accounts. */
export async function assignmentsOfAll(
  from: Queryable,
  accountIds: readonly number[],
): Promise<readonly { readonly accountId: number; readonly assignment: Assignment }[]> {
  const rows = (await from('role_assignment')
    .join('org_unit', 'org_unit.id', 'role_assignment.unit_id')
    .whereIn('role_assignment.account_id', [...accountIds])
    .orderBy('role_assignment.id')
    .select({
      accountId: 'role_assignment.account_id',
      role: 'role_assignment.role',
      unitId: 'role_assignment.unit_id',
      unitPath: 'org_unit.path',
      unitName: 'org_unit.name',
    })) as (Assignment & { accountId: number })[];
  return rows.map(({ accountId, ...assignment }) => ({ accountId, assignment }));
}

/** Makes an account; the database refuses a second one of that username. */
export function insertAccount(
  transaction: Transaction,
  account: AccountFields,
  createdAt: string,
): Promise<number> {
  return insertRow(transaction, 'account', {
    username: account.username,
    display_name: account.displayName,
    password_hash: account.passwordHash,
    must_change_password: account.mustChangePassword ? 1 : 0,
    unit_id: account.unitId,
    person_id: account.personId,
    created_at: createdAt,
  });
}

export async function insertAssignments(
  transaction: Transaction,
  accountId: number,
  assignments: readonly { readonly role: Role; readonly unitId: number }[],
): Promise<void> {
  const rows = assignments.map(({ role, unitId }) => ({ account_id: accountId, role, unit_id: unitId }));
  await insertRows(transaction, 'role_assignment', rows);
}

export async function setLastSignedIn(transaction: Transaction, id: number, at: string): Promise<void> {
  await transaction('account').where({ id }).update({ last_signed_in_at: at });
}

/** Changes the password, provided it is still the one that was checked. Returns whether it was. */
export async function replacePassword(
  transaction: Transaction,
  account: Pick<Account, 'id' | 'passwordHash'>,
  passwordHash: string,
): Promise<boolean> {
  const changed = await transaction('account')
    .where({ id: account.id, password_hash: account.passwordHash })
    .update({
      password_hash: passwordHash,
      must_change_password: 0,
      guard: transaction.raw('guard + 1'),
    });
  return changed === 1;
}

/** What the office may set of an account. */
export interface AccountChange {
  readonly displayName?: string;
  readonly personId?: number | null;
  readonly isActive?: boolean;
  /** The digest of a password that the office made, which its holder has to change. */
  readonly firstPasswordHash?: string;
}

/** Changes an account that is still as it was when its page was shown. Returns whether it was. */
export async function changeAccount(
  transaction: Transaction,
  { id, guard }: { readonly id: number; readonly guard: number },
  { displayName, personId, isActive, firstPasswordHash }: AccountChange,
): Promise<boolean> {
  const changed = await transaction('account')
    .where({ id, guard })
    .update({
      guard: guard + 1,
      ...(displayName === undefined ? {} : { display_name: displayName }),
      ...(personId === undefined ? {} : { person_id: personId }),
      ...(isActive === undefined ? {} : { is_active: isActive ? 1 : 0 }),
      ...(firstPasswordHash === undefined
        ? {}
        : { password_hash: firstPasswordHash, must_change_password: 1 }),
    });
  return changed === 1;
}

export async function deleteAssignment(
  transaction: Transaction,
  accountId: number,
  { role, unitId }: { readonly role: Role; readonly unitId: number },
): Promise<void> {
  await transaction('role_assignment').where({ account_id: accountId, role, unit_id: unitId }).delete();
}

function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    passwordHash: row.password_hash,
    isActive: row.is_active === 1,
    unitId: row.unit_id,
    personId: row.person_id,
    mustChangePassword: row.must_change_password === 1,
    guard: row.guard,
    createdAt: row.created_at,
    lastSignedInAt: row.last_signed_in_at,
  };
}
