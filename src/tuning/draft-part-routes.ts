import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { reaches } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import type { PageResponse } from '../web/page.ts';
import type { Bench } from './bench.ts';
import { BASE } from './base-part-page.ts';
import { CLAUSES } from './clause-part-page.ts';
import { conflictPage } from './conflict-page.ts';
import { draftId } from './draft-id.ts';
import type { DraftPart, PartVisit } from './draft-part-page.ts';
import type { DraftEdit } from './draft-change.ts';
import { SCALES } from './scale-part-page.ts';
import type { TuningServices } from './tuning-service.ts';
import { sayingOf } from './workbench-page.ts';

/** The parts of a draft that have a page of their own: its base, its scales, its clauses. */
export function draftPartRoutes(services: TuningServices): readonly ViewerRoute[] {
  return [...routesOf(BASE, services), ...routesOf(SCALES, services), ...routesOf(CLAUSES, services)];
}

/** The page of a part, and what its forms post. */
function routesOf<Edit extends DraftEdit>(
  part: DraftPart<Edit>,
  services: TuningServices,
): readonly ViewerRoute[] {
  return [
    { method: 'get', path: part.path, handler: (request) => show(part, request, services) },
    { method: 'post', path: part.path, handler: (request) => save(part, request, services) },
  ];
}

async function show<Edit extends DraftEdit>(
  part: DraftPart<Edit>,
  request: ViewerRequest,
  { workbench }: TuningServices,
): Promise<PageResponse> {
  const { viewer, text } = request;
  const bench = await workbench.open(draftId(request), reachOf(viewer, 'rulebooks.view'), text);
  return page(part, request, bench, null);
}

async function save<Edit extends DraftEdit>(
  part: DraftPart<Edit>,
  request: ViewerRequest,
  { workbench }: TuningServices,
): Promise<PageResponse> {
  const { viewer, body, text } = request;
  const [id, reach] = [draftId(request), reachOf(viewer, 'rulebooks.tune')];
  const before = await workbench.open(id, reach, text);
  const change = part.read(body);
  if (change === null)
    throw new OperationalError('invalid', 'no-such-edit', (said) => said.workbench.badEdit);
  const guard = /^\d{1,9}$/u.test(body['guard'] ?? '') ? Number(body['guard']) : 0;
  const outcome = await workbench.edit(id, guard, change, reach, actorOf(viewer));
  const address = part.addressOf(id);
  if (outcome.kind === 'saved') {
    const { end, notice } = part.saved(change, text);
    return { kind: 'redirect', to: address + end, notice };
  }
  if (outcome.kind === 'refused')
    return page(part, request, before, { change, faults: outcome.faults, typed: body });
  const bench = await workbench.open(id, reach, text);
  const model = conflictPage(
    bench,
    { mine: outcome.mine, fields: body, action: address },
    sayingOf(bench, text),
  );
  return { kind: 'page', view: 'tuning/conflict', model, status: 409 };
}

function page<Edit extends DraftEdit>(
  part: DraftPart<Edit>,
  { viewer, query, text }: ViewerRequest,
  bench: Bench,
  refused: PartVisit<Edit>['refused'],
): PageResponse {
  const mayTune = reaches(reachOf(viewer, 'rulebooks.tune'), bench.draft.unitPath);
  const model = part.model(bench, { mayTune, query, refused }, text);
  return { kind: 'page', view: part.view, model, status: refused === null ? 200 : 422 };
}
