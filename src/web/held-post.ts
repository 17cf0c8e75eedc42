import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { choicesOf, fieldsOf } from './fields.ts';
import type { HeldForm } from './page.ts';

/** A form that was posted when nobody was signed in any more, kept until its sender is back. */
export interface HeldPost extends HeldForm {
  readonly accountId: number;
}

const KEEP_FIELD = '_keep';
const OWN_FIELDS: ReadonlySet<string> = new Set(['_csrf', KEEP_FIELD]);

/** What every form carries to show whose page it was on: it outlives the session, and only we can make it. */
export function keepToken(secret: string, accountId: number): string {
  return `${String(accountId)}.${signature(secret, accountId)}`;
}

/**
 * The post to keep for its sender; `null` when it is not from a page of ours, says nothing, or holds a password.
 * Who sends it proves by its token that they were signed in once, so that strangers store nothing.
 */
export function heldPostOf(request: Request, secret: string): HeldPost | null {
  const accountId = holderOf(secret, fieldsOf(request.body)[KEEP_FIELD] ?? '');
  if (accountId === null || !isFromHere(request)) return null;
  const fields = Object.entries(choicesOf(request.body)).flatMap(([name, values]) =>
    OWN_FIELDS.has(name) ? [] : values.map((value) => ({ name, value })),
  );
  if (fields.length === 0 || fields.some(({ name }) => /password/iu.test(name))) return null;
  return { accountId, path: request.originalUrl, fields };
}

function holderOf(secret: string, token: string): number | null {
  const [, id, given] = /^([1-9]\d{0,14})\.([0-9a-f]{64})$/u.exec(token) ?? [];
  if (id === undefined || given === undefined) return null;
  const isOurs = timingSafeEqual(Buffer.from(given), Buffer.from(signature(secret, Number(id))));
  return isOurs ? Number(id) : null;
}

function signature(secret: string, accountId: number): string {
  return createHmac('sha256', secret)
    .update(`held post of ${String(accountId)}`)
    .digest('hex');
}

/** A form of another site would come back to life after signing in, with whatever that site wrote into it. */
function isFromHere(request: Request): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('Origin');
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.get('Host');
}
