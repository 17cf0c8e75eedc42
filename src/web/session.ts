import type { Request, RequestHandler } from 'express';
import session, { type Store } from 'express-session';
import type { HeldPost } from './held-post.ts';
import { isOver } from './session-life.ts';

declare module 'express-session' {
  interface SessionData {
    accountId?: number;
    /** UTC instant. */
    signedInAt?: string;
    /** UTC instant at which the session ends if it is not used; set by the store that read it. */
    idleEnd?: string;
    /** A form that waits for its sender to sign in again. */
    held?: HeldPost;
    /** What this very write does to the held form; other writes leave it as it is by then. */
    heldChange?: 'held' | 'taken';
    /** What to say once, on the next page. */
    notice?: string;
  }
}

export interface SessionSettings {
  readonly store: Store;
  readonly secret: string;
  /** Whether people reach the program by HTTPS, by its own or a proxy's. */
  readonly https: boolean;
}

/** A cookie that a page's script cannot read, other sites' forms do not send, and a closed browser forgets. */
export function sessions({ store, secret, https }: SessionSettings): RequestHandler {
  return session({
    name: sessionCookie(https),
    secret,
    store,
    resave: false,
    saveUninitialized: false,
    proxy: https,
    cookie: { httpOnly: true, sameSite: 'lax', secure: https, path: '/' },
  });
}

/** Browsers take a `__Host-` cookie only over HTTPS and from this very host. */
export function sessionCookie(https: boolean): string {
  return https ? '__Host-qinglian' : 'qinglian';
}

/** The account that this session belongs to; `null` when nobody is signed in or the day's longest time is over. */
export async function sessionAccount(request: Request, now: string): Promise<number | null> {
  const { accountId, signedInAt } = request.session;
  if (accountId === undefined || signedInAt === undefined) return null;
  if (!isOver(signedInAt, now)) return accountId;
  await endSession(request);
  return null;
}

/**
 * Gives the session a new id, so that one planted before signing in is worth nothing, and signs it in. A form that
 * was held goes along when it is this account's, and is forgotten when it is somebody else's.
 */
export async function beginSession(request: Request, accountId: number, now: string): Promise<void> {
  const { held } = request.session;
  await calledBack((done) => request.session.regenerate(done));
  request.session.accountId = accountId;
  request.session.signedInAt = now;
  if (held?.accountId === accountId) request.session.held = held;
  await calledBack((done) => request.session.save(done));
}

export async function endSession(request: Request): Promise<void> {
  await calledBack((done) => request.session.regenerate(done));
}

/** Keeps a form until its sender is there again. */
export async function hold(request: Request, held: HeldPost): Promise<void> {
  request.session.held = held;
  await changeHeld(request, 'held');
}

/** Takes the form out that is being sent, so that it is not asked about again; another one stays. */
export async function takeHeld(request: Request): Promise<HeldPost | null> {
  const { held } = request.session;
  if (held?.path !== request.originalUrl) return null;
  delete request.session.held;
  await changeHeld(request, 'taken');
  return held;
}

async function changeHeld(request: Request, change: 'held' | 'taken'): Promise<void> {
  request.session.heldChange = change;
  await calledBack((done) => request.session.save(done));
  delete request.session.heldChange;
}

/** Keeps a sentence for the next page. */
export async function leaveNotice(request: Request, notice: string): Promise<void> {
  request.session.notice = notice;
  await calledBack((done) => request.session.save(done));
}

/** The sentence left for this page, which is then gone; `null` when there is none. */
export async function takeNotice(request: Request): Promise<string | null> {
  const { notice } = request.session;
  if (notice === undefined) return null;
  delete request.session.notice;
  await calledBack((done) => request.session.save(done));
  return notice;
}

function calledBack(work: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('the session store failed', { cause: error }));
    });
  });
}
