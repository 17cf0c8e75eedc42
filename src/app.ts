import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { headlineOf, languageLinks, menuOf } from './access/chrome-page.ts';
import { accessPaths, passwordDetour, signInAddress } from './access/paths.ts';
import { requirePermission } from './access/permission.ts';
import type { DemoAccount } from './access/sign-in-page.ts';
import type { Viewer } from './access/viewer.ts';
import { loggable } from './platform/log.ts';
import { ROUTE_POLICY } from './route-policy.ts';
import type { Services } from './services.ts';
import { ASSETS, loadAssets } from './web/assets.ts';
import { bareApp } from './web/bare-app.ts';
import { errorPages, noSuchPage } from './web/errors.ts';
import { keepToken } from './web/held-post.ts';
import { neverStored, securityHeaders } from './web/headers.ts';
import { health } from './web/health.ts';
import { pages } from './web/pages.ts';
import { recogniseViewer, showNothing, showWhatIsReached } from './web/recognise.ts';
import { renderer, type ChromeHeadOf } from './web/render.ts';
import { guardedRoutes } from './web/route-table.ts';
import { SessionStore } from './web/session-store.ts';
import { sessionCookie, sessions } from './web/session.ts';
import type { UploadLimits } from './web/upload-limits.ts';
import { uploads } from './web/upload.ts';
import { beginVisit } from './web/visit.ts';
import { slicesRoutes } from './routes.ts';

export interface AppConfig {
  readonly version: string;
  /** Whether people reach the program by HTTPS, by a proxy's or its own. */
  readonly https: boolean;
  /** How many proxies of ours stand before it: only their word on who asks is believed. */
  readonly trustedProxies: number;
  readonly sessionSecret: string;
  /** Shown on the sign-in page, with passwords; empty but for the demo. */
  readonly demoAccounts: readonly DemoAccount[];
  readonly uploads: UploadLimits;
}

const VIEWS = fileURLToPath(new URL('../views', import.meta.url));
const LONGEST_FORM = { extended: false, limit: '512kb', parameterLimit: 2000 };

/** What stands between a viewer and a page. */
const GUARDS = { requirePermission, detour: passwordDetour };

/** The order of middleware and routes, nothing else. */
export function createApp(services: Services, config: AppConfig): Express {
  const { clock, log, accounts, gradeLabels, metrics, readiness } = services;
  const assets = loadAssets(`${VIEWS}/assets`);
  const render = renderer(assets, chromeHead(config));
  const store = sessionStore(services);
  const routes = guardedRoutes(ROUTE_POLICY, slicesRoutes(services, config.demoAccounts));

  const app = bareApp(VIEWS, config.trustedProxies);
  app.use(securityHeaders(config.https));
  app.use(health(readiness.isReady));
  app.use(beginVisit<Viewer>(clock, log, metrics.answered), showNothing<Viewer>());
  app.use(ASSETS, assets.serve);
  app.use(neverStored());
  app.use(sessions({ store, secret: config.sessionSecret, https: config.https }));
  app.use(recogniseViewer<Viewer>((accountId) => accounts.viewer(accountId), gradeLabels.wordsFor, clock));
  app.use(express.urlencoded(LONGEST_FORM));
  app.use(showWhatIsReached<Viewer>((viewer) => accounts.contentPaths(viewer)));
  app.use(
    pages({
      routes,
      ...GUARDS,
      render,
      clock,
      https: config.https,
      holding: {
        secret: config.sessionSecret,
        accountIdOf: ({ accountId }) => accountId,
        path: accessPaths.held,
      },
      receiveUpload: uploads(config.uploads),
      signIn: {
        sessionCookie: sessionCookie(config.https),
        address: (next, hasExpired) => signInAddress(next, hasExpired ? 'expired' : null),
      },
    }),
  );
  app.use(noSuchPage<Viewer>());
  app.use(errorPages<Viewer>(render, log));
  return app;
}

function sessionStore({ database, clock, log }: Services): SessionStore {
  return new SessionStore(database, clock, (failure) => {
    log.error({ failure: loggable(failure) });
  });
}

function chromeHead({ version, sessionSecret }: AppConfig): ChromeHeadOf<Viewer> {
  return ({ viewer, text, route }, { path, address }) => ({
    menu: viewer === null ? [] : menuOf(viewer, ROUTE_POLICY, { path, route }, text),
    viewer: viewer === null ? null : headlineOf(viewer, text),
    languages: languageLinks(address ?? accessPaths.start, text),
    keepToken: viewer === null ? null : keepToken(sessionSecret, viewer.accountId),
    heldPath: accessPaths.held,
    version,
    startPath: accessPaths.start,
    signOutPath: accessPaths.signOut,
    accountPath: accessPaths.own,
  });
}
