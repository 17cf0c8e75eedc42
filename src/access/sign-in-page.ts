import type { Texts } from '../language/texts.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { accessPaths } from './paths.ts';
import type { SignInResult } from './sign-in-service.ts';

/** An account of the demo bureau, shown with its password where everything is made up. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  /** Who that is, such as the party group. */
  readonly who: { readonly zh: string; readonly en: string };
}

/** A demo account in one language. */
export interface DemoLine extends Omit<DemoAccount, 'who'> {
  readonly who: string;
}

export interface SignInPage extends PageModel {
  readonly action: string;
  readonly username: string;
  readonly next: string;
  readonly notice: string | null;
  readonly faults: readonly FormFault[];
  readonly wrong: { readonly username: string | null; readonly password: string | null };
  readonly demoAccounts: readonly DemoLine[];
  /** The password of all of them; `null` where there are none. */
  readonly demoPassword: string | null;
}

export interface SignInForm {
  readonly username: string;
  readonly password: string;
  readonly next: string;
}

/** The sign-in page, with everything typed before except the password. */
export function signInPage(
  form: Omit<SignInForm, 'password'>,
  faults: readonly FormFault[],
  notice: string | undefined,
  demoAccounts: readonly DemoAccount[],
  text: Texts,
): SignInPage {
  const { title, expired, kept, signedOut, errorHeading } = text.access.signIn;
  const notices = new Map([
    ['expired', expired],
    ['signed-out', signedOut],
  ]);
  return {
    title: faults.length === 0 ? title : `${errorHeading} – ${title}`,
    action: accessPaths.signIn,
    username: form.username,
    next: form.next,
    notice: form.next === accessPaths.held ? kept : (notices.get(notice ?? '') ?? null),
    faults,
    wrong: { username: faultOf(faults, 'username'), password: faultOf(faults, 'password') },
    demoAccounts: demoAccounts.map((account) => ({
      ...account,
      who: text.formats.inThisLanguage(account.who),
    })),
    demoPassword: sharedPassword(demoAccounts),
  };
}

function sharedPassword(accounts: readonly DemoAccount[]): string | null {
  const [first] = accounts;
  return accounts.every(({ password }) => password === first?.password) ? (first?.password ?? null) : null;
}

/** What is missing in a form before anybody looks at the password. */
export function missingIn({ username, password }: SignInForm, text: Texts): readonly FormFault[] {
  const { usernameMissing, passwordMissing } = text.access.signIn;
  const faults: FormFault[] = [];
  if (username.trim() === '') faults.push({ field: 'username', message: usernameMissing });
  if (password === '') faults.push({ field: 'password', message: passwordMissing });
  return faults;
}

/** What to tell somebody whom the sign-in refused: never which of the two was wrong. */
export function refusal(result: Exclude<SignInResult, { kind: 'signed-in' }>, text: Texts): FormFault {
  const { refused, lockedOut } = text.access.signIn;
  const message = result.kind === 'refused' ? refused : lockedOut(result.minutes);
  return { field: 'username', message };
}
