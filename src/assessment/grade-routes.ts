import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { OperationalError } from '../platform/errors.ts';
import type { OtherVersionsOf } from '../risk-points/other-version.ts';
import { pointPath, readPointId } from '../risk-points/paths.ts';
import { pointPage } from '../risk-points/point-page.ts';
import type { PointService } from '../risk-points/point-service.ts';
import { rulebookReach, viewingOf } from '../risk-points/point-viewing-page.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageResponse } from '../web/page.ts';
import type { GradeCommand } from './grade-decision.ts';
import type { GradeDecisionService } from './grade-decision-service.ts';
import { barFault, decidedNotice, staleFaults } from './grade-outcome-page.ts';
import { gradeSection } from './grade-section-page.ts';
import { readSeen, type GradeSeen } from './grade-subject.ts';
import { gradePaths } from './paths.ts';
import { readDecision, type TypedDecision } from './typed-decision.ts';

interface GradeRouteServices {
  readonly points: PointService;
  readonly gradeDecisions: GradeDecisionService;
  readonly otherVersions: OtherVersionsOf;
}

const PERMISSION = {
  override: 'grades.override',
  withdraw: 'grades.override',
  approve: 'grades.approve',
  reopen: 'grades.approve',
} as const;

/** Overriding, approving and reopening the grade of one point. */
export function gradeRoutes(services: GradeRouteServices): readonly ViewerRoute[] {
  return (['override', 'withdraw', 'approve', 'reopen'] as const).map((kind) => ({
    method: 'post',
    path: gradePaths[kind],
    handler: (request) => decide(request, services, kind),
  }));
}

/** What was typed is kept where it is refused, and the point is shown as it stands now. */
async function decide(
  request: ViewerRequest,
  services: GradeRouteServices,
  kind: GradeCommand['kind'],
): Promise<PageResponse> {
  const { viewer, params, body, text } = request;
  const id = readPointId(params['id'] ?? '');
  if (id === null) throw noSuchPoint();
  const reach = reachOf(viewer, PERMISSION[kind]);
  await services.points.find(id, reach);
  const seen = seenOf(id, body['seen'] ?? '');
  const { command, typed, faults } = readDecision(kind, body, text);
  if (command === null) return again(request, services, { id, typed, faults, status: 422 });
  const outcome = await services.gradeDecisions.decide(seen, command, reach, actorOf(viewer));
  switch (outcome.kind) {
    case 'done':
      return { kind: 'redirect', to: pointPath(id), notice: decidedNotice(outcome.decided, command, text) };
    case 'barred': {
      const isChoice = outcome.bar === 'same-as-proposed' || outcome.bar === 'same-as-before';
      const refused = [barFault(outcome.bar, kind, text)];
      return again(request, services, { id, typed, faults: refused, status: isChoice ? 422 : 409 });
    }
    case 'stale':
      return again(request, services, {
        id,
        typed,
        faults: staleFaults(outcome, text),
        status: 409,
        heading: text.grades.stale.heading,
      });
  }
}

interface Refused {
  readonly id: number;
  readonly typed: TypedDecision;
  readonly faults: readonly FormFault[];
  readonly status: number;
  readonly heading?: string;
}

async function again(
  { viewer, text }: ViewerRequest,
  { points, otherVersions }: GradeRouteServices,
  { id, typed, faults, status, heading = text.grades.faultHeading }: Refused,
): Promise<PageResponse> {
  const point = await points.find(id, reachOf(viewer, 'points.view'));
  const others = await otherVersions(point, rulebookReach(viewer));
  const viewing = viewingOf(viewer, point, { gradeSection, others }, text, { typed, faults });
  const model = pointPage(point, text, { ...viewing, faults, faultHeading: heading });
  return { kind: 'page', view: 'risk-points/point', model, status };
}

function seenOf(id: number, written: string): GradeSeen {
  const [seen, ...others] = readSeen(written) ?? [];
  if (seen?.id === id && others.length === 0) return seen;
  throw new OperationalError('invalid', 'unreadable-form', (text) => text.grades.unreadable);
}

function noSuchPoint(): OperationalError {
  return new OperationalError('not-found', 'no-point', (text) => text.riskPoints.point.noSuch);
}
