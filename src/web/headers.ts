import type { RequestHandler } from 'express';
import helmet from 'helmet';

const YEAR = 365 * 24 * 60 * 60;

/** Nothing from elsewhere, nothing inline, nobody's frame: text that became code would find nothing to run. */
export function securityHeaders(https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: YEAR, includeSubDomains: false } : false,
    // Over plain HTTP browsers ignore these and complain.
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Pages hold what only this person may see: nothing keeps them, the Back button after signing out included. */
export function neverStored(): RequestHandler {
  return (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  };
}
