import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { accessRoutes, openAccessRoutes } from './access/access-routes.ts';
import { accountChangeRoutes } from './access/account-change-routes.ts';
import { accountRoutes } from './access/account-routes.ts';
import { headlineOf, languageLinks, menuOf } from './access/chrome-page.ts';
import { OFFICE } from './access/office-access.ts';
import { ownAccountRoutes } from './access/own-account-routes.ts';
import { accessPaths, passwordDetour, signInAddress } from './access/paths.ts';
import { reachOf, requirePermission } from './access/permission.ts';
import { setupRoutes } from './access/setup-routes.ts';
import type { DemoAccount } from './access/sign-in-page.ts';
import type { Viewer } from './access/viewer.ts';
import { gradeSection } from './assessment/grade-section-page.ts';
import { gradeBatchRoutes } from './assessment/grade-batch-routes.ts';
import { gradeRoutes } from './assessment/grade-routes.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { campaignRoutes } from './campaigns/campaign-routes.ts';
import { coverageRoutes } from './coverage/coverage-routes.ts';
import { powerRoutes } from './intake/powers/power-routes.ts';
import { exemptionRoutes } from './coverage/exemption-routes.ts';
import { boardPaths } from './dashboards/paths.ts';
import { firstStepsRoutes } from './dashboards/first-steps-routes.ts';
import { orNothingToShow } from './dashboards/no-campaign-routes.ts';
import { boardRoutes } from './dashboards/board-routes.ts';
import { regionRoutes } from './dashboards/region-routes.ts';
import { formExportRoutes } from './forms/form-export-routes.ts';
import { formRoutes } from './forms/form-routes.ts';
import { ownRoutes } from './forms/own-routes.ts';
import { batchRoutes } from './intake/batch-routes.ts';
import { decisionRoutes } from './intake/upload/decision-routes.ts';
import { importRoutes } from './intake/upload/import-routes.ts';
import { uploadRoutes } from './intake/upload/upload-routes.ts';
import { organisationRoutes } from './organisation/organisation-routes.ts';
import { personRoutes } from './organisation/person-routes.ts';
import { officePostRoutes } from './organisation/post-routes.ts';
import { loggable } from './platform/log.ts';
import { assessListRoutes } from './risk-points/assess-list-routes.ts';
import { factWordsInForce } from './risk-points/fact-words-page.ts';
import { ownFactRoutes } from './risk-points/own-fact-routes.ts';
import { assessPointRoutes } from './risk-points/assess-point-routes.ts';
import { domainBatchRoutes } from './risk-points/domain-batch-routes.ts';
import { domainRoutes } from './risk-points/domain-routes.ts';
import { pointRoutes } from './risk-points/point-routes.ts';
import { ROUTE_POLICY } from './route-policy.ts';
import { tuningRoutes } from './tuning/tuning-routes.ts';
import type { Services } from './services.ts';
import { ASSETS, loadAssets } from './web/assets.ts';
import { bareApp } from './web/bare-app.ts';
import { errorPages, noSuchPage } from './web/errors.ts';
import { keepToken } from './web/held-post.ts';
import { neverStored, securityHeaders } from './web/headers.ts';
import { pages } from './web/pages.ts';
import { recogniseViewer } from './web/recognise.ts';
import { renderer, type ChromeHeadOf } from './web/render.ts';
import { guardedRoutes, type DeclaredRoutes } from './web/route-table.ts';
import { SessionStore } from './web/session-store.ts';
import { sessionCookie, sessions } from './web/session.ts';
import type { UploadLimits } from './web/upload-limits.ts';
import { uploads } from './web/upload.ts';
import { beginVisit } from './web/visit.ts';

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
  const { database, clock, log, accounts, gradeLabels } = services;
  const assets = loadAssets(`${VIEWS}/assets`);
  const render = renderer(assets, chromeHead(config));
  const store = new SessionStore(database, clock, (failure) => {
    log.error({ failure: loggable(failure) });
  });
  const routes = guardedRoutes(ROUTE_POLICY, slicesRoutes(services, config));

  const app = bareApp(VIEWS, config.trustedProxies);
  app.use(beginVisit<Viewer>(clock, log));
  app.use(securityHeaders(config.https));
  app.use(ASSETS, assets.serve);
  app.use(neverStored());
  app.use(sessions({ store, secret: config.sessionSecret, https: config.https }));
  app.use(recogniseViewer<Viewer>((accountId) => accounts.viewer(accountId), gradeLabels.wordsFor, clock));
  app.use(express.urlencoded(LONGEST_FORM));
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

function slicesRoutes(services: Services, { demoAccounts }: AppConfig): DeclaredRoutes<Viewer> {
  const { signIn, ownAccount, board, organisation } = services;
  return {
    open: [
      ...openAccessRoutes(signIn, services.setup, demoAccounts),
      ...setupRoutes(services.setup, boardPaths.firstSteps),
    ],
    pages: orNothingToShow(ROUTE_POLICY, [
      ...accessRoutes(ROUTE_POLICY),
      ...ownAccountRoutes(ownAccount),
      ...accountRoutes(services.accountOffice),
      ...accountChangeRoutes(services.accountOffice, services.accountChanges),
      ...boardRoutes(board, organisation),
      ...regionRoutes(services),
      ...pointsAndRules(services),
      ...coverageRoutes(services),
      ...exemptionRoutes(services),
      ...powerRoutes(services),
      ...ownFactRoutes(services),
      ...ownRoutes(services.own),
      ...organisationRoutes({ units: services.unitOffice, posts: services.postOffice, access: OFFICE }),
      ...officePostRoutes({ posts: services.postOffice, confirms: services.postConfirm, access: OFFICE }),
      ...personRoutes({ persons: services.personOffice, access: OFFICE }),
      ...formRoutes(services.forms, organisation),
      ...formExportRoutes(services),
      ...campaignRoutes(services.campaignOffice),
      ...batchRoutes(services.batches),
      ...uploadRoutes(services),
      ...importRoutes(services),
      ...decisionRoutes(services),
      ...auditRoutes(services.audit, (viewer) => reachOf(viewer, 'audit.view'), factWordsInForce(services)),
      ...firstStepsRoutes(services.firstSteps, ROUTE_POLICY),
    ]),
  };
}

function pointsAndRules(services: Services): DeclaredRoutes<Viewer>['pages'] {
  return [
    ...[pointRoutes, domainRoutes, tuningRoutes].flatMap((routes) => routes({ ...services, gradeSection })),
    ...[domainBatchRoutes, gradeBatchRoutes, gradeRoutes].flatMap((routes) => routes(services)),
    ...assessListRoutes(services),
    ...assessPointRoutes(services),
  ];
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
