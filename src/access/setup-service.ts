import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../audit/audit-entry.ts';
import { COMMAND_LINE, type AuditService } from '../audit/audit-service.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { bureaus, insertUnit } from '../organisation/organisation-store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { AccountService } from './account-service.ts';
import { isAnyAccount, setLastSignedIn } from './account-store.ts';
import { readableSecretFrom } from './first-password.ts';
import { setupKey } from './throttle.ts';
import type { ThrottleService } from './throttle-service.ts';

/** What a real installation begins with: its bureau and its first office account. */
export interface FirstAccount {
  /** A bureau to make, or the id of one that an import has made already. */
  readonly bureau: string | number;
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

export interface FirstInstallation {
  readonly bureau: OrgUnit;
  readonly accountId: number;
}

export type CodeCheck =
  { readonly kind: 'right' | 'wrong' } | { readonly kind: 'locked-out'; readonly minutes: number };

interface Parts {
  readonly database: Database;
  readonly audit: AuditService;
  readonly accounts: AccountService;
  readonly throttle: ThrottleService;
  readonly clock: Clock;
}

/** Whoever has the code from the server's terminal. */
const SETUP: Actor = { accountId: null, name: 'first-setup' };

/** Makes the first account, once: by the command line, or by a page that asks for a code from the terminal. */
export class SetupService {
  readonly #parts: Parts;
  #code: string | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * The code to print on the server's terminal, so that nobody on the network takes a fresh installation;
   * `null` when there is an account already. It follows from the installation's secret, so that every process that
   * serves it prints and takes the same one.
   */
  async issueCode(secret: string): Promise<string | null> {
    const seed = createHmac('sha256', secret).update('code of the first setup').digest();
    this.#code = (await isAnyAccount(this.#parts.database.read)) ? null : readableSecretFrom(seed);
    return this.#code;
  }

  /** Whether the page for the first account is there: a code was issued and nobody has an account yet. */
  async isOpen(): Promise<boolean> {
    if (this.#code !== null && (await isAnyAccount(this.#parts.database.read))) this.#code = null;
    return this.#code !== null;
  }

  /** The bureaus that imports made before there was an account. */
  bureaus(): Promise<readonly OrgUnit[]> {
    return bureaus(this.#parts.database.read);
  }

  /** Whether a code is the one on the terminal; guesses are counted by the asker's address. */
  async check(code: string, address: string): Promise<CodeCheck> {
    const minutes = await this.#parts.throttle.count([setupKey(address)]);
    if (minutes > 0) return { kind: 'locked-out', minutes };
    return { kind: this.#code !== null && isSameCode(code, this.#code) ? 'right' : 'wrong' };
  }

  /**
   * Makes the bureau and its first office account.
   * @throws {OperationalError} `not-found` when somebody was faster, `invalid` when username or password do not do.
   */
  begin(first: FirstAccount): Promise<FirstInstallation> {
    return this.#parts.database.transaction(async (transaction) => {
      if (await isAnyAccount(transaction)) {
        throw new OperationalError('not-found', 'set-up-already', (text) => text.web.errors.noSuchPage);
      }
      const made = await this.#make(transaction, first, SETUP);
      await setLastSignedIn(transaction, made.accountId, this.#parts.clock.now());
      return made;
    });
  }

  /**
   * The same from the command line, for a database without a bureau.
   * @throws {OperationalError} `conflict` when there is a bureau or an account, `invalid` as above.
   */
  init(first: FirstAccount & { readonly bureau: string }): Promise<FirstInstallation> {
    return this.#parts.database.transaction(async (transaction) => {
      const isBegun = (await bureaus(transaction)).length > 0 || (await isAnyAccount(transaction));
      if (isBegun) throw new OperationalError('conflict', 'initialised', (text) => text.setup.begun);
      return this.#make(transaction, first, COMMAND_LINE);
    });
  }

  async #make(transaction: Transaction, first: FirstAccount, actor: Actor): Promise<FirstInstallation> {
    const bureau = await this.#bureau(transaction, first.bureau, actor);
    const { username, displayName, password } = first;
    const assignments = [{ role: 'office', unitId: bureau.id } as const];
    const account = { username, displayName: displayName.trim() || username.trim(), password, assignments };
    const accountId = await this.#parts.accounts.create(account, actor, transaction);
    return { bureau, accountId };
  }

  async #bureau(transaction: Transaction, wanted: string | number, actor: Actor): Promise<OrgUnit> {
    if (typeof wanted === 'number') {
      const known = (await bureaus(transaction)).find(({ id }) => id === wanted);
      if (known !== undefined) return known;
    }
    const name = typeof wanted === 'string' ? wanted.trim() : '';
    if (name === '') throw new OperationalError('invalid', 'no-bureau', (text) => text.setup.noBureau);
    const unit = await insertUnit(transaction, { parentId: null, kind: 'bureau', name }, '/');
    await this.#parts.audit.record(transaction, actor, {
      action: 'unit.created',
      objectType: 'org-unit',
      objectId: String(unit.id),
      unitPath: unit.path,
      details: { kind: unit.kind },
    });
    return unit;
  }
}

/** Reads a code as people type it: capitals, blanks and hyphens do not count. */
function isSameCode(typed: string, code: string): boolean {
  const plain = (text: string): Buffer =>
    Buffer.from(
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s-]+/gu, ''),
    );
  const [one, other] = [plain(typed), plain(code)];
  return one.length === other.length && timingSafeEqual(one, other);
}
