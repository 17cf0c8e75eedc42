import type { Texts } from '../language/texts.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { SelectOption } from '../web/select-field.ts';
import type { AccountDetail, AccountFault } from './account.ts';
import { personGroups, roleOptions, unitOptions, type OptionGroup } from './account-fields-page.ts';
import type { AccountForm } from './account-form.ts';
import type { AccountChoices } from './account-office-service.ts';
import { accountFaultIn, accountState } from './account-words-page.ts';
import { EMPTY_FORM, fieldFaults, type AccountFieldFaults } from './new-account-page.ts';
import { accessPaths, accountPath } from './paths.ts';
import { heldRoleWords, type HeldRoleWords } from './role-words-page.ts';

export interface AccountPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Why it may only be looked at; `null` when it may be changed. */
  readonly handsOff: { readonly what: string; readonly fix: string } | null;
  readonly guard: string;
  readonly faults: readonly FormFault[];
  readonly wrong: AccountFieldFaults;
  readonly errorHeading: string;
  readonly edit: {
    readonly action: string;
    readonly displayName: string;
    readonly people: readonly OptionGroup[];
  };
  readonly roles: readonly HeldRole[];
  readonly takeAction: string;
  readonly give: {
    readonly action: string;
    readonly rolesHref: string;
    readonly roles: readonly SelectOption[];
    readonly units: readonly SelectOption[];
  };
  readonly actions: readonly AccountAction[];
}

export interface HeldRole extends HeldRoleWords {
  readonly code: string;
  readonly unitId: string;
  readonly takeLabel: string;
}

interface AccountAction {
  readonly action: string;
  readonly label: string;
  readonly why: string;
  readonly isDanger: boolean;
}

/** What went wrong with a change, and what had been typed. */
export interface AccountAttempt {
  readonly form: Partial<AccountForm>;
  readonly faults: readonly AccountFault[];
}

/** An account, everything the office may change of it, and what was typed when a change was refused. */
export function accountPage(
  account: AccountDetail,
  { units, people }: AccountChoices,
  attempt: AccountAttempt | null,
  text: Texts,
): AccountPage {
  const words = text.accounts.account;
  const heading = words.title(account.displayName);
  const person = account.person === null ? '' : String(account.person.id);
  const form = { ...EMPTY_FORM, displayName: account.displayName, person, ...attempt?.form };
  const faults = (attempt?.faults ?? []).map((fault) => faultIn(fault, account, form, text));
  return {
    title: faults.length === 0 ? heading : `${words.actionErrors} – ${heading}`,
    crumbs: [
      { text: words.crumb, href: accessPaths.accounts },
      { text: account.displayName, href: null },
    ],
    heading,
    facts: factsOf(account, text),
    handsOff: account.handsOff === null ? null : text.accounts.handsOff[account.handsOff],
    guard: String(account.guard),
    faults,
    wrong: fieldFaults(faults),
    errorHeading: words.actionErrors,
    edit: {
      action: accountPath(account.id),
      displayName: form.displayName,
      people: personGroups(people, form.person, account.id, text),
    },
    roles: rolesOf(account, text),
    takeAction: accountPath(account.id, accessPaths.takeRole),
    give: {
      action: accountPath(account.id, accessPaths.giveRole),
      rolesHref: accessPaths.roles,
      roles: roleOptions(form.role, text),
      units: unitOptions(units, form.unit, text),
    },
    actions: actionsOf(account, text),
  };
}

function rolesOf({ assignments }: AccountDetail, text: Texts): readonly HeldRole[] {
  return assignments.map((held) => {
    const words = heldRoleWords(held, text);
    const takeLabel = text.accounts.account.takeThis(words.title);
    return { ...words, code: held.role, unitId: String(held.unitId), takeLabel };
  });
}

/** A name changed by two at a time is told in both versions. */
function faultIn(fault: AccountFault, account: AccountDetail, form: AccountForm, text: Texts): FormFault {
  const { person, displayName } = account;
  const isRivalEdit = fault.code === 'stale' && form.displayName !== displayName;
  if (!isRivalEdit)
    return accountFaultIn(fault, fault.code === 'person-taken' ? 'person' : 'account-state', text);
  const linked = person === null ? text.accounts.form.nobody : person.name;
  return { field: 'display-name', message: text.accounts.staleEdit(displayName, linked) };
}

function factsOf(account: AccountDetail, text: Texts): AccountPage['facts'] {
  const { account: words, states, own } = text.accounts;
  const { instant, count } = text.formats;
  const { lastSignedInAt } = account;
  return [
    { name: words.username, value: account.username },
    { name: words.state, value: states[accountState(account)] },
    { name: words.createdAt, value: instant(account.createdAt) },
    { name: words.lastSignedIn, value: lastSignedInAt === null ? own.never : instant(lastSignedInAt) },
    { name: words.sessions, value: words.sessionsCount(count(account.sessions)) },
  ];
}

function actionsOf({ id, isActive, sessions }: AccountDetail, text: Texts): readonly AccountAction[] {
  const words = text.accounts.account;
  const reopen = {
    action: accountPath(id, accessPaths.reopen),
    label: words.reopen,
    why: words.reopenWhy,
    isDanger: false,
  };
  if (!isActive) return [reopen];
  const end = {
    action: accountPath(id, accessPaths.endSessions),
    label: words.end,
    why: words.endWhy,
    isDanger: false,
  };
  return [
    {
      action: accountPath(id, accessPaths.resetPassword),
      label: words.reset,
      why: words.resetWhy,
      isDanger: false,
    },
    ...(sessions > 0 ? [end] : []),
    { action: accountPath(id, accessPaths.close), label: words.close, why: words.closeWhy, isDanger: true },
  ];
}
