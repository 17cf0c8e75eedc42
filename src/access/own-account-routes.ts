import type { PageResponse } from '../web/page.ts';
import { ownAccountPage } from './own-account-page.ts';
import type { OwnAccountService } from './own-account-service.ts';
import { passwordFormFaults, passwordPage, passwordRefusals } from './password-page.ts';
import { accessPaths } from './paths.ts';
import type { ViewerRequest, ViewerRoute } from './viewer.ts';

/** What everybody may do with their own account. */
export function ownAccountRoutes(own: OwnAccountService): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: accessPaths.own,
      handler: async ({ viewer, sessionKey, text }) => {
        const model = ownAccountPage(viewer, await own.find(viewer, sessionKey), text);
        return { kind: 'page', view: 'access/own-account', model };
      },
    },
    {
      method: 'get',
      path: accessPaths.ownPassword,
      handler: async ({ viewer, text }) => {
        return { kind: 'page', view: 'access/password', model: passwordPage(viewer, [], text) };
      },
    },
    {
      method: 'post',
      path: accessPaths.ownPassword,
      handler: (request) => changePassword(request, own),
    },
    {
      method: 'post',
      path: accessPaths.ownSessions,
      handler: async ({ viewer, sessionKey, text }) => {
        const ended = await own.endOtherSessions(viewer, sessionKey);
        const { endedNone, endedOthers } = text.accounts.own;
        const notice = ended === 0 ? endedNone : endedOthers(text.formats.count(ended));
        return { kind: 'redirect', to: accessPaths.own, notice };
      },
    },
  ];
}

async function changePassword(
  { viewer, body, text }: ViewerRequest,
  own: OwnAccountService,
): Promise<PageResponse> {
  const form = {
    current: body['current-password'] ?? '',
    wanted: body['new-password'] ?? '',
    again: body['new-password-again'] ?? '',
  };
  const again = (status: number, faults: Parameters<typeof passwordPage>[1]): PageResponse => {
    return { kind: 'page', view: 'access/password', model: passwordPage(viewer, faults, text), status };
  };
  const missing = passwordFormFaults(form, text);
  if (missing.length > 0) return again(422, missing);
  const change = await own.changePassword(viewer, form.current, form.wanted);
  if (change.kind !== 'changed') {
    return again(change.kind === 'refused' ? 422 : 429, passwordRefusals(change, text));
  }
  const { changed, changedAndEnded } = text.accounts.password;
  const { endedOthers } = change;
  return {
    kind: 'signed-in',
    accountId: viewer.accountId,
    to: viewer.mustChangePassword ? accessPaths.start : accessPaths.own,
    notice: endedOthers === 0 ? changed : changedAndEnded(text.formats.count(endedOthers)),
  };
}
