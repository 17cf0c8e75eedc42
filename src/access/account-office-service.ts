import type { OrgUnit } from '../organisation/org-unit.ts';
import { unitById, unitsInReach } from '../organisation/organisation-store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import {
  ACCOUNTS_PER_PAGE,
  type AccountDetail,
  type AccountFault,
  type AccountFilter,
  type AccountList,
  type Changed,
  type LinkablePerson,
} from './account.ts';
import { accountForOffice } from './account-detail-service.ts';
import type { ChosenAccount } from './account-form.ts';
import { nameFaults, personFaults, roleFaults, usernameFaults } from './account-faults.ts';
import { countAccounts, linkablePeople, linkablePerson, listAccounts } from './account-list-store.ts';
import type { AccountService } from './account-service.ts';
import { accountByUsername } from './account-store.ts';
import { firstPassword } from './first-password.ts';
import { reachOf } from './permission.ts';
import { normalisedUsername } from './username.ts';
import { actorOf, type Viewer } from './viewer.ts';

/** A password that is shown once and kept nowhere. */
export interface FirstPassword {
  readonly accountId: number;
  readonly username: string;
  readonly password: string;
}

/** What the office may choose from. */
export interface AccountChoices {
  readonly units: readonly OrgUnit[];
  readonly people: readonly LinkablePerson[];
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: AccountService;
}

/** What the office sees of the accounts in its reach, and how it makes new ones. */
export class AccountOfficeService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** One page of the accounts that the conditions leave. */
  async list({ page = 1, ...filter }: Partial<AccountFilter>, viewer: Viewer): Promise<AccountList> {
    const { read } = this.#parts.database;
    const reach = reachOf(viewer, 'accounts.manage');
    const total = await countAccounts(read, reach, filter);
    const pages = Math.max(1, Math.ceil(total / ACCOUNTS_PER_PAGE));
    const shown = Math.min(page, pages);
    return { total, page: shown, pages, accounts: await listAccounts(read, reach, filter, shown) };
  }

  /** @throws {OperationalError} `not-found`, or `forbidden` when it is out of reach. */
  find(id: number, viewer: Viewer): Promise<AccountDetail> {
    const { database, clock } = this.#parts;
    return accountForOffice(database.read, id, viewer, clock.now());
  }

  async choices(viewer: Viewer): Promise<AccountChoices> {
    const { read } = this.#parts.database;
    const reach = reachOf(viewer, 'accounts.manage');
    return { units: await unitsInReach(read, reach), people: await linkablePeople(read, reach) };
  }

  /** Makes an account with its first role and a password that nobody chose. */
  create(wanted: ChosenAccount, viewer: Viewer): Promise<Changed<FirstPassword>> {
    const username = normalisedUsername(wanted.username);
    const displayName = wanted.displayName.trim();
    return this.#parts.database.transaction(async (transaction) => {
      const unit = wanted.unitId === null ? null : await unitById(transaction, wanted.unitId);
      const { role, personId } = wanted;
      const faults = [
        ...usernameFaults(username),
        ...(await this.#taken(transaction, username)),
        ...nameFaults(displayName),
        ...(await this.#personFaults(transaction, personId, viewer)),
        ...roleFaults({ role, unit }, [], reachOf(viewer, 'accounts.manage')),
      ];
      if (faults.length > 0 || role === null || unit === null) return { kind: 'refused', faults };
      const password = firstPassword(username);
      const account = { username, displayName, password, personId, mustChangePassword: true };
      const assignments = [{ role, unitId: unit.id }];
      const accountId = await this.#parts.accounts.create(
        { ...account, assignments },
        actorOf(viewer),
        transaction,
      );
      return { kind: 'done', result: { accountId, username, password } };
    });
  }

  async #taken(transaction: Transaction, username: string): Promise<readonly AccountFault[]> {
    const other = await accountByUsername(transaction, username);
    return other === null ? [] : [{ code: 'username-taken' }];
  }

  async #personFaults(
    transaction: Transaction,
    personId: number | null,
    viewer: Viewer,
  ): Promise<readonly AccountFault[]> {
    const person = personId === null ? null : await linkablePerson(transaction, personId);
    return personFaults(personId, person, null, reachOf(viewer, 'accounts.manage'));
  }
}
