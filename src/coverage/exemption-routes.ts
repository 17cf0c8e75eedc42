import { may, reachOf } from '../access/permission.ts';
import { actorOf, type Viewer, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { isKeyDomain } from '../organisation/key-domain.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageResponse } from '../web/page.ts';
import { unitOf } from './coverage-unit.ts';
import type { DivisionCoverageService } from './division-coverage-service.ts';
import { exemptionListPage } from './exemption-list-page.ts';
import { exemptionPage } from './exemption-page.ts';
import { exemptionRequestPage, type TypedRequest } from './exemption-request-page.ts';
import type { ExemptionService } from './exemption-service.ts';
import { EXEMPTION_COMMANDS, reasonFault, type Exemption, type ExemptionCommand } from './exemption.ts';
import {
  coveragePaths,
  divisionCoveragePath,
  exemptionPath,
  readExemptionQuery,
  readId,
  readRequestQuery,
} from './paths.ts';

interface ExemptionRouteServices {
  readonly exemptions: ExemptionService;
  readonly divisionCoverage: DivisionCoverageService;
}

/** Exemptions: who applied for what, the application, and what was decided. */
export function exemptionRoutes(services: ExemptionRouteServices): readonly ViewerRoute[] {
  const { exemptions } = services;
  return [
    { method: 'get', path: coveragePaths.exemptions, handler: (request) => list(request, services) },
    { method: 'get', path: coveragePaths.requestExemption, handler: (request) => form(request, services) },
    { method: 'post', path: coveragePaths.requestExemption, handler: (request) => apply(request, services) },
    {
      method: 'get',
      path: coveragePaths.exemption,
      handler: async ({ viewer, params, text }) => {
        const exemption = await exemptions.find(idOf(params), reachOf(viewer, 'coverage.view'));
        const visit = { ...visitorOf(viewer, exemption), reason: '', faults: [], staleSince: null };
        return { kind: 'page', view: 'coverage/exemption', model: exemptionPage(exemption, visit, text) };
      },
    },
    {
      method: 'post',
      path: coveragePaths.decideExemption,
      handler: (request) => decide(request, services),
    },
    {
      method: 'post',
      path: coveragePaths.withdrawExemption,
      handler: (request) => withdraw(request, services),
    },
  ];
}

async function list(
  { viewer, query, text }: ViewerRequest,
  { exemptions }: ExemptionRouteServices,
): Promise<PageResponse> {
  const { filter } = readExemptionQuery(query);
  const { year } = filter;
  const all = await exemptions.list(year === undefined ? {} : { year }, reachOf(viewer, 'coverage.view'));
  const decides = may(viewer, 'coverage.decide-exemption');
  return {
    kind: 'page',
    view: 'coverage/exemptions',
    model: exemptionListPage(all, filter, { decides }, text),
  };
}

async function form(
  { viewer, params, query, text }: ViewerRequest,
  { divisionCoverage }: ExemptionRouteServices,
): Promise<PageResponse> {
  const { year, domain } = readRequestQuery(query).filter;
  const reach = reachOf(viewer, 'coverage.request-exemption');
  const found = await divisionCoverage.find(unitOf(params), year === undefined ? {} : { year }, reach);
  const typed = { domain: domain ?? null, reason: '' };
  return {
    kind: 'page',
    view: 'coverage/exemption-request',
    model: exemptionRequestPage(found, typed, [], text),
  };
}

async function apply(
  { viewer, params, query, body, text }: ViewerRequest,
  { exemptions, divisionCoverage }: ExemptionRouteServices,
): Promise<PageResponse> {
  const { year } = readRequestQuery(query).filter;
  const reach = reachOf(viewer, 'coverage.request-exemption');
  const unitId = unitOf(params);
  const found = await divisionCoverage.find(unitId, year === undefined ? {} : { year }, reach);
  const named = body['domain'] ?? '';
  const typed = { domain: isKeyDomain(named) ? named : null, reason: body['reason'] ?? '' };
  const again = (faults: readonly FormFault[]): PageResponse => ({
    kind: 'page',
    view: 'coverage/exemption-request',
    model: exemptionRequestPage(found, typed, faults, text),
    status: 422,
  });
  const { request: words, reasonFaults, done } = text.exemptions;
  const { domain, reason }: TypedRequest = typed;
  const wrong = reasonFault('request', reason);
  const faults = [
    ...(domain === null ? [{ field: 'domain', message: words.domainMissing }] : []),
    ...(wrong === null ? [] : [{ field: 'reason', message: reasonFaults[wrong] }]),
  ];
  if (domain === null || faults.length > 0) return again(faults);
  const outcome = await exemptions.request({ unitId, year, domain, reason }, actorOf(viewer), reach);
  if (outcome.kind === 'already-open') return again([{ field: 'domain', message: words.alreadyOpen }]);
  return {
    kind: 'redirect',
    to: divisionCoveragePath(unitId, year === undefined ? {} : { year }, domain),
    notice: done.requested(found.unit.name, text.terms.keyDomains[domain]),
  };
}

async function decide(request: ViewerRequest, services: ExemptionRouteServices): Promise<PageResponse> {
  const { viewer, params, body } = request;
  const reach = reachOf(viewer, 'coverage.decide-exemption');
  // Who may not see it is told so, whatever they sent.
  await services.exemptions.find(idOf(params), reach);
  return move(request, commandIn(body), reach, services);
}

async function withdraw(request: ViewerRequest, services: ExemptionRouteServices): Promise<PageResponse> {
  return move(request, 'withdraw', reachOf(request.viewer, 'coverage.request-exemption'), services);
}

async function move(
  { viewer, params, body, text }: ViewerRequest,
  command: ExemptionCommand,
  reach: Reach,
  { exemptions }: ExemptionRouteServices,
): Promise<PageResponse> {
  const id = idOf(params);
  const reason = body['reason'] ?? '';
  const seenSteps = readId(body['seen'] ?? '') ?? 0;
  const again = (exemption: Exemption, faults: readonly FormFault[], status: 409 | 422): PageResponse => {
    const staleSince = status === 409 ? seenSteps : null;
    const visit = { ...visitorOf(viewer, exemption), reason, faults, staleSince };
    return { kind: 'page', view: 'coverage/exemption', model: exemptionPage(exemption, visit, text), status };
  };
  const wrong = reasonFault(command, reason);
  if (wrong !== null) {
    const exemption = await exemptions.find(id, reach);
    if (exemption.steps.length !== seenSteps) return again(exemption, [], 409);
    return again(exemption, [{ field: 'reason', message: text.exemptions.reasonFaults[wrong] }], 422);
  }
  const outcome = await exemptions.decide(id, { command, reason, seenSteps }, actorOf(viewer), reach);
  if (outcome.kind === 'stale') return again(outcome.exemption, [], 409);
  const { unit, domain } = outcome.exemption;
  const notice = text.exemptions.done[outcome.state](unit, text.terms.keyDomains[domain]);
  return { kind: 'redirect', to: exemptionPath(id), notice };
}

/** Whether the viewer decides on applications of that unit; their own the page and the service leave out. */
function visitorOf(
  viewer: Viewer,
  { unitPath }: Exemption,
): { readonly accountId: number; readonly decides: boolean } {
  const decides = reaches(reachOf(viewer, 'coverage.decide-exemption'), unitPath);
  return { accountId: viewer.accountId, decides };
}

/** @throws OperationalError `not-found` when the address names no application. */
function idOf(params: ViewerRequest['params']): number {
  const id = readId(params['id'] ?? '');
  if (id !== null) return id;
  throw new OperationalError('not-found', 'no-exemption', (text) => text.exemptions.noSuch);
}

/** @throws OperationalError `invalid` when no button was pressed. */
function commandIn(body: ViewerRequest['body']): ExemptionCommand {
  const command = EXEMPTION_COMMANDS.find((one) => one === body['command']);
  if (command !== undefined && command !== 'withdraw') return command;
  throw new OperationalError('invalid', 'no-decision', (text) => text.exemptions.noDecision);
}
