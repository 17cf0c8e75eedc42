import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { accountByUsername, assignmentsOf, type Account } from './account-store.ts';
import { isPassword } from './password-hash.ts';
import { minutesToWait, throttleKeys, windowStart, type ThrottleKey } from './throttle.ts';
import {
  attemptsSince,
  deleteAttempts,
  deleteAttemptsUntil,
  deleteLatestAttempt,
  insertAttempts,
} from './throttle-store.ts';
import { normalisedUsername } from './username.ts';
import type { Viewer } from './viewer.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Network address of the asker. */
  readonly address: string;
}

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly accountId: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked-out'; readonly minutes: number };

const NOBODY: Actor = { accountId: null, name: 'anonymous' };

/** Lets people in and out, and writes both down. */
export class SignInService {
  readonly #database: Database;
  readonly #audit: AuditService;
  readonly #clock: Clock;

  constructor(database: Database, audit: AuditService, clock: Clock) {
    this.#database = database;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Checks a username and password. Why it refuses, it tells the audit trail alone. */
  async signIn({ username, password, address }: Credentials): Promise<SignInResult> {
    const name = normalisedUsername(username);
    const keys = throttleKeys(name, address);
    const minutes = await this.#countAttempt(keys);
    if (minutes > 0) return { kind: 'locked-out', minutes };
    const account = await accountByUsername(this.#database.read, name);
    const isRight = await isPassword(password, account?.passwordHash ?? null);
    if (account !== null && isRight && account.isActive) {
      await this.#succeed(account, keys);
      return { kind: 'signed-in', accountId: account.id };
    }
    await this.#fail(account, isRight);
    return { kind: 'refused' };
  }

  async signOut(viewer: Viewer): Promise<void> {
    const actor = { accountId: viewer.accountId, name: viewer.username };
    await this.#database.transaction((transaction) =>
      this.#record(transaction, actor, 'account.signed-out', viewer.accountId, {}),
    );
  }

  /**
   * Counts the attempt before the password is looked at: a thousand at once are counted like a thousand in a
   * row. Returns the minutes to wait, 0 when this one may go on.
   */
  #countAttempt(keys: readonly ThrottleKey[]): Promise<number> {
    return this.#database.transaction(async (transaction) => {
      const now = this.#clock.now();
      const since = windowStart(now);
      await deleteAttemptsUntil(transaction, since);
      const waits = [];
      for (const { key, limit } of keys) {
        waits.push(minutesToWait(await attemptsSince(transaction, key, since), limit, now));
      }
      const minutes = Math.max(...waits);
      const counted = keys.map(({ key }) => key);
      if (minutes === 0) await insertAttempts(transaction, counted, now);
      return minutes;
    });
  }

  #succeed(account: Account, [accountKey, addressKey]: readonly [ThrottleKey, ThrottleKey]): Promise<void> {
    return this.#database.transaction(async (transaction) => {
      await deleteAttempts(transaction, accountKey.key);
      await deleteLatestAttempt(transaction, addressKey.key);
      const actor = { accountId: account.id, name: account.username };
      await this.#record(transaction, actor, 'account.signed-in', account.id, {});
    });
  }

  #fail(account: Account | null, isPasswordRight: boolean): Promise<void> {
    const because = isPasswordRight ? 'closed-account' : 'wrong-password';
    const reason = account === null ? 'unknown-account' : because;
    return this.#database.transaction((transaction) =>
      this.#record(transaction, NOBODY, 'account.sign-in-failed', account?.id ?? null, { reason }),
    );
  }

  async #record(
    transaction: Transaction,
    actor: Actor,
    action: string,
    accountId: number | null,
    details: Readonly<Record<string, string>>,
  ): Promise<void> {
    const [first] = accountId === null ? [] : await assignmentsOf(transaction, accountId);
    const objectId = accountId === null ? '' : String(accountId);
    const unitPath = first?.unitPath ?? '/';
    await this.#audit.record(transaction, actor, {
      action,
      objectType: 'account',
      objectId,
      unitPath,
      details,
    });
  }
}
