import { OperationalError } from '../platform/errors.ts';
import { loggable, type Log } from '../platform/log.ts';
import { failureOf } from './error-page.ts';
import type { Render } from './render.ts';
import type { LastStep, Step } from './visit.ts';

/** Answers every address that no route answered. */
export function noSuchPage<Viewer>(): Step<Viewer> {
  return () => {
    throw new OperationalError('not-found', 'no-such-page', (text) => text.web.errors.noSuchPage);
  };
}

/** The last step: what was thrown becomes a page with a reference number, its cause stays in the log. */
export function errorPages<Viewer>(render: Render<Viewer>, log: Log): LastStep<Viewer> {
  return (thrown: unknown, request, response, next) => {
    const { reference, text } = response.locals;
    const failure = failureOf(thrown, text, reference);
    response.locals.failure = failure.code;
    if (failure.status >= 500) log.error({ reference, failure: loggable(thrown) });
    if (response.headersSent) {
      next(thrown);
      return;
    }
    if (request.socket.destroyed) {
      // Nobody is there to read an answer; one would only write a session that nobody waits for.
      log.info({ reference, route: response.locals.route, failure: failure.code });
      return;
    }
    response.status(failure.status);
    render(request, response, 'web/error', failure.page).catch((unrendered: unknown) => {
      log.error({ reference, failure: loggable(unrendered) });
      const { title, what, fix } = failure.page;
      response.type('text').send([title, what, fix, reference].join('\n'));
    });
  };
}
