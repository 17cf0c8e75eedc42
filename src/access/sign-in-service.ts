import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { accountByUsername, assignmentsOf, setLastSignedIn, type Account } from './account-store.ts';
import { isPassword } from './password-hash.ts';
import { throttleKeys, type ThrottleKey } from './throttle.ts';
import type { ThrottleService } from './throttle-service.ts';
import { deleteAttempts, deleteLatestAttempt } from './throttle-store.ts';
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
  readonly #throttle: ThrottleService;

  constructor(database: Database, audit: AuditService, clock: Clock, throttle: ThrottleService) {
    this.#database = database;
    this.#audit = audit;
    this.#clock = clock;
    this.#throttle = throttle;
  }

  /** Checks a username and password. Why it refuses, it tells the audit trail alone. */
  async signIn({ username, password, address }: Credentials): Promise<SignInResult> {
    const name = normalisedUsername(username);
    const keys = throttleKeys(name, address);
    const minutes = await this.#throttle.count(keys);
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

  #succeed(account: Account, [accountKey, addressKey]: readonly [ThrottleKey, ThrottleKey]): Promise<void> {
    return this.#database.transaction(async (transaction) => {
      await deleteAttempts(transaction, accountKey.key);
      await deleteLatestAttempt(transaction, addressKey.key);
      await setLastSignedIn(transaction, account.id, this.#clock.now());
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
