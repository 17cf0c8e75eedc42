import { Router, type Request } from 'express';
import type { Texts } from '../language/texts.ts';
import type { Clock } from '../platform/clock.ts';
import { carriesCsrfToken, refuseForeignForm } from './csrf.ts';
import { choicesOf, fieldsOf } from './fields.ts';
import { rememberLanguage } from './language-cookie.ts';
import type { OpenResponse, PageRequest, UploadedFile } from './page.ts';
import type { Render } from './render.ts';
import { isPermission, type GuardedRoute } from './route-table.ts';
import { heldPostOf } from './held-post.ts';
import { beginSession, endSession, hold, leaveNotice, takeHeld } from './session.ts';
import { sessionKey } from './session-key.ts';
import { sendDownload } from './download.ts';
import type { ReceiveUpload } from './upload.ts';
import type { Answer } from './visit.ts';

export interface PagesOptions<Viewer, Permission extends string> {
  readonly routes: readonly GuardedRoute<Viewer, Permission>[];
  /** Throws `forbidden` when the viewer lacks the permission everywhere. */
  readonly requirePermission: (viewer: Viewer, permission: Permission) => void;
  /** Where a viewer has to go before anything else; `null` when the address is free to them. */
  readonly detour: (viewer: Viewer, path: string) => string | null;
  readonly render: Render<Viewer>;
  readonly clock: Clock;
  readonly https: boolean;
  /** How a posted form is kept for a sender whose session ended, and where it is then found. */
  readonly holding: {
    readonly secret: string;
    readonly accountIdOf: (viewer: Viewer) => number;
    readonly path: string;
  };
  readonly receiveUpload: ReceiveUpload;
  readonly signIn: {
    readonly sessionCookie: string;
    /** Address of the sign-in page: where to go afterwards, and whether a session has just ended. */
    readonly address: (next: string | null, hasExpired: boolean) => string;
  };
}

/** Answers every address of the policy: who is it, may they, is the form ours, then the slice's handler. */
export function pages<Viewer, Permission extends string>(options: PagesOptions<Viewer, Permission>): Router {
  const router = Router({ caseSensitive: true });
  for (const guarded of options.routes) {
    const { method, path } = guarded.route;
    router[method](path, async (request, response: Answer<Viewer>) => {
      response.locals.route = path;
      const answer = await answerTo(guarded, request, response, options);
      await send(answer, request, response, options);
    });
  }
  return router;
}

async function answerTo<Viewer, Permission extends string>(
  guarded: GuardedRoute<Viewer, Permission>,
  request: Request,
  response: Answer<Viewer>,
  options: PagesOptions<Viewer, Permission>,
): Promise<OpenResponse> {
  const { viewer } = response.locals;
  if (viewer === null && guarded.permission !== 'anyone') return toSignIn(request, options);
  if (viewer !== null && guarded.permission !== 'anyone') {
    const detour = options.detour(viewer, guarded.route.path);
    if (detour !== null) return { kind: 'redirect', to: detour };
    if (isPermission(guarded.permission)) options.requirePermission(viewer, guarded.permission);
  }
  const mayBringFiles = !guarded.open && guarded.route.upload === true;
  if (!mayBringFiles) return answerForm(guarded, request, response, options, []);
  return options.receiveUpload(request, (files) => answerForm(guarded, request, response, options, files));
}

async function answerForm<Viewer, Permission extends string>(
  guarded: GuardedRoute<Viewer, Permission>,
  request: Request,
  response: Answer<Viewer>,
  options: PagesOptions<Viewer, Permission>,
  files: readonly UploadedFile[],
): Promise<OpenResponse> {
  const { viewer, text } = response.locals;
  if (request.method === 'POST' && !carriesCsrfToken(request)) {
    // Files cannot wait in a session.
    return files.length > 0 ? refuseForeignForm() : heldBack(request, viewer, options);
  }
  const sent = request.method === 'POST' ? await takeHeld(request) : null;
  const asked = { ...askedOf(request, text), files };
  try {
    if (guarded.open) return await guarded.route.handler({ ...asked, viewer });
    if (viewer === null) throw new Error(`${guarded.route.path} has nobody to answer`);
    return await guarded.route.handler({ ...asked, viewer });
  } catch (error) {
    if (sent !== null) await hold(request, sent);
    throw error;
  }
}

function askedOf(request: Request, text: Texts): Omit<PageRequest<never>, 'viewer' | 'files'> {
  const { params, query } = request;
  return {
    text,
    params: fieldsOf(params),
    query: fieldsOf(query),
    body: fieldsOf(request.body),
    choices: choicesOf(request.method === 'POST' ? request.body : query),
    held: request.session.held ?? null,
    sessionKey: sessionKey(request.sessionID),
    address: request.ip ?? '',
  };
}

/** What was looked at is asked for again after signing in; a form that was posted waits in the session. */
async function toSignIn<Viewer, Permission extends string>(
  request: Request,
  { signIn, holding }: PagesOptions<Viewer, Permission>,
): Promise<OpenResponse> {
  const held = request.method === 'POST' ? heldPostOf(request, holding.secret) : null;
  if (held !== null) await hold(request, held);
  const next = request.method === 'POST' ? null : request.originalUrl;
  const hadSession = (request.headers.cookie ?? '').includes(`${signIn.sessionCookie}=`);
  return { kind: 'redirect', to: signIn.address(held === null ? next : holding.path, hadSession) };
}

/** A form of an earlier session, such as one left open in another window, is asked about instead of lost. */
async function heldBack<Viewer, Permission extends string>(
  request: Request,
  viewer: Viewer | null,
  { holding }: PagesOptions<Viewer, Permission>,
): Promise<OpenResponse> {
  const held = heldPostOf(request, holding.secret);
  if (held === null || viewer === null || holding.accountIdOf(viewer) !== held.accountId) {
    return refuseForeignForm();
  }
  await hold(request, held);
  return { kind: 'redirect', to: holding.path };
}

async function send<Viewer, Permission extends string>(
  answer: OpenResponse,
  request: Request,
  response: Answer<Viewer>,
  { render, clock, signIn, https }: PagesOptions<Viewer, Permission>,
): Promise<void> {
  switch (answer.kind) {
    case 'page':
      response.status(answer.status ?? 200);
      await render(request, response, answer.view, answer.model);
      return;
    case 'signed-in':
      await beginSession(request, answer.accountId, clock.now());
      if (answer.notice !== undefined) await leaveNotice(request, answer.notice);
      break;
    case 'signed-out':
      await endSession(request);
      response.clearCookie(signIn.sessionCookie);
      break;
    case 'language':
      rememberLanguage(response, answer.language, https);
      break;
    case 'json':
      response.json(answer.body);
      return;
    case 'download':
      await sendDownload(response, answer.file);
      return;
    case 'redirect':
      if (answer.notice !== undefined) await leaveNotice(request, answer.notice);
      break;
  }
  response.redirect(303, answer.to);
}
