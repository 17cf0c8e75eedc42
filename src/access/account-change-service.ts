import type { AuditService } from '../audit/audit-service.ts';
import { unitById } from '../organisation/organisation-store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { endSessions } from '../web/session-list-store.ts';
import type { AccountDetail, AccountFault, Changed } from './account.ts';
import { accountForOffice } from './account-detail-service.ts';
import { nameFaults, personFaults, roleFaults } from './account-faults.ts';
import { linkablePerson, otherOfficePaths } from './account-list-store.ts';
import type { FirstPassword } from './account-office-service.ts';
import { changeAccount, deleteAssignment, insertAssignments, type AccountChange } from './account-store.ts';
import { firstPassword } from './first-password.ts';
import { hashPassword } from './password-hash.ts';
import { reachOf } from './permission.ts';
import type { Role } from './role.ts';
import { unitsWithoutOffice } from './separation.ts';
import { actorOf, type Assignment, type Viewer } from './viewer.ts';

/** An account as its page showed it. */
export interface ShownAccount {
  readonly id: number;
  readonly guard: number;
}

interface Parts {
  readonly database: Database;
  readonly audit: AuditService;
  readonly clock: Clock;
}

type Details = Readonly<Record<string, string | number>>;

/** What a change does once it is allowed: the account's new fields, its entry in the trail, its result. */
interface Step<Result> {
  readonly change: AccountChange;
  readonly action: string;
  readonly details: Details;
  readonly result: Result;
}

const refused = (faults: readonly AccountFault[]): { kind: 'refused'; faults: readonly AccountFault[] } => ({
  kind: 'refused',
  faults,
});

/** What the office changes of other people's accounts. All of it takes hold at the account's next request. */
export class AccountChangeService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Changes the name that pages show, and whose account it is. */
  edit(
    shown: ShownAccount,
    { displayName, personId }: { readonly displayName: string; readonly personId: number | null },
    viewer: Viewer,
  ): Promise<Changed<null>> {
    return this.#change(shown, viewer, async (transaction, account) => {
      const person = personId === null ? null : await linkablePerson(transaction, personId);
      const reach = reachOf(viewer, 'accounts.manage');
      const name = displayName.trim();
      const faults = [...nameFaults(name), ...personFaults(personId, person, account.id, reach)];
      if (faults.length > 0) return refused(faults);
      return { change: { displayName: name, personId }, action: 'account.edited', details: {}, result: null };
    });
  }

  giveRole(
    shown: ShownAccount,
    { role, unitId }: { readonly role: Role | null; readonly unitId: number | null },
    viewer: Viewer,
  ): Promise<Changed<null>> {
    return this.#change(shown, viewer, async (transaction, account) => {
      const unit = unitId === null ? null : await unitById(transaction, unitId);
      const faults = roleFaults({ role, unit }, account.assignments, reachOf(viewer, 'accounts.manage'));
      if (faults.length > 0 || role === null || unit === null) return refused(faults);
      await insertAssignments(transaction, account.id, [{ role, unitId: unit.id }]);
      const details = { roles: `${role}@${String(unit.id)}` };
      return { change: {}, action: 'account.role-given', details, result: null };
    });
  }

  takeRole(
    shown: ShownAccount,
    { role, unitId }: { readonly role: Role | null; readonly unitId: number | null },
    viewer: Viewer,
  ): Promise<Changed<null>> {
    return this.#change(shown, viewer, async (transaction, account) => {
      const taken = account.assignments.find((held) => held.role === role && held.unitId === unitId);
      if (taken === undefined) return refused([{ code: 'not-held' }]);
      if (await this.#leavesNoOffice(transaction, account, [taken]))
        return refused([{ code: 'last-office' }]);
      await deleteAssignment(transaction, account.id, taken);
      const details = { roles: `${taken.role}@${String(taken.unitId)}` };
      return { change: {}, action: 'account.role-taken', details, result: null };
    });
  }

  /** Closes an account and ends its sessions at once. */
  close(shown: ShownAccount, viewer: Viewer): Promise<Changed<number>> {
    return this.#change(shown, viewer, async (transaction, account) => {
      if (await this.#leavesNoOffice(transaction, account, account.assignments)) {
        return refused([{ code: 'last-office' }]);
      }
      const sessions = await endSessions(transaction, account.id);
      const change = { isActive: false };
      return { change, action: 'account.closed', details: { sessions }, result: sessions };
    });
  }

  reopen(shown: ShownAccount, viewer: Viewer): Promise<Changed<null>> {
    return this.#change(shown, viewer, async (transaction, account) => {
      const person = account.person === null ? null : await linkablePerson(transaction, account.person.id);
      if (person !== null && person.accountId !== null) return refused([{ code: 'person-taken' }]);
      return { change: { isActive: true }, action: 'account.reopened', details: {}, result: null };
    });
  }

  /** Sets a password that nobody chose and ends the account's sessions at once. */
  resetPassword(shown: ShownAccount, viewer: Viewer): Promise<Changed<FirstPassword>> {
    return this.#change(shown, viewer, async (transaction, { id, username }) => {
      const password = firstPassword(username);
      const sessions = await endSessions(transaction, id);
      const change = { firstPasswordHash: await hashPassword(password) };
      const result = { accountId: id, username, password };
      return { change, action: 'account.password-reset', details: { sessions }, result };
    });
  }

  /** Ends all sessions of an account at once. Returns how many there were. */
  endSessions(shown: ShownAccount, viewer: Viewer): Promise<Changed<number>> {
    return this.#change(shown, viewer, async (transaction, { id }) => {
      const sessions = await endSessions(transaction, id);
      return { change: {}, action: 'account.sessions-ended', details: { sessions }, result: sessions };
    });
  }

  /** Whether a unit would be left without an office if this account no longer were it there. */
  async #leavesNoOffice(
    transaction: Transaction,
    account: AccountDetail,
    lost: readonly Assignment[],
  ): Promise<boolean> {
    const offices = account.isActive ? lost.filter(({ role }) => role === 'office') : [];
    const others = await otherOfficePaths(transaction, account.id);
    const paths = offices.map(({ unitPath }) => unitPath);
    return unitsWithoutOffice(paths, others).length > 0;
  }

  #change<Result>(
    { id, guard }: ShownAccount,
    viewer: Viewer,
    work: (
      transaction: Transaction,
      account: AccountDetail,
    ) => Promise<Step<Result> | { readonly kind: 'refused'; readonly faults: readonly AccountFault[] }>,
  ): Promise<Changed<Result>> {
    const { database, audit, clock } = this.#parts;
    return database.transaction(async (transaction) => {
      const account = await accountForOffice(transaction, id, viewer, clock.now());
      refuseHandsOff(account);
      if (account.guard !== guard) return refused([{ code: 'stale' }]);
      const step = await work(transaction, account);
      if ('kind' in step) return step;
      if (!(await changeAccount(transaction, { id, guard }, step.change)))
        throw new Error('two at one account');
      await audit.record(transaction, actorOf(viewer), {
        action: step.action,
        objectType: 'account',
        objectId: String(id),
        unitPath: account.assignments[0]?.unitPath ?? reachOf(viewer, 'accounts.manage').unitPaths[0] ?? '/',
        details: step.details,
      });
      return { kind: 'done', result: step.result };
    });
  }
}

function refuseHandsOff({ handsOff }: AccountDetail): void {
  if (handsOff === null) return;
  throw new OperationalError('forbidden', `account-${handsOff}`, (text) => text.accounts.handsOff[handsOff]);
}
