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

/** Whether a posted form carries the session's token. */
export function carriesCsrfToken(request: Request): boolean {
  return isRequestValid(request);
}

/** @throws {OperationalError} `forbidden` always: the form is not one of this session. */
export function refuseForeignForm(): never {
  throw new OperationalError('forbidden', 'form-token', (text) => text.web.errors.foreignForm);
}
