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
}

interface AccountRow {
  readonly id: number;
  readonly username: string;
  readonly display_name: string;
  readonly password_hash: string;
  readonly is_active: 0 | 1;
}

export async function accountById(from: Queryable, id: number): Promise<Account | null> {
  const row = await from<AccountRow>('account').where({ id }).first();
  return row === undefined ? null : toAccount(row);
}

export async function accountByUsername(from: Queryable, username: string): Promise<Account | null> {
  const row = await from<AccountRow>('account').where({ username }).first();
  return row === undefined ? null : toAccount(row);
}

/** Roles of an account with the units they are held at, in the order they were given. */
export async function assignmentsOf(from: Queryable, accountId: number): Promise<readonly Assignment[]> {
  const rows = await from('role_assignment')
    .join('org_unit', 'org_unit.id', 'role_assignment.unit_id')
    .where('role_assignment.account_id', accountId)
    .orderBy('role_assignment.id')
    .select<readonly Assignment[]>({
      role: 'role_assignment.role',
      unitId: 'role_assignment.unit_id',
      unitPath: 'org_unit.path',
      unitName: 'org_unit.name',
    });
  return rows;
}

/** Makes an account; the database refuses a second one of that username. */
export function insertAccount(
  transaction: Transaction,
  account: Omit<Account, 'id' | 'isActive'>,
  createdAt: string,
): Promise<number> {
  return insertRow(transaction, 'account', {
    username: account.username,
    display_name: account.displayName,
    password_hash: account.passwordHash,
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

function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    passwordHash: row.password_hash,
    isActive: row.is_active === 1,
  };
}
