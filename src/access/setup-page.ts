import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { SelectOption } from '../web/select-field.ts';
import { nameFaults, usernameFaults } from './account-faults.ts';
import { accountFaultIn } from './account-words-page.ts';
import { passwordFaultIn, passwordFaults, passwordHint } from './password.ts';
import { accessPaths } from './paths.ts';
import { normalisedUsername } from './username.ts';

export interface SetupForm {
  readonly code: string;
  readonly bureau: string;
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly again: string;
}

export const EMPTY_SETUP: SetupForm = {
  code: '',
  bureau: '',
  username: '',
  displayName: '',
  password: '',
  again: '',
};

export interface SetupPage extends PageModel {
  readonly heading: string;
  readonly action: string;
  readonly form: Omit<SetupForm, 'password' | 'again'>;
  /** The bureaus that are there already, to choose one; empty where the first is to be made. */
  readonly bureaus: readonly SelectOption[];
  readonly passwordHint: string;
  readonly faults: readonly FormFault[];
  readonly wrong: { readonly [Field in keyof SetupForm]: string | null };
}

/** The page of an installation that has no account yet, with everything typed before except the password. */
export function setupPage(
  form: SetupForm,
  bureaus: readonly OrgUnit[],
  faults: readonly FormFault[],
  text: Texts,
): SetupPage {
  const words = text.setup;
  const { code, bureau, username, displayName } = form;
  return {
    title: faults.length === 0 ? words.title : `${words.errorHeading} – ${words.title}`,
    heading: words.title,
    action: accessPaths.setup,
    form: { code, bureau, username, displayName },
    bureaus: bureaus.map(({ id, name }) => ({
      value: String(id),
      label: name,
      isSelected: String(id) === bureau,
    })),
    passwordHint: passwordHint(text),
    faults,
    wrong: {
      code: faultOf(faults, 'code'),
      bureau: faultOf(faults, 'bureau'),
      username: faultOf(faults, 'username'),
      displayName: faultOf(faults, 'display-name'),
      password: faultOf(faults, 'new-password'),
      again: faultOf(faults, 'new-password-again'),
    },
  };
}

/** What is wrong with the form, before anything is made. */
export function setupFaults(form: SetupForm, text: Texts): readonly FormFault[] {
  const words = text.setup;
  const { notTheSame } = text.accounts.password;
  const username = normalisedUsername(form.username);
  const account = [...usernameFaults(username), ...nameFaults(form.displayName.trim())];
  const faults: FormFault[] = [];
  if (form.code.trim() === '') faults.push({ field: 'code', message: words.codeMissing });
  if (form.bureau.trim() === '') faults.push({ field: 'bureau', message: words.bureauMissing });
  faults.push(...account.map((fault) => accountFaultIn(fault, 'username', text)));
  const weak = passwordFaults(form.password, username);
  faults.push(...weak.map((fault) => ({ field: 'new-password', message: passwordFaultIn(fault, text) })));
  if (form.again !== form.password) faults.push({ field: 'new-password-again', message: notTheSame });
  return faults;
}
