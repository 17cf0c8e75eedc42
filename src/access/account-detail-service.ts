import { unitById } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { sessionsOf } from '../web/session-list-store.ts';
import type { AccountDetail, HandsOff } from './account.ts';
import { accountSummary } from './account-list-store.ts';
import { accountById, type Account } from './account-store.ts';
import { reachOf } from './permission.ts';
import type { Assignment, Viewer } from './viewer.ts';

/**
 * An account as the office may see it, and whether it may change it: never its own, and none that reaches
 * further than the office itself, for who sets a password can sign in with it.
 * @throws {OperationalError} `not-found` when there is none, or none that has to do with the office's units.
 */
export async function accountForOffice(
  from: Queryable,
  id: number,
  viewer: Viewer,
  now: string,
): Promise<AccountDetail> {
  const account = await accountById(from, id);
  const summary = await accountSummary(from, id);
  if (account === null || summary === null) {
    throw noSuchAccount();
  }
  const reach = reachOf(viewer, 'accounts.manage');
  const isKept = await isKeptHere(from, account, reach);
  const isHere = ({ unitPath }: Assignment): boolean => reaches(reach, unitPath);
  if (!isKept && !summary.assignments.some(isHere)) {
    throw noSuchAccount();
  }
  const isMine = id === viewer.accountId;
  const handsOff: HandsOff | null = isKept && summary.assignments.every(isHere) ? null : 'beyond-reach';
  return {
    ...summary,
    guard: account.guard,
    createdAt: account.createdAt,
    sessions: (await sessionsOf(from, id, now)).length,
    handsOff: isMine ? 'own' : handsOff,
  };
}

function noSuchAccount(): OperationalError {
  return new OperationalError('not-found', 'no-account', (text) => text.accounts.noSuch);
}

async function isKeptHere(from: Queryable, { unitId }: Account, reach: Reach): Promise<boolean> {
  const unit = unitId === null ? null : await unitById(from, unitId);
  return unit !== null && reaches(reach, unit.path);
}
