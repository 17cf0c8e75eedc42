import { wholeNumber } from '../web/query-fields.ts';
import { isRole, type Role } from './role.ts';

/** What was typed into the form for an account, as it was typed. */
export interface AccountForm {
  readonly username: string;
  readonly displayName: string;
  readonly person: string;
  readonly role: string;
  readonly unit: string;
}

/** What a form means; `null` where nothing, or nothing known, was chosen. */
export interface ChosenAccount {
  readonly username: string;
  readonly displayName: string;
  readonly personId: number | null;
  readonly role: Role | null;
  readonly unitId: number | null;
}

/** A person's id that names nobody: chosen, yet not one of the list. */
const NO_SUCH_PERSON = 0;

/** Reads the fields of an account, each left out one as empty. */
export function readAccountForm(body: Readonly<Record<string, string>>): {
  readonly form: AccountForm;
  readonly chosen: ChosenAccount;
} {
  const form = {
    username: body['username'] ?? '',
    displayName: body['display-name'] ?? '',
    person: body['person'] ?? '',
    role: body['role'] ?? '',
    unit: body['unit'] ?? '',
  };
  const { username, displayName, person, role, unit } = form;
  return {
    form,
    chosen: {
      username,
      displayName,
      personId: person === '' ? null : (idIn(person) ?? NO_SUCH_PERSON),
      role: isRole(role) ? role : null,
      unitId: idIn(unit),
    },
  };
}

/** An id as an address or a form writes it; `null` when it is none. */
export function idIn(written: string): number | null {
  return wholeNumber('id', 1, Number.MAX_SAFE_INTEGER).read(written);
}
