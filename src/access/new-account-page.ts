import type { Texts } from '../language/texts.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { SelectOption } from '../web/select-field.ts';
import type { AccountFault } from './account.ts';
import type { AccountForm } from './account-form.ts';
import { personGroups, roleOptions, unitOptions, type OptionGroup } from './account-fields-page.ts';
import type { AccountChoices, FirstPassword } from './account-office-service.ts';
import { accountFaultIn } from './account-words-page.ts';
import { accessPaths, accountPath } from './paths.ts';

export const EMPTY_FORM: AccountForm = { username: '', displayName: '', person: '', role: '', unit: '' };

export interface NewAccountPage extends PageModel {
  readonly action: string;
  readonly backHref: string;
  readonly rolesHref: string;
  readonly form: AccountForm;
  readonly people: readonly OptionGroup[];
  readonly roles: readonly SelectOption[];
  readonly units: readonly SelectOption[];
  readonly faults: readonly FormFault[];
  readonly wrong: AccountFieldFaults;
}

/** What is wrong with each field; `null` where nothing is. */
export interface AccountFieldFaults {
  readonly username: string | null;
  readonly displayName: string | null;
  readonly person: string | null;
  readonly role: string | null;
  readonly unit: string | null;
}

/** The form for a new account, with everything typed before. */
export function newAccountPage(
  form: AccountForm,
  { units, people }: AccountChoices,
  found: readonly AccountFault[],
  text: Texts,
): NewAccountPage {
  const { createTitle, createErrors } = text.accounts.form;
  const faults = found.map((fault) => accountFaultIn(fault, 'person', text));
  return {
    title: faults.length === 0 ? createTitle : `${createErrors} – ${createTitle}`,
    action: accessPaths.accounts,
    backHref: accessPaths.accounts,
    rolesHref: accessPaths.roles,
    form,
    people: personGroups(people, form.person, null, text),
    roles: roleOptions(form.role, text),
    units: unitOptions(units, form.unit, text),
    faults,
    wrong: fieldFaults(faults),
  };
}

export function fieldFaults(faults: readonly FormFault[]): AccountFieldFaults {
  return {
    username: faultOf(faults, 'username'),
    displayName: faultOf(faults, 'display-name'),
    person: faultOf(faults, 'person'),
    role: faultOf(faults, 'role'),
    unit: faultOf(faults, 'unit'),
  };
}

/** A password that is shown this once. */
export interface FirstPasswordPage extends PageModel {
  readonly heading: string;
  readonly username: string;
  readonly password: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

export function firstPasswordPage(
  { accountId, username, password }: FirstPassword,
  isNew: boolean,
  text: Texts,
): FirstPasswordPage {
  const words = text.accounts.firstPassword;
  const another = { text: words.another, href: accessPaths.newAccount };
  return {
    title: words.title,
    heading: isNew ? words.created(username) : words.reset(username),
    username,
    password,
    links: [
      { text: words.toAccount, href: accountPath(accountId) },
      ...(isNew ? [another] : []),
      { text: words.toList, href: accessPaths.accounts },
    ],
  };
}
