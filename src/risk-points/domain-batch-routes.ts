import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { OperationalError } from '../platform/errors.ts';
import type { PageResponse } from '../web/page.ts';
import { batchNotice, domainBatchPage } from './domain-batch-page.ts';
import type { DomainDecisionService } from './domain-decision-service.ts';
import { readDecision, readPointIds, readSeen } from './domain-form.ts';
import { batchFaults, domainPickPage, type BatchAsked } from './domain-pick-page.ts';
import { pointPaths, pointsPath, readListAddress, readPointQuery } from './paths.ts';

interface BatchRouteServices {
  readonly domainDecisions: DomainDecisionService;
}

/** Deciding about the domains of many points: first what it would change, then at one stroke. */
export function domainBatchRoutes(services: BatchRouteServices): readonly ViewerRoute[] {
  return [
    { method: 'get', path: pointPaths.domainBatch, handler: (request) => plan(request, services) },
    { method: 'post', path: pointPaths.domainBatch, handler: (request) => decide(request, services) },
  ];
}

async function plan(request: ViewerRequest, { domainDecisions }: BatchRouteServices): Promise<PageResponse> {
  const { viewer, text } = request;
  const reach = reachOf(viewer, 'points.domains');
  const asked = askedIn(request);
  const decision = readDecision(asked.kind, asked.domain);
  const faults = batchFaults(asked, text);
  if (decision === null || faults.length > 0) {
    const length = await domainDecisions.count({ page: 1, ...asked.filter }, reach);
    const model = domainPickPage(asked, length, faults, text);
    return { kind: 'page', view: 'risk-points/domain-pick', model, status: faults.length > 0 ? 422 : 200 };
  }
  const selection = asked.isAll ? { filter: { page: 1, ...asked.filter } } : { ids: asked.ids };
  const planned = await domainDecisions.plan(selection, decision, reach);
  const href = pointsPath(asked.filter);
  const model = domainBatchPage(planned, { href, search: searchIn(href) }, [], text);
  return { kind: 'page', view: 'risk-points/domain-batch', model };
}

/** Where points changed before the confirmation, it is asked for anew. */
async function decide(
  { viewer, body, text }: ViewerRequest,
  { domainDecisions }: BatchRouteServices,
): Promise<PageResponse> {
  const reach = reachOf(viewer, 'points.domains');
  const decision = readDecision(body['decision'] ?? '', body['to'] ?? '');
  const seen = readSeen(body['seen'] ?? '');
  if (decision === null || seen === null) {
    throw new OperationalError('invalid', 'unreadable-form', (words) => words.domains.unreadable);
  }
  const href = readListAddress(body['list'] ?? '');
  const outcome = await domainDecisions.decide(seen, decision, reach, actorOf(viewer));
  if (outcome.kind === 'done') return { kind: 'redirect', to: href, notice: batchNotice(outcome.plan, text) };
  const planned = await domainDecisions.plan({ ids: seen.map(({ id }) => id) }, decision, reach);
  const stale = outcome.kind === 'stale' ? outcome.points : outcome.barred;
  const model = domainBatchPage(planned, { href, search: searchIn(href) }, stale, text);
  return { kind: 'page', view: 'risk-points/domain-batch', model, status: 409 };
}

function askedIn({ query, choices }: ViewerRequest): BatchAsked {
  return {
    filter: readPointQuery(query).filter,
    isAll: query['of'] === 'all',
    ids: readPointIds(choices['point'] ?? []),
    kind: query['decision'] ?? '',
    domain: query['to'] ?? '',
  };
}

function searchIn(address: string): string {
  return address.split('?')[1] ?? '';
}
