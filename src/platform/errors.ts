import type { Texts } from '../language/texts.ts';
import { zh } from '../language/zh.ts';

/** What went wrong, as the asker must understand it; decides the HTTP status and the exit status in one place. */
export type ErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'unavailable';

const HTTP_STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
};

/** What happened and what to do about it, in one language. */
export interface ErrorWords {
  /** Heads the page where the usual heading of its kind would be wrong. */
  readonly title?: string;
  readonly what: string;
  readonly fix: string;
}

/**
 * An operational error: something a person can do something about. Everything else that is thrown is a bug.
 * It is said in the reader's language where it is shown; `message` and `fix` are Chinese, for the command line.
 * Both are shown to people, so neither may hold another person's data.
 */
export class OperationalError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly say: (text: Texts) => ErrorWords;

  constructor(kind: ErrorKind, code: string, say: (text: Texts) => ErrorWords, options?: ErrorOptions) {
    super(say(zh).what, options);
    this.name = 'OperationalError';
    this.kind = kind;
    this.code = code;
    this.say = say;
  }

  get fix(): string {
    return this.say(zh).fix;
  }

  get httpStatus(): number {
    return HTTP_STATUS[this.kind];
  }
}

/** What a job that failed is told of by: the log has the cause, and pages say what to do. */
export function codeOf(failure: unknown): string {
  if (failure instanceof OperationalError) return failure.code;
  return failure instanceof Error ? failure.name : typeof failure;
}
