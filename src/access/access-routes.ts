import { languageOf } from '../language/languages.ts';
import { localPath } from '../web/local-path.ts';
import type { OpenResponse, OpenRoute, PageResponse } from '../web/page.ts';
import { firstPageOf } from './chrome-page.ts';
import type { RouteLine } from './policy-line.ts';
import { heldPage } from './held-page.ts';
import { nothingYetPage } from './nothing-yet-page.ts';
import { accessPaths, signInAddress } from './paths.ts';
import { missingIn, refusal, signInPage, type DemoAccount, type SignInForm } from './sign-in-page.ts';
import type { SetupService } from './setup-service.ts';
import type { SignInService } from './sign-in-service.ts';
import type { Viewer, ViewerRequest, ViewerRoute } from './viewer.ts';

type OpenAccessRequest = Parameters<OpenRoute<Viewer>['handler']>[0];

/** Signing in and out. */
export function openAccessRoutes(
  signIn: SignInService,
  setup: SetupService,
  demoAccounts: readonly DemoAccount[],
): readonly OpenRoute<Viewer>[] {
  return [
    {
      method: 'get',
      path: accessPaths.signIn,
      handler: (request) => askToSignIn(request, setup, demoAccounts),
    },
    {
      method: 'post',
      path: accessPaths.signIn,
      handler: (request) => answerSignIn(request, signIn, demoAccounts),
    },
    {
      method: 'get',
      path: accessPaths.language,
      handler: async ({ query }) => {
        const language = languageOf(query['to']);
        const to = localPath(query['next']) ?? accessPaths.start;
        return language === null ? { kind: 'redirect', to } : { kind: 'language', language, to };
      },
    },
    {
      method: 'post',
      path: accessPaths.signOut,
      handler: async ({ viewer }) => {
        if (viewer !== null) await signIn.signOut(viewer);
        return { kind: 'signed-out', to: signInAddress(null, 'signed-out') };
      },
    },
  ];
}

/** The start page leads on to the first page that one may open; beside it, what waits to be sent again. */
export function accessRoutes(policy: readonly RouteLine[]): readonly ViewerRoute[] {
  const start = async ({ viewer, text }: ViewerRequest): Promise<PageResponse> => {
    const first = firstPageOf(viewer, policy, text);
    if (first !== null) return { kind: 'redirect', to: first };
    return { kind: 'page', view: 'access/nothing-yet', model: nothingYetPage(viewer, text) };
  };
  const held = async ({ held: form, text }: ViewerRequest): Promise<PageResponse> => {
    return { kind: 'page', view: 'access/held', model: heldPage(form, text) };
  };
  return [
    { method: 'get', path: accessPaths.start, handler: start },
    { method: 'get', path: accessPaths.held, handler: held },
  ];
}

/** Before anybody has an account there is nothing to sign in to. */
async function askToSignIn(
  { viewer, query, text }: OpenAccessRequest,
  setup: SetupService,
  demoAccounts: readonly DemoAccount[],
): Promise<OpenResponse> {
  if (viewer !== null) return { kind: 'redirect', to: accessPaths.start };
  if (await setup.isOpen()) return { kind: 'redirect', to: accessPaths.setup };
  const form = { username: '', next: localPath(query['next']) ?? '' };
  const model = signInPage(form, [], query['notice'], demoAccounts, text);
  return { kind: 'page', view: 'access/sign-in', model };
}

async function answerSignIn(
  { body, text, address }: OpenAccessRequest,
  signIn: SignInService,
  demoAccounts: readonly DemoAccount[],
): Promise<OpenResponse> {
  const form: SignInForm = {
    username: body['username'] ?? '',
    password: body['password'] ?? '',
    next: localPath(body['next']) ?? '',
  };
  const again = (status: number, faults: Parameters<typeof signInPage>[1]): OpenResponse => {
    const model = signInPage(form, faults, undefined, demoAccounts, text);
    return { kind: 'page', view: 'access/sign-in', model, status };
  };
  const missing = missingIn(form, text);
  if (missing.length > 0) return again(422, missing);
  const result = await signIn.signIn({ username: form.username, password: form.password, address });
  if (result.kind === 'signed-in') {
    return {
      kind: 'signed-in',
      accountId: result.accountId,
      to: form.next === '' ? accessPaths.start : form.next,
    };
  }
  return again(result.kind === 'refused' ? 422 : 429, [refusal(result, text)]);
}
