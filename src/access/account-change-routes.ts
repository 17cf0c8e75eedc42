import { OperationalError } from '../platform/errors.ts';
import type { Texts } from '../language/texts.ts';
import type { PageResponse } from '../web/page.ts';
import type { AccountFault, Changed } from './account.ts';
import type { AccountChangeService, ShownAccount } from './account-change-service.ts';
import { idIn, readAccountForm, type AccountForm, type ChosenAccount } from './account-form.ts';
import type { AccountOfficeService, FirstPassword } from './account-office-service.ts';
import { accountPage } from './account-page.ts';
import { firstPasswordPage } from './new-account-page.ts';
import { accessPaths, accountPath } from './paths.ts';
import type { Viewer, ViewerRequest, ViewerRoute } from './viewer.ts';

/** A change as the office asked for it. */
interface Asked {
  readonly shown: ShownAccount;
  readonly chosen: ChosenAccount;
  readonly viewer: Viewer;
}

/** An account's page, and each change that can be made on it. */
export function accountChangeRoutes(
  office: AccountOfficeService,
  by: AccountChangeService,
): readonly ViewerRoute[] {
  const show = async (request: ViewerRequest): Promise<PageResponse> => {
    const { viewer, text } = request;
    const account = await office.find(accountIdIn(request), viewer);
    const model = accountPage(account, await office.choices(viewer), null, text);
    return { kind: 'page', view: 'access/account', model };
  };
  const resetPassword = async (request: ViewerRequest): Promise<PageResponse> => {
    const { shown, form } = askedIn(request);
    const reset = await by.resetPassword(shown, request.viewer);
    if (reset.kind === 'refused') return again(request, form, reset.faults, office);
    return onceShown(reset.result, request.text);
  };
  return [
    { method: 'get', path: accessPaths.account, handler: show },
    ...changesOf(by).map(({ path, change }): ViewerRoute => {
      return { method: 'post', path, handler: (request) => changed(request, change, office) };
    }),
    { method: 'post', path: accessPaths.resetPassword, handler: resetPassword },
  ];
}

type Change = (asked: Asked, text: Texts) => Promise<Changed<string>>;

/** Every change that ends with a sentence of what was done. */
function changesOf(by: AccountChangeService): readonly { readonly path: string; readonly change: Change }[] {
  return [
    {
      path: accessPaths.account,
      change: async ({ shown, chosen, viewer }, { accounts }) =>
        saying(await by.edit(shown, chosen, viewer), () => accounts.account.saved),
    },
    {
      path: accessPaths.giveRole,
      change: async ({ shown, chosen, viewer }, { accounts }) =>
        saying(await by.giveRole(shown, chosen, viewer), () => accounts.account.given),
    },
    {
      path: accessPaths.takeRole,
      change: async ({ shown, chosen, viewer }, { accounts }) =>
        saying(await by.takeRole(shown, chosen, viewer), () => accounts.account.taken),
    },
    {
      path: accessPaths.close,
      change: async ({ shown, viewer }, { accounts, formats }) =>
        saying(await by.close(shown, viewer), (sessions) => accounts.account.closed(formats.count(sessions))),
    },
    {
      path: accessPaths.reopen,
      change: async ({ shown, viewer }, { accounts }) =>
        saying(await by.reopen(shown, viewer), () => accounts.account.reopened),
    },
    {
      path: accessPaths.endSessions,
      change: async ({ shown, viewer }, { accounts, formats }) =>
        saying(await by.endSessions(shown, viewer), (sessions) =>
          accounts.account.ended(formats.count(sessions)),
        ),
    },
  ];
}

function saying<Result>(changed: Changed<Result>, say: (result: Result) => string): Changed<string> {
  return changed.kind === 'done' ? { kind: 'done', result: say(changed.result) } : changed;
}

async function changed(
  request: ViewerRequest,
  change: Change,
  office: AccountOfficeService,
): Promise<PageResponse> {
  const { shown, form, chosen } = askedIn(request);
  const outcome = await change({ shown, chosen, viewer: request.viewer }, request.text);
  if (outcome.kind === 'refused') return again(request, form, outcome.faults, office);
  return { kind: 'redirect', to: accountPath(shown.id), notice: outcome.result };
}

/** The password stands on the answer itself: no other page and no other place ever holds it. */
function onceShown(password: FirstPassword, text: Texts): PageResponse {
  return { kind: 'page', view: 'access/first-password', model: firstPasswordPage(password, false, text) };
}

/** The page as the account stands now, with what was typed and why it was not done. */
async function again(
  request: ViewerRequest,
  form: Partial<AccountForm>,
  faults: readonly AccountFault[],
  office: AccountOfficeService,
): Promise<PageResponse> {
  const { viewer, text } = request;
  const account = await office.find(accountIdIn(request), viewer);
  const model = accountPage(account, await office.choices(viewer), { form, faults }, text);
  const status = faults.some(({ code }) => code === 'stale') ? 409 : 422;
  return { kind: 'page', view: 'access/account', model, status };
}

function askedIn(request: ViewerRequest): {
  readonly shown: ShownAccount;
  readonly form: Partial<AccountForm>;
  readonly chosen: ChosenAccount;
} {
  const { body } = request;
  const { form, chosen } = readAccountForm(body);
  const isEdit = body['display-name'] !== undefined;
  const { displayName, person, role, unit } = form;
  return {
    shown: { id: accountIdIn(request), guard: idIn(body['guard'] ?? '') ?? 0 },
    form: isEdit ? { displayName, person } : { role, unit },
    chosen,
  };
}

/** @throws {OperationalError} `not-found` when the address names no account. */
function accountIdIn({ params }: ViewerRequest): number {
  const id = idIn(params['id'] ?? '');
  if (id === null) throw new OperationalError('not-found', 'no-account', (text) => text.accounts.noSuch);
  return id;
}
