/** What went wrong, as the asker must understand it; decides the HTTP status and the exit status in one place. */
export type ErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'unavailable';

const HTTP_STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
};

/**
 * An operational error: something a person can do something about. Everything else that is thrown is a bug.
 * `message` says what happened and `fix` what to do; both are shown to people, so neither may hold another
 * person's data.
 */
export class OperationalError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly fix: string;

  constructor(kind: ErrorKind, code: string, message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OperationalError';
    this.kind = kind;
    this.code = code;
    this.fix = fix;
  }

  get httpStatus(): number {
    return HTTP_STATUS[this.kind];
  }
}
