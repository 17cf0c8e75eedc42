import type { AuditService } from '../audit/audit-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { isOver } from '../web/session-life.ts';
import { endSessions, sessionsOf } from '../web/session-list-store.ts';
import { accountById, replacePassword, type Account } from './account-store.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { passwordFaults, type PasswordFault } from './password.ts';
import { passwordKey } from './throttle.ts';
import type { ThrottleService } from './throttle-service.ts';
import { deleteAttempts } from './throttle-store.ts';
import { actorOf, type Viewer } from './viewer.ts';

/** A session of one's own, as far as one needs to know it again. */
export interface OwnSession {
  readonly signedInAt: string;
  readonly usedAt: string;
  readonly isThis: boolean;
}

export interface OwnAccount {
  readonly lastSignedInAt: string | null;
  readonly sessions: readonly OwnSession[];
}

export type PasswordChange =
  | { readonly kind: 'changed'; readonly endedOthers: number }
  | { readonly kind: 'locked-out'; readonly minutes: number }
  | {
      readonly kind: 'refused';
      readonly isCurrentWrong: boolean;
      readonly faults: readonly (PasswordFault | 'unchanged')[];
    };

export type PasswordConfirmation =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'locked-out'; readonly minutes: number };

interface Parts {
  readonly database: Database;
  readonly audit: AuditService;
  readonly clock: Clock;
  readonly throttle: ThrottleService;
}

/** What everybody does with their own account. */
export class OwnAccountService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** When somebody signed in last, and where they are signed in now. */
  async find({ accountId }: Viewer, sessionKey: string): Promise<OwnAccount> {
    const { read } = this.#parts.database;
    const now = this.#parts.clock.now();
    const account = await accountById(read, accountId);
    const sessions = await sessionsOf(read, accountId, now);
    return {
      lastSignedInAt: account?.lastSignedInAt ?? null,
      sessions: sessions
        .filter(({ signedInAt }) => !isOver(signedInAt, now))
        .map(({ key, signedInAt, usedAt }) => ({ signedInAt, usedAt, isThis: key === sessionKey })),
    };
  }

  /**
   * Changes one's password, given the present one, and ends all sessions of the account: the asker's begins anew.
   * Attempts are counted, for a session left open must not be a way to learn the password.
   */
  async changePassword(viewer: Viewer, current: string, wanted: string): Promise<PasswordChange> {
    const { database, throttle } = this.#parts;
    const minutes = await throttle.count([passwordKey(viewer.accountId)]);
    if (minutes > 0) return { kind: 'locked-out', minutes };
    const account = await accountById(database.read, viewer.accountId);
    const isRight = account !== null && (await isPassword(current, account.passwordHash));
    const faults = [
      ...passwordFaults(wanted, viewer.username),
      ...(wanted === current ? (['unchanged'] as const) : []),
    ];
    if (!isRight) return this.#refuse(viewer, faults);
    if (faults.length > 0) return { kind: 'refused', isCurrentWrong: false, faults };
    return this.#replace(viewer, account, wanted);
  }

  /** Asks for the password again before something is signed. Attempts are counted as when it is changed. */
  async confirm(viewer: Viewer, password: string): Promise<PasswordConfirmation> {
    const { database, throttle } = this.#parts;
    const minutes = await throttle.count([passwordKey(viewer.accountId)]);
    if (minutes > 0) return { kind: 'locked-out', minutes };
    const account = await accountById(database.read, viewer.accountId);
    if (account === null || !(await isPassword(password, account.passwordHash))) {
      return { kind: 'wrong-password' };
    }
    await database.transaction((transaction) => deleteAttempts(transaction, passwordKey(account.id).key));
    return { kind: 'right' };
  }

  /** Ends one's other sessions at once. Returns how many there were. */
  endOtherSessions(viewer: Viewer, sessionKey: string): Promise<number> {
    return this.#parts.database.transaction(async (transaction) => {
      const ended = await endSessions(transaction, viewer.accountId, sessionKey);
      await this.#record(transaction, viewer, 'account.sessions-ended', { sessions: ended });
      return ended;
    });
  }

  #refuse(viewer: Viewer, faults: readonly (PasswordFault | 'unchanged')[]): Promise<PasswordChange> {
    return this.#parts.database.transaction(async (transaction) => {
      await this.#record(transaction, viewer, 'account.password-refused', {});
      return { kind: 'refused', isCurrentWrong: true, faults };
    });
  }

  async #replace(viewer: Viewer, account: Account, wanted: string): Promise<PasswordChange> {
    const passwordHash = await hashPassword(wanted);
    return this.#parts.database.transaction(async (transaction) => {
      if (!(await replacePassword(transaction, account, passwordHash))) {
        return { kind: 'refused', isCurrentWrong: true, faults: [] };
      }
      const ended = await endSessions(transaction, account.id);
      await deleteAttempts(transaction, passwordKey(account.id).key);
      await this.#record(transaction, viewer, 'account.password-changed', { sessions: ended });
      return { kind: 'changed', endedOthers: Math.max(0, ended - 1) };
    });
  }

  #record(
    transaction: Transaction,
    viewer: Viewer,
    action: string,
    details: Readonly<Record<string, number>>,
  ): Promise<void> {
    return this.#parts.audit.record(transaction, actorOf(viewer), {
      action,
      objectType: 'account',
      objectId: String(viewer.accountId),
      unitPath: viewer.assignments[0]?.unitPath ?? '/',
      details,
    });
  }
}
