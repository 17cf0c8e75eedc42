import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { reaches } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import type { PageResponse } from '../web/page.ts';
import type { Bench } from './bench.ts';
import { conflictPage } from './conflict-page.ts';
import { draftId } from './draft-id.ts';
import type { EditFault } from './edit-fault.ts';
import { draftPath, rulebookPaths } from './paths.ts';
import { SCALE_FACTS, type ScaleEdit } from './scale-change.ts';
import { readScaleEdit } from './scale-edit-form.ts';
import type { ScaleVisit } from './scale-sheet-page.ts';
import { scalesPage } from './scales-page.ts';
import type { TuningServices } from './tuning-service.ts';
import { sayingOf } from './workbench-page.ts';

/** The scales of a grading draft: their steps, and how the values of the scale in force count on them. */
export function scaleRoutes(services: TuningServices): readonly ViewerRoute[] {
  return [
    { method: 'get', path: rulebookPaths.draftScales, handler: (request) => show(request, services) },
    { method: 'post', path: rulebookPaths.draftScales, handler: (request) => save(request, services) },
  ];
}

async function show(request: ViewerRequest, { workbench }: TuningServices): Promise<PageResponse> {
  const { viewer, text, query } = request;
  const bench = await workbench.open(draftId(request), reachOf(viewer, 'rulebooks.view'), text);
  const at = Number(/^\d$/u.exec(query['at'] ?? '')?.[0] ?? -1);
  const asked = SCALE_FACTS.flatMap((fact): ScaleVisit['asked'][] => {
    if (query['add'] === fact) return [{ kind: 'add', fact, at }];
    return query['remove'] === fact ? [{ kind: 'remove', fact, step: query['step'] ?? '' }] : [];
  });
  return page(request, bench, { asked: asked[0] ?? null, fault: null, typed: {} });
}

async function save(request: ViewerRequest, { workbench }: TuningServices): Promise<PageResponse> {
  const { viewer, body, text } = request;
  const [id, reach] = [draftId(request), reachOf(viewer, 'rulebooks.tune')];
  const before = await workbench.open(id, reach, text);
  const change = readScaleEdit(body);
  if (change === null)
    throw new OperationalError('invalid', 'no-such-edit', (said) => said.workbench.badEdit);
  const guard = /^\d{1,9}$/u.test(body['guard'] ?? '') ? Number(body['guard']) : 0;
  const outcome = await workbench.edit(id, guard, change, reach, actorOf(viewer));
  if (outcome.kind === 'saved') {
    const notice = text.workbench.scales.saved[change.kind];
    return { kind: 'redirect', to: `${draftPath(id, 'scales')}#${change.fact}`, notice };
  }
  if (outcome.kind === 'refused') return page(request, before, refused(change, outcome.fault, body));
  const bench = await workbench.open(id, reach, text);
  const posted = { mine: outcome.mine, fields: body, action: draftPath(id, 'scales') };
  const model = conflictPage(bench, posted, sayingOf(bench, text));
  return { kind: 'page', view: 'tuning/conflict', model, status: 409 };
}

/** The same form again, with what was typed. */
function refused(change: ScaleEdit, fault: EditFault, typed: Readonly<Record<string, string>>): ScaleVisit {
  switch (change.kind) {
    case 'add-step':
      return { asked: { kind: 'add', fact: change.fact, at: change.at }, fault, typed };
    case 'remove-step':
      return { asked: { kind: 'remove', fact: change.fact, step: change.step }, fault, typed };
    default:
      return { asked: null, fault, typed };
  }
}

/** @throws OperationalError `not-found` where the draft has no scales that could be shown */
function page({ viewer, text }: ViewerRequest, bench: Bench, visit: ScaleVisit): PageResponse {
  const mayTune = reaches(reachOf(viewer, 'rulebooks.tune'), bench.draft.unitPath);
  const model = scalesPage(bench, mayTune, visit, text);
  if (model === null) {
    throw new OperationalError('not-found', 'no-scales', (said) => said.workbench.scales.none);
  }
  return { kind: 'page', view: 'tuning/scales', model, status: visit.fault === null ? 200 : 422 };
}
