import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { OperationalError } from '../platform/errors.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageResponse } from '../web/page.ts';
import type { DomainDecisionService } from './domain-decision-service.ts';
import { readDecision } from './domain-form.ts';
import { decidedNotice, staleFaults } from './domain-outcome-page.ts';
import type { OtherVersionsOf } from './other-version.ts';
import { pointPath, pointPaths, readPointId } from './paths.ts';
import { pointPage } from './point-page.ts';
import { rulebookReach, viewingOf, type GradeSectionOf } from './point-viewing-page.ts';
import type { PointService } from './point-service.ts';

interface DomainRouteServices {
  readonly gradeSection: GradeSectionOf;
  readonly otherVersions: OtherVersionsOf;
  readonly points: PointService;
  readonly domainDecisions: DomainDecisionService;
}

/** Deciding about the domains of one point. */
export function domainRoutes(services: DomainRouteServices): readonly ViewerRoute[] {
  return [{ method: 'post', path: pointPaths.domains, handler: (request) => decide(request, services) }];
}

/** Where somebody was faster, or nothing was chosen, the page is shown again as it stands now. */
async function decide(request: ViewerRequest, services: DomainRouteServices): Promise<PageResponse> {
  const { viewer, params, body, text } = request;
  const id = readPointId(params['id'] ?? '');
  if (id === null) throw noSuchPoint();
  const decision = readDecision(body['decision'] ?? '', body['domain'] ?? '');
  if (decision === null) {
    const message = text.domains.noneMissing;
    return again(request, services, id, 422, [{ field: 'add-domain', message }], text.domains.faultHeading);
  }
  const seen = [{ id, guard: Number(body['guard'] ?? '') }];
  const reach = reachOf(viewer, 'points.domains');
  const outcome = await services.domainDecisions.decide(seen, decision, reach, actorOf(viewer));
  switch (outcome.kind) {
    case 'done':
      return { kind: 'redirect', to: pointPath(id), notice: decidedNotice(outcome.plan, text) };
    case 'barred': {
      const message = text.domains.barred[outcome.bar];
      return again(
        request,
        services,
        id,
        409,
        [{ field: 'domains-heading', message }],
        text.domains.faultHeading,
      );
    }
    case 'stale': {
      const point = await services.points.find(id, reachOf(viewer, 'points.view'));
      const faults = staleFaults(point, Number(body['events'] ?? ''), decision, text);
      return again(request, services, id, 409, faults, text.domains.staleHeading);
    }
  }
}

async function again(
  { viewer, body, text }: ViewerRequest,
  { points, gradeSection, otherVersions }: DomainRouteServices,
  id: number,
  status: number,
  faults: readonly FormFault[],
  faultHeading: string,
): Promise<PageResponse> {
  const point = await points.find(id, reachOf(viewer, 'points.view'));
  const others = await otherVersions(point, rulebookReach(viewer));
  const viewing = viewingOf(viewer, point, { gradeSection, others }, text);
  if (!viewing.mayDecide) throw noSuchPoint();
  const chosen = body['domain'] ?? '';
  const model = pointPage(point, text, { ...viewing, faults, faultHeading, chosen });
  return { kind: 'page', view: 'risk-points/point', model, status };
}

function noSuchPoint(): OperationalError {
  return new OperationalError('not-found', 'no-point', (text) => text.riskPoints.point.noSuch);
}
