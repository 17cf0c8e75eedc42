import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import type { TypedForm } from '../web/form-card.ts';
import type { PageResponse } from '../web/page.ts';
import { ownFactPage, readFacts, refused } from './own-fact-page.ts';
import type { OwnFactService } from './own-fact-service.ts';
import type { OwnFactSheet } from './own-fact-sheet.ts';
import type { FactOwner } from './own-fact.ts';
import { ownFactsPath, pointPath, pointPaths, readPointId } from './paths.ts';

interface FactRouteServices {
  readonly ownFacts: OwnFactService;
}

/** The facts that the bureau added, of one point and of one post. */
export function ownFactRoutes({ ownFacts }: FactRouteServices): readonly ViewerRoute[] {
  const of = (path: string, owner: FactOwner): readonly ViewerRoute[] => [
    { method: 'get', path, handler: (request) => open(request, owner, ownFacts) },
    { method: 'post', path, handler: (request) => save(request, owner, ownFacts) },
  ];
  return [...of(pointPaths.facts, 'risk_point'), ...of(pointPaths.postFacts, 'post')];
}

async function open(
  request: ViewerRequest,
  owner: FactOwner,
  ownFacts: OwnFactService,
): Promise<PageResponse> {
  const { viewer, text } = request;
  const sheet = await ownFacts.find(owner, idOf(request), reachOf(viewer, 'points.assess'));
  return pageOf(sheet, null, 200, text);
}

async function save(
  request: ViewerRequest,
  owner: FactOwner,
  ownFacts: OwnFactService,
): Promise<PageResponse> {
  const { viewer, text, body } = request;
  const [id, reach] = [idOf(request), reachOf(viewer, 'points.assess')];
  const sheet = await ownFacts.find(owner, id, reach);
  const { values, typed } = readFacts(sheet, body, text);
  if (typed.faults.length > 0) return pageOf(sheet, typed, 422, text);
  const outcome = await ownFacts.set(
    owner,
    id,
    { values, guard: body['guard'] ?? '' },
    reach,
    actorOf(viewer),
  );
  if (outcome.kind !== 'saved') {
    const now = await ownFacts.find(owner, id, reach);
    return pageOf(now, refused(typed, text.facts.faults[outcome.kind]), 409, text);
  }
  const { saved, savedNothing } = text.facts;
  const notice = outcome.facts === 0 ? savedNothing : saved(text.formats.count(outcome.facts));
  return { kind: 'redirect', to: owner === 'post' ? ownFactsPath('post', id) : pointPath(id), notice };
}

function pageOf(
  sheet: OwnFactSheet,
  typed: TypedForm | null,
  status: number,
  text: ViewerRequest['text'],
): PageResponse {
  return { kind: 'page', view: 'risk-points/own-facts', model: ownFactPage(sheet, typed, text), status };
}

/** No point and no post has the number 0. */
function idOf({ params }: ViewerRequest): number {
  return readPointId(params['id'] ?? '') ?? 0;
}
