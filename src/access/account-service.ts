import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import {
  accountById,
  accountByUsername,
  assignmentsOf,
  insertAccount,
  insertAssignments,
} from './account-store.ts';
import { ownUnitPaths } from './account-person-store.ts';
import { hashPassword } from './password-hash.ts';
import { passwordFaultIn, passwordFaults } from './password.ts';
import { contentReachOf, may } from './permission.ts';
import type { Role } from './role.ts';
import { isUsername, normalisedUsername } from './username.ts';
import type { Viewer } from './viewer.ts';

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly assignments: readonly { readonly role: Role; readonly unitId: number }[];
  /** Whether somebody else knows the password, as one that was generated; not when left out. */
  readonly mustChangePassword?: boolean;
  readonly personId?: number | null;
  /** The unit whose office keeps the account; that of its first role when left out. */
  readonly unitId?: number;
}

interface AccountServiceParts {
  readonly database: Database;
  readonly audit: AuditService;
  readonly clock: Clock;
}

/** Who may sign in, and as what. */
export class AccountService {
  readonly #parts: AccountServiceParts;

  constructor(parts: AccountServiceParts) {
    this.#parts = parts;
  }

  /**
   * Makes an account with its roles inside the caller's transaction, and returns its id.
   * @throws {OperationalError} `invalid` when the username or the password does not do, `conflict` when the
   * username is taken.
   */
  async create(account: NewAccount, actor: Actor, transaction: Transaction): Promise<number> {
    const { audit, clock } = this.#parts;
    const username = normalisedUsername(account.username);
    refuseUnusable(username, account.password);
    if ((await accountByUsername(transaction, username)) !== null) {
      throw new OperationalError('conflict', 'username-taken', (text) => {
        const { taken, fix } = text.access.accountFaults;
        return { what: taken(username), fix };
      });
    }
    const passwordHash = await hashPassword(account.password);
    const createdAt = clock.now();
    const kept = {
      username,
      displayName: account.displayName,
      passwordHash,
      mustChangePassword: account.mustChangePassword === true,
      personId: account.personId ?? null,
      unitId: account.unitId ?? account.assignments[0]?.unitId ?? null,
    };
    const id = await insertAccount(transaction, kept, createdAt);
    await insertAssignments(transaction, id, account.assignments);
    const [first] = await assignmentsOf(transaction, id);
    await audit.record(transaction, actor, {
      action: 'account.created',
      objectType: 'account',
      objectId: String(id),
      unitPath: first?.unitPath ?? '/',
      details: {
        roles: account.assignments.map(({ role, unitId }) => `${role}@${String(unitId)}`).join(' '),
      },
    });
    return id;
  }

  /** Who an account is and what it reaches; `null` when there is none or it is closed. */
  async viewer(accountId: number): Promise<Viewer | null> {
    const { read } = this.#parts.database;
    const account = await accountById(read, accountId);
    if (account?.isActive !== true) return null;
    const { username, displayName, mustChangePassword } = account;
    const assignments = await assignmentsOf(read, accountId);
    return { accountId, username, displayName, assignments, mustChangePassword };
  }

  /**
   * The paths below which the database shows somebody forms, points and their counts, whichever page asks: where their
   * roles reach, and the units of their own posts.
   */
  async contentPaths(viewer: Viewer): Promise<readonly string[]> {
    const { unitPaths } = contentReachOf(viewer);
    if (!may(viewer, 'own.view')) return unitPaths;
    return [...unitPaths, ...(await ownUnitPaths(this.#parts.database.read, viewer.accountId))];
  }
}

function refuseUnusable(username: string, password: string): void {
  const faults = passwordFaults(password, username);
  if (faults.length === 0 && isUsername(username)) return;
  throw new OperationalError('invalid', 'account', (text) => {
    const { username: unusable, fix } = text.access.accountFaults;
    const said = faults.map((fault) => passwordFaultIn(fault, text));
    return { what: text.formats.clauses(isUsername(username) ? said : [unusable, ...said]), fix };
  });
}
