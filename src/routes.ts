import { accessRoutes, openAccessRoutes } from './access/access-routes.ts';
import { accountChangeRoutes } from './access/account-change-routes.ts';
import { accountRoutes } from './access/account-routes.ts';
import { OFFICE } from './access/office-access.ts';
import { ownAccountRoutes } from './access/own-account-routes.ts';
import { reachOf } from './access/permission.ts';
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
import type { Reach } from './organisation/reach.ts';
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
import { assessListRoutes } from './risk-points/assess-list-routes.ts';
import { factWordsInForce } from './risk-points/fact-words-page.ts';
import { ownFactRoutes } from './risk-points/own-fact-routes.ts';
import { assessPointRoutes } from './risk-points/assess-point-routes.ts';
import { domainBatchRoutes } from './risk-points/domain-batch-routes.ts';
import { domainRoutes } from './risk-points/domain-routes.ts';
import { pointRoutes } from './risk-points/point-routes.ts';
import { factCatalogueRoutes } from './tuning/fact-catalogue-routes.ts';
import { backwardsRoutes } from './tuning/backwards-routes.ts';
import { draftJsonRoutes } from './tuning/draft-json-routes.ts';
import { draftPartRoutes } from './tuning/draft-part-routes.ts';
import { draftRoutes } from './tuning/draft-routes.ts';
import { ruleRoutes } from './tuning/rule-routes.ts';
import { compareRoutes } from './tuning/compare-routes.ts';
import { answerEffect } from './tuning/effect/effect-routes.ts';
import { impactRoutes } from './tuning/impact-routes.ts';
import { calibrationRoutes } from './tuning/calibration-routes.ts';
import { pointExampleRoutes } from './tuning/point-example-routes.ts';
import { proposalRoutes } from './tuning/proposal-routes.ts';
import { showVersion, versionRoutes } from './tuning/version-routes.ts';
import { ROUTE_POLICY } from './route-policy.ts';
import type { Services } from './services.ts';
import type { DeclaredRoutes } from './web/route-table.ts';

/** The routes of every slice, as the policy names them. The demo's accounts are shown where people sign in. */
export function slicesRoutes(
  services: Services,
  demoAccounts: readonly DemoAccount[],
): DeclaredRoutes<Viewer> {
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
      ...[draftRoutes, draftJsonRoutes, ruleRoutes, draftPartRoutes].flatMap((routes) => routes(services)),
      ...trail(services),
      ...firstStepsRoutes(services.firstSteps, ROUTE_POLICY),
    ]),
  };
}

function trail(services: Services): DeclaredRoutes<Viewer>['pages'] {
  const reach = (viewer: Viewer): Reach => reachOf(viewer, 'audit.view');
  return auditRoutes(services.audit, reach, factWordsInForce(services), services.gradeLabels.at);
}

function pointsAndRules(services: Services): DeclaredRoutes<Viewer>['pages'] {
  return [
    ...[pointRoutes, domainRoutes, pointExampleRoutes].flatMap((routes) =>
      routes({ ...services, gradeSection }),
    ),
    ...[domainBatchRoutes, gradeBatchRoutes, gradeRoutes].flatMap((routes) => routes(services)),
    ...assessListRoutes(services),
    ...assessPointRoutes(services),
    ...versionRoutes(services),
    ...proposalRoutes(services, showVersion),
    ...impactRoutes(services, answerEffect),
    ...compareRoutes(services),
    ...backwardsRoutes(services),
    ...calibrationRoutes(services),
    ...factCatalogueRoutes(services),
  ];
}
