import type { RouteLine } from './access/policy-line.ts';
import { change, changes, line } from './access/policy-line.ts';
import { accessPaths } from './access/paths.ts';
import { gradePaths } from './assessment/paths.ts';
import { auditPaths } from './audit/paths.ts';
import { campaignPaths } from './campaigns/paths.ts';
import { coveragePaths } from './coverage/paths.ts';
import { boardPaths } from './dashboards/paths.ts';
import { formPaths } from './forms/paths.ts';
import { batchPaths } from './intake/batch-paths.ts';
import { importPaths } from './intake/paths.ts';
import { powerPaths } from './intake/powers/paths.ts';
import { organisationPaths } from './organisation/paths.ts';
import { pointPaths } from './risk-points/paths.ts';
import { TUNING_POLICY } from './tuning/tuning-policy.ts';

/**
 * Who may open which address. Every route stands here and every line has a route, or the program does not
 * start. Lines with a menu name make the menu, in this order; the first that somebody may open is their start.
 */
export const ROUTE_POLICY: readonly RouteLine[] = [
  { method: 'get', path: accessPaths.start, permission: 'signed-in', audit: null },
  { method: 'get', path: accessPaths.signIn, permission: 'anyone', audit: null },
  { method: 'post', path: accessPaths.signIn, permission: 'anyone', audit: 'account.signed-in' },
  { method: 'post', path: accessPaths.signOut, permission: 'signed-in', audit: 'account.signed-out' },
  { method: 'get', path: accessPaths.setup, permission: 'anyone', audit: null },
  { method: 'post', path: accessPaths.setup, permission: 'anyone', audit: 'account.created' },
  { method: 'get', path: accessPaths.held, permission: 'signed-in', audit: null },
  { method: 'get', path: accessPaths.language, permission: 'anyone', audit: null },
  { method: 'get', path: accessPaths.own, permission: 'account.own', audit: null },
  { method: 'get', path: accessPaths.ownPassword, permission: 'account.own', audit: null },
  ...changes('account.own', {
    [accessPaths.ownPassword]: 'account.password-changed',
    [accessPaths.ownSessions]: 'account.sessions-ended',
  }),
  { method: 'get', path: boardPaths.board, permission: 'board.view', audit: null, menu: 'board' },
  { method: 'get', path: boardPaths.ownDivision, permission: 'division.own', audit: null, menu: 'division' },
  { method: 'get', path: formPaths.own, permission: 'own.view', audit: null, menu: 'own' },
  { method: 'get', path: boardPaths.division, permission: 'division.view', audit: null, under: 'division' },
  { method: 'get', path: pointPaths.list, permission: 'points.view', audit: null, menu: 'points' },
  { method: 'post', path: pointPaths.exportXlsx, permission: 'points.view', audit: 'points.exported' },
  { method: 'post', path: pointPaths.exportCsv, permission: 'points.view', audit: 'points.exported' },
  { method: 'get', path: pointPaths.domainBatch, permission: 'points.domains', audit: null },
  change(pointPaths.domainBatch, 'points.domains', 'point.domains-decided'),
  { method: 'get', path: gradePaths.approveList, permission: 'grades.approve', audit: null },
  change(gradePaths.approveList, 'grades.approve', 'point.approved'),
  { method: 'get', path: pointPaths.assessList, permission: 'points.assess', audit: null, menu: 'assess' },
  { method: 'post', path: pointPaths.assessList, permission: 'points.assess', audit: 'point.assessed' },
  { method: 'get', path: pointPaths.point, permission: 'points.view', audit: null },
  { method: 'get', path: pointPaths.assess, permission: 'points.assess', audit: null, under: 'assess' },
  { method: 'post', path: pointPaths.assess, permission: 'points.assess', audit: 'point.assessed' },
  { method: 'get', path: pointPaths.facts, permission: 'points.assess', audit: null, under: 'assess' },
  { method: 'post', path: pointPaths.facts, permission: 'points.assess', audit: 'facts.set' },
  { method: 'get', path: pointPaths.postFacts, permission: 'points.assess', audit: null, under: 'assess' },
  { method: 'post', path: pointPaths.postFacts, permission: 'points.assess', audit: 'facts.set' },
  { method: 'get', path: pointPaths.suggestion, permission: 'points.assess', audit: null },
  { method: 'post', path: pointPaths.domains, permission: 'points.domains', audit: 'point.domains-decided' },
  ...changes('grades.override', {
    [gradePaths.override]: 'point.overridden',
    [gradePaths.withdraw]: 'point.override-withdrawn',
  }),
  ...changes('grades.approve', {
    [gradePaths.approve]: 'point.approved',
    [gradePaths.reopen]: 'point.reopened',
  }),
  { method: 'get', path: coveragePaths.matrix, permission: 'coverage.view', audit: null, menu: 'coverage' },
  { method: 'get', path: coveragePaths.ownDivision, permission: 'division.own', audit: null },
  { method: 'get', path: coveragePaths.division, permission: 'coverage.view', audit: null },
  { method: 'get', path: coveragePaths.exemptions, permission: 'coverage.view', audit: null },
  line('coverage.request-exemption', coveragePaths.requestExemption, null),
  line('coverage.request-exemption', coveragePaths.requestExemption, 'exemption.requested'),
  { method: 'get', path: coveragePaths.exemption, permission: 'coverage.view', audit: null },
  line('coverage.decide-exemption', coveragePaths.decideExemption, 'exemption.approved'),
  line('coverage.request-exemption', coveragePaths.withdrawExemption, 'exemption.withdrawn'),
  ...TUNING_POLICY,
  { method: 'get', path: formPaths.list, permission: 'forms.view', audit: null, menu: 'forms' },
  { method: 'post', path: formPaths.exportXlsx, permission: 'forms.view', audit: 'forms.exported' },
  { method: 'post', path: formPaths.exportCsv, permission: 'forms.view', audit: 'forms.exported' },
  { method: 'get', path: boardPaths.region, permission: 'region.view', audit: null, menu: 'region' },
  { ...line('organisation.manage', organisationPaths.units, null), menu: 'organisation' },
  { method: 'get', path: organisationPaths.waiting, permission: 'posts.confirm', audit: null },
  { method: 'post', path: organisationPaths.waiting, permission: 'posts.confirm', audit: 'post.confirmed' },
  managed(organisationPaths.unit),
  managed(organisationPaths.unit, 'unit.changed'),
  managed(organisationPaths.addUnit, 'unit.created'),
  managed(organisationPaths.addPost, 'post.created'),
  managed(organisationPaths.closeUnit, 'unit.closed'),
  managed(organisationPaths.post),
  managed(organisationPaths.post, 'post.changed'),
  managed(organisationPaths.closePost, 'post.closed'),
  managed(organisationPaths.startHolding, 'holding.started'),
  managed(organisationPaths.endHolding, 'holding.ended'),
  managed(organisationPaths.person),
  managed(organisationPaths.person, 'person.renamed'),
  managed(organisationPaths.mergePerson),
  managed(organisationPaths.mergePerson, 'person.merged'),
  { method: 'post', path: organisationPaths.confirm, permission: 'posts.confirm', audit: 'post.confirmed' },
  { method: 'get', path: campaignPaths.list, permission: 'campaigns.manage', audit: null, menu: 'campaigns' },
  { method: 'post', path: campaignPaths.list, permission: 'campaigns.manage', audit: 'campaign.created' },
  { method: 'get', path: campaignPaths.campaign, permission: 'campaigns.manage', audit: null },
  { method: 'post', path: campaignPaths.campaign, permission: 'campaigns.manage', audit: 'campaign.changed' },
  { method: 'get', path: accessPaths.accounts, permission: 'accounts.manage', audit: null, menu: 'accounts' },
  {
    method: 'get',
    path: boardPaths.firstSteps,
    permission: 'accounts.manage',
    audit: null,
    under: 'accounts',
  },
  { method: 'post', path: accessPaths.accounts, permission: 'accounts.manage', audit: 'account.created' },
  { method: 'get', path: accessPaths.newAccount, permission: 'accounts.manage', audit: null },
  { method: 'get', path: accessPaths.roles, permission: 'accounts.manage', audit: null },
  { method: 'get', path: accessPaths.account, permission: 'accounts.manage', audit: null },
  { method: 'post', path: accessPaths.account, permission: 'accounts.manage', audit: 'account.edited' },
  { method: 'post', path: accessPaths.giveRole, permission: 'accounts.manage', audit: 'account.role-given' },
  { method: 'post', path: accessPaths.takeRole, permission: 'accounts.manage', audit: 'account.role-taken' },
  { method: 'post', path: accessPaths.close, permission: 'accounts.manage', audit: 'account.closed' },
  { method: 'post', path: accessPaths.reopen, permission: 'accounts.manage', audit: 'account.reopened' },
  change(accessPaths.resetPassword, 'accounts.manage', 'account.password-reset'),
  change(accessPaths.endSessions, 'accounts.manage', 'account.sessions-ended'),
  { method: 'get', path: batchPaths.batch, permission: 'imports.upload', audit: null },
  { method: 'get', path: batchPaths.undo, permission: 'imports.upload', audit: null },
  { method: 'post', path: batchPaths.undo, permission: 'imports.upload', audit: 'import.undone' },
  { method: 'get', path: powerPaths.list, permission: 'powers.manage', audit: null, menu: 'powers' },
  { method: 'post', path: powerPaths.list, permission: 'powers.manage', audit: 'powers.imported' },
  { method: 'post', path: powerPaths.commit, permission: 'powers.manage', audit: 'powers.imported' },
  { method: 'get', path: formPaths.form, permission: 'forms.view', audit: null },
  { method: 'get', path: importPaths.list, permission: 'imports.upload', audit: null, menu: 'imports' },
  { method: 'get', path: importPaths.new, permission: 'imports.upload', audit: null },
  { method: 'post', path: importPaths.new, permission: 'imports.upload', audit: 'import.uploaded' },
  { method: 'get', path: importPaths.draft, permission: 'imports.upload', audit: null },
  { method: 'post', path: importPaths.decisions, permission: 'imports.upload', audit: 'import.corrected' },
  change(importPaths.addFiles, 'imports.upload', 'import.files-added'),
  change(importPaths.removeFile, 'imports.upload', 'import.file-removed'),
  { method: 'post', path: importPaths.commit, permission: 'imports.upload', audit: 'import.committed' },
  { method: 'post', path: importPaths.discard, permission: 'imports.upload', audit: 'import.discarded' },
  { method: 'get', path: importPaths.problems, permission: 'imports.upload', audit: null },
  { method: 'get', path: auditPaths.trail, permission: 'audit.view', audit: null, menu: 'audit' },
];

/** A page of the office's units, posts and people, or with an audit action a change of them. */
function managed(path: string, change: string | null = null): RouteLine {
  return line('organisation.manage', path, change);
}
