import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { pointsPath, readPointQuery } from '../risk-points/paths.ts';
import type { PageResponse } from '../web/page.ts';
import { batchApprovedNotice, batchRefusals } from './grade-batch-outcome-page.ts';
import { gradeBatchPage, type BatchTyped } from './grade-batch-page.ts';
import type { GradeBatchService } from './grade-batch-service.ts';
import { readSeen, type GradeSeen } from './grade-subject.ts';
import { gradePaths } from './paths.ts';
import { readDecision } from './typed-decision.ts';

interface Services {
  readonly gradeBatches: GradeBatchService;
}

const NOTHING_TYPED: BatchTyped = { isAll: false, chosen: new Set(), minutes: '', faults: [], heading: '' };

/** Approving the grades of a list under one number of the minutes. */
export function gradeBatchRoutes(services: Services): readonly ViewerRoute[] {
  const path = gradePaths.approveList;
  return [
    { method: 'get', path, handler: (request) => show(request, services, request.query, NOTHING_TYPED, 200) },
    { method: 'post', path, handler: (request) => approve(request, services) },
  ];
}

async function show(
  { viewer, text }: ViewerRequest,
  { gradeBatches }: Services,
  query: Readonly<Record<string, string>>,
  typed: BatchTyped,
  status: number,
): Promise<PageResponse> {
  const { filter } = readPointQuery(query);
  const found = await gradeBatches.approvable({ page: 1, ...filter }, reachOf(viewer, 'grades.approve'));
  const model = gradeBatchPage(found, filter, typed, text);
  return { kind: 'page', view: 'assessment/approve-list', model, status };
}

/** Where a point may not be approved nothing is, and all that was typed and chosen is kept. */
async function approve(request: ViewerRequest, services: Services): Promise<PageResponse> {
  const { viewer, body, text } = request;
  const query = Object.fromEntries(new URLSearchParams(body['list'] ?? ''));
  const [isAll, seen] = [body['of'] === 'all', seenIn(request)];
  const { command, typed, faults } = readDecision('approve', body, text);
  const kept = { isAll, chosen: new Set(seen.map(({ id }) => id)), minutes: typed.why };
  const missing = seen.length > 0 ? [] : [{ field: 'approve-of', message: text.grades.batch.noneChosen }];
  if (command?.kind !== 'approve' || missing.length > 0) {
    const refused = { ...kept, faults: [...missing, ...faults], heading: text.grades.faultHeading };
    return show(request, services, query, refused, 422);
  }
  const reach = reachOf(viewer, 'grades.approve');
  const outcome = await services.gradeBatches.approve(seen, command.minutes, reach, actorOf(viewer));
  if (outcome.kind === 'done') {
    const to = pointsPath({ ...readPointQuery(query).filter, page: 1 });
    return { kind: 'redirect', to, notice: batchApprovedNotice(outcome.decided, text) };
  }
  const { batch } = text.grades;
  const heading = batch.refused(text.formats.count(outcome.refusals.length));
  return show(
    request,
    services,
    query,
    { ...kept, faults: batchRefusals(outcome.refusals, text), heading },
    409,
  );
}

/** The points as the page showed them: those that are ticked, or all of the list. */
function seenIn({ body, choices }: ViewerRequest): readonly GradeSeen[] {
  const written = body['of'] === 'all' ? [body['all'] ?? ''] : (choices['seen'] ?? []);
  return written.flatMap((one) => readSeen(one) ?? []);
}
