import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Texts } from '../language/texts.ts';
import { textsOf } from '../language/languages.ts';
import type { AnsweredRequest } from '../platform/answered-request.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { chosenLanguage } from './language-cookie.ts';

/** What the pipeline knows about one request; later steps add to it. */
export interface Visit<Viewer> {
  /** Stands in the log and on the error page, so that somebody can name what they saw. */
  reference: string;
  text: Texts;
  viewer: Viewer | null;
  /** The address's pattern, such as `/points/:id`; `null` until a route is found. */
  route: string | null;
  /** Code of the error that was answered. */
  failure: string | null;
}

type Locals<Viewer> = Visit<Viewer> & Record<string, unknown>;

export type Answer<Viewer> = Response<unknown, Locals<Viewer>>;

/** A step of the pipeline that reads or adds to the visit. */
export type Step<Viewer> = RequestHandler<
  Request['params'],
  unknown,
  unknown,
  Request['query'],
  Locals<Viewer>
>;

export type LastStep<Viewer> = ErrorRequestHandler<
  Request['params'],
  unknown,
  unknown,
  Request['query'],
  Locals<Viewer>
>;

/** Begins the visit; when it is answered, it is measured and leaves one line in the log: no query, no name, no address. */
export function beginVisit<Viewer>(
  clock: Clock,
  log: Log,
  measure: (answered: AnsweredRequest) => void,
): Step<Viewer> {
  return (request, response, next) => {
    const started = clock.elapsed();
    const visit: Visit<Viewer> = {
      reference: newReference(),
      text: textsOf(chosenLanguage(request)),
      viewer: null,
      route: null,
      failure: null,
    };
    Object.assign(response.locals, visit);
    response.on('finish', () => {
      const { reference, route, failure } = response.locals;
      const { method } = request;
      const milliseconds = Math.round(clock.elapsed() - started);
      const answered = { method, route, status: response.statusCode, milliseconds };
      measure(answered);
      log.info({ reference, ...answered, failure });
    });
    next();
  };
}

/** Letters and digits that people do not mix up when they read them out. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ23';

function newReference(): string {
  return Array.from(randomBytes(8), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
