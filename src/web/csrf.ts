import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import type { Texts } from '../language/texts.ts';
import { OperationalError } from '../platform/errors.ts';
import { fieldsOf } from './fields.ts';

const FIELD = '_csrf';

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (request: Request) => fieldsOf(request.body)[FIELD],
});

/** The session's form token, made at the first call. */
export function csrfToken(request: Request): string {
  return generateToken(request);
}

/** @throws {OperationalError} `forbidden` when a posted form does not carry the session's token. */
export function checkCsrfToken(request: Request, text: Texts): void {
  if (isRequestValid(request)) return;
  const { what, fix } = text.web.errors.foreignForm;
  throw new OperationalError('forbidden', 'form-token', what, fix);
}
