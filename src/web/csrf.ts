import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
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
export function checkCsrfToken(request: Request): void {
  if (isRequestValid(request)) return;
  throw new OperationalError('forbidden', 'form-token', (text) => text.web.errors.foreignForm);
}
