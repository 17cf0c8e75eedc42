import type { Texts } from '../language/texts.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { PasswordChange } from './own-account-service.ts';
import { passwordFaultIn, passwordHint } from './password.ts';
import { accessPaths } from './paths.ts';
import type { Viewer } from './viewer.ts';

export interface PasswordForm {
  readonly current: string;
  readonly wanted: string;
  readonly again: string;
}

export interface PasswordPage extends PageModel {
  readonly heading: string;
  readonly why: string;
  readonly action: string;
  readonly username: string;
  readonly hint: string;
  /** `null` before somebody has chosen a password of their own: there is nowhere to go back to. */
  readonly backHref: string | null;
  readonly faults: readonly FormFault[];
  readonly wrong: { readonly [Field in keyof PasswordForm]: string | null };
}

/** The form for a new password; what was typed is never shown again. */
export function passwordPage(viewer: Viewer, faults: readonly FormFault[], text: Texts): PasswordPage {
  const words = text.accounts.password;
  const isFirst = viewer.mustChangePassword;
  const heading = isFirst ? words.first : words.title;
  return {
    title: faults.length === 0 ? heading : `${words.errorHeading} – ${heading}`,
    heading,
    why: isFirst ? words.firstWhy : words.why,
    action: accessPaths.ownPassword,
    username: viewer.username,
    hint: passwordHint(text),
    backHref: isFirst ? null : accessPaths.own,
    faults,
    wrong: {
      current: faultOf(faults, 'current-password'),
      wanted: faultOf(faults, 'new-password'),
      again: faultOf(faults, 'new-password-again'),
    },
  };
}

/** What is missing or does not match, before the present password is looked at. */
export function passwordFormFaults(
  { current, wanted, again }: PasswordForm,
  text: Texts,
): readonly FormFault[] {
  const words = text.accounts.password;
  const faults: FormFault[] = [];
  if (current === '') faults.push({ field: 'current-password', message: words.currentMissing });
  if (wanted === '') faults.push({ field: 'new-password', message: words.wantedMissing });
  else if (again !== wanted) faults.push({ field: 'new-password-again', message: words.notTheSame });
  return faults;
}

/** Why a change was refused, field by field. */
export function passwordRefusals(
  refused: Exclude<PasswordChange, { kind: 'changed' }>,
  text: Texts,
): readonly FormFault[] {
  const words = text.accounts.password;
  if (refused.kind === 'locked-out')
    return [{ field: 'current-password', message: words.lockedOut(refused.minutes) }];
  const current = refused.isCurrentWrong ? [{ field: 'current-password', message: words.currentWrong }] : [];
  const wanted = refused.faults.map((fault) => ({
    field: 'new-password',
    message: fault === 'unchanged' ? words.unchanged : passwordFaultIn(fault, text),
  }));
  return [...current, ...wanted];
}
