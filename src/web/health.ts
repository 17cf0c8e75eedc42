import { Router, type RequestHandler } from 'express';

/** Asked by proxies and by who watches over the program: they stand outside the route policy, as style sheets do. */
const PATHS = { alive: '/health', ready: '/ready' };

/**
 * Answers whether the process is alive, and whether it is to be given requests, to anybody and with nothing else: no
 * session, no line in the log, no word on what is wrong.
 */
export function health(isReady: () => Promise<boolean>): RequestHandler {
  const router = Router({ caseSensitive: true, strict: true });
  router.get(PATHS.alive, (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text').send('ok\n');
  });
  router.get(PATHS.ready, async (_request, response) => {
    const ready = await isReady();
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text');
    response.send(ready ? 'ok\n' : 'not ready\n');
  });
  return router;
}
