import type { Texts } from '../language/texts.ts';
import { passingFailure } from '../platform/database-failure.ts';
import { OperationalError, type ErrorKind } from '../platform/errors.ts';
import type { PageModel } from './page.ts';

export interface ErrorPage extends PageModel {
  readonly what: string;
  readonly fix: string;
  readonly reference: string;
}

export interface Failure {
  readonly status: number;
  /** For the log. */
  readonly code: string;
  readonly page: ErrorPage;
}

/**
 * What a person is told of something that was thrown. Only an operational error speaks for itself; of anything
 * else its text stays in the log.
 */
export function failureOf(thrown: unknown, text: Texts, reference: string): Failure {
  const { titles } = text.web.errors;
  if (thrown instanceof OperationalError) {
    const page = { title: titles[thrown.kind], ...thrown.say(text), reference };
    return { status: thrown.httpStatus, code: thrown.code, page };
  }
  const known = outage(thrown) ?? REFUSALS[httpStatusOf(thrown) ?? 0] ?? UNEXPECTED;
  const title = known.kind === null ? titles.unexpected : titles[known.kind];
  return {
    status: known.status,
    code: known.words,
    page: { title, ...text.web.errors[known.words], reference },
  };
}

interface Refusal {
  readonly status: number;
  readonly words: 'badRequest' | 'tooLarge' | 'databaseAway' | 'databaseFull' | 'unexpected';
  readonly kind: ErrorKind | null;
}

const UNEXPECTED: Refusal = { status: 500, words: 'unexpected', kind: null };

/** Requests that Express and its body parser refuse, by the status they give. */
const REFUSALS: Readonly<Record<number, Refusal>> = {
  400: { status: 400, words: 'badRequest', kind: 'invalid' },
  413: { status: 413, words: 'tooLarge', kind: 'invalid' },
  415: { status: 400, words: 'badRequest', kind: 'invalid' },
};

/** A database that is away or full is neither the reader's mistake nor ours. */
function outage(thrown: unknown): Refusal | null {
  const failure = passingFailure(thrown);
  if (failure === null) return null;
  return { status: 503, words: failure === 'away' ? 'databaseAway' : 'databaseFull', kind: 'unavailable' };
}

function httpStatusOf(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('status' in thrown)) return null;
  return typeof thrown.status === 'number' ? thrown.status : null;
}
