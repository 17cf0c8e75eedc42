import type { PageResponse } from '../web/page.ts';
import { readAccountForm } from './account-form.ts';
import { accountListPage } from './account-list-page.ts';
import type { AccountOfficeService } from './account-office-service.ts';
import { EMPTY_FORM, firstPasswordPage, newAccountPage } from './new-account-page.ts';
import { accessPaths, readAccountQuery } from './paths.ts';
import { roleTablePage } from './role-table-page.ts';
import type { ViewerRequest, ViewerRoute } from './viewer.ts';

/** The office's list of accounts, and how it opens new ones. */
export function accountRoutes(office: AccountOfficeService): readonly ViewerRoute[] {
  const list = async ({ viewer, query, text }: ViewerRequest): Promise<PageResponse> => {
    const asked = readAccountQuery(query);
    const model = accountListPage(await office.list(asked.filter, viewer), asked, text);
    return { kind: 'page', view: 'access/accounts', model };
  };
  const blank = async ({ viewer, text }: ViewerRequest): Promise<PageResponse> => {
    const model = newAccountPage(EMPTY_FORM, await office.choices(viewer), [], text);
    return { kind: 'page', view: 'access/new-account', model };
  };
  const roles = async ({ text }: ViewerRequest): Promise<PageResponse> => {
    return { kind: 'page', view: 'access/role-table', model: roleTablePage(text) };
  };
  return [
    { method: 'get', path: accessPaths.accounts, handler: list },
    { method: 'get', path: accessPaths.newAccount, handler: blank },
    { method: 'get', path: accessPaths.roles, handler: roles },
    { method: 'post', path: accessPaths.accounts, handler: (request) => create(request, office) },
  ];
}

/** The password stands on the answer itself: no other page and no other place ever holds it. */
async function create(
  { viewer, body, text }: ViewerRequest,
  office: AccountOfficeService,
): Promise<PageResponse> {
  const { form, chosen } = readAccountForm(body);
  const created = await office.create(chosen, viewer);
  if (created.kind === 'done') {
    return {
      kind: 'page',
      view: 'access/first-password',
      model: firstPasswordPage(created.result, true, text),
    };
  }
  const model = newAccountPage(form, await office.choices(viewer), created.faults, text);
  return { kind: 'page', view: 'access/new-account', model, status: 422 };
}
