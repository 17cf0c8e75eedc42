import type { Texts } from '../language/texts.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { AccountFault, AccountState, AccountSummary } from './account.ts';
import { ROLE_UNIT_KINDS, type Role } from './role.ts';

/** How an account stands, the most telling thing first. */
export function accountState({ isActive, mustChangePassword, lastSignedInAt }: AccountSummary): AccountState {
  if (!isActive) return 'closed';
  if (lastSignedInAt === null) return 'never';
  return mustChangePassword ? 'first-password' : 'open';
}

export function unitKindsIn(role: Role, text: Texts): string {
  return text.formats.list(ROLE_UNIT_KINDS[role].map((kind) => text.terms.unitKinds[kind]));
}

/** Two roles that stand apart, in words. */
export function apartIn([one, other]: readonly [Role, Role], text: Texts): string {
  const { roles } = text.terms;
  return text.accounts.apart(roles[one], roles[other]);
}

/** A fault beside the field it is about; takes the field of what is about no single one. */
export function accountFaultIn(fault: AccountFault, otherwise: string, text: Texts): FormFault {
  return { field: fieldOf(fault) ?? otherwise, message: messageOf(fault, text) };
}

function messageOf(fault: AccountFault, text: Texts): string {
  switch (fault.code) {
    case 'apart':
      return apartIn(fault.pair, text);
    case 'unit-unfit':
      return text.accounts.unitUnfit(text.terms.roles[fault.role], unitKindsIn(fault.role, text));
    default:
      return text.accounts.faults[fault.code];
  }
}

function fieldOf({ code }: AccountFault): string | null {
  switch (code) {
    case 'username-missing':
    case 'username-unusable':
    case 'username-taken':
    case 'username-reserved':
      return 'username';
    case 'name-missing':
    case 'name-too-long':
    case 'name-reserved':
      return 'display-name';
    case 'person-unknown':
      return 'person';
    case 'role-missing':
    case 'held-already':
    case 'apart':
      return 'role';
    case 'unit-missing':
    case 'unit-unfit':
      return 'unit';
    case 'person-taken':
    case 'not-held':
    case 'last-office':
    case 'stale':
      return null;
  }
}
