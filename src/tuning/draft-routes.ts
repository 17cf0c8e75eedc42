import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { reaches } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { PageResponse } from '../web/page.ts';
import { wholeNumber } from '../web/query-fields.ts';
import type { Bench } from './bench.ts';
import { conflictPage } from './conflict-page.ts';
import { draftId } from './draft-id.ts';
import { gradeIn, readEdit } from './draft-edit-form.ts';
import type { DraftEdit } from './draft-change.ts';
import { faultAt, type EditFault } from './edit-fault.ts';
import { editFaultWords } from './edit-fault-page.ts';
import { draftPath, rulebookPaths } from './paths.ts';
import type { TuningServices } from './tuning-service.ts';
import { sayingOf, workbenchPage } from './workbench-page.ts';
import { versionPaths } from './version-paths.ts';

/** Drafts of rulebooks: opening one, the workbench, its changes, its text. */
export function draftRoutes(services: TuningServices): readonly ViewerRoute[] {
  return [
    { method: 'post', path: rulebookPaths.drafts, handler: (request) => create(request, services) },
    { method: 'get', path: rulebookPaths.draft, handler: (request) => show(request, services) },
    { method: 'post', path: rulebookPaths.saveDraft, handler: (request) => save(request, services) },
    { method: 'post', path: rulebookPaths.discardDraft, handler: (request) => discard(request, services) },
  ];
}

async function create(
  { viewer, body, text }: ViewerRequest,
  services: TuningServices,
): Promise<PageResponse> {
  const { rulebookDrafts } = services;
  const reach = reachOf(viewer, 'rulebooks.tune');
  const [version, unit] = [body['version'], body['unit']].map((id) => ID.read(id ?? '') ?? 0);
  try {
    const id = await rulebookDrafts.create(version ?? 0, unit ?? 0, reach, actorOf(viewer));
    const { name, text: written } = await rulebookDrafts.find(id, reach);
    const parsed = parseRulebook(written);
    const title = 'rulebook' in parsed ? text.formats.inThisLanguage(parsed.rulebook.title) : name;
    return { kind: 'redirect', to: draftPath(id), notice: text.workbench.created(title) };
  } catch (failure) {
    const open = await rulebookDrafts.openFor(version ?? 0, unit ?? 0, reach);
    if (!(failure instanceof OperationalError) || open === null) throw failure;
    return { kind: 'redirect', to: draftPath(open), notice: text.workbench.continued };
  }
}

async function show(request: ViewerRequest, { workbench }: TuningServices): Promise<PageResponse> {
  const { viewer, text, sessionKey } = request;
  const [id, reach] = [draftId(request), reachOf(viewer, 'rulebooks.view')];
  const bench = await (isLive(request)
    ? workbench.openLive(sessionKey, id, reach, text)
    : workbench.open(id, reach, text));
  return benchPage(request, bench, null);
}

/** Asked by the page's script, which posts the next change before it has seen what follows from this one. */
function isLive({ query }: ViewerRequest): boolean {
  return query['live'] !== undefined;
}

/** One small change of the rulebook. */
async function save(request: ViewerRequest, services: TuningServices): Promise<PageResponse> {
  const { viewer, body } = request;
  const { rulebookDrafts, workbench } = services;
  const [id, reach, actor] = [draftId(request), reachOf(viewer, 'rulebooks.tune'), actorOf(viewer)];
  await rulebookDrafts.find(id, reach);
  const guard = ID.read(body['guard'] ?? '') ?? 0;
  const change = await changeIn(request, services);
  if ('fault' in change) return benchPage(request, await workbench.open(id, reach, request.text), change);
  const outcome = await workbench.edit(id, guard, change, reach, actor);
  if (outcome.kind === 'conflict') return conflict(request, services, outcome.mine);
  if (outcome.kind === 'saved') {
    const to = draftPath(id);
    return isLive(request) ? { kind: 'json', body: { guard: outcome.guard, to } } : { kind: 'redirect', to };
  }
  return benchPage(request, await workbench.open(id, reach, request.text), outcome.faults[0]);
}

/** @throws OperationalError `invalid` when the form asks for nothing that a draft could take */
async function changeIn(
  request: ViewerRequest,
  { workbench }: TuningServices,
): Promise<DraftEdit | EditFault> {
  const { body, viewer, text } = request;
  const change = readEdit(body);
  if (change !== null) return change;
  const [pointId, grade] = [ID.read(body['point']?.trim() ?? ''), gradeIn(body)];
  const { draft, parsed } = await workbench.open(draftId(request), reachOf(viewer, 'rulebooks.tune'), text);
  const rulebook = 'rulebook' in parsed ? parsed.rulebook : null;
  if (body['edit'] !== 'point-example' || grade === undefined || rulebook?.kind !== 'grading') {
    throw new OperationalError('invalid', 'no-such-edit', (said) => said.workbench.badEdit);
  }
  const facts = await workbench.exampleFacts(rulebook, pointId ?? 0, draft.unitPath).catch(noPoint);
  if (facts === null) return faultAt('point', 'unknown');
  const name = text.workbench.examples.pointName(pointId ?? 0);
  return { kind: 'add-example', example: { name: { zh: name, en: name }, facts, expect: { grade } } };
}

function noPoint(failure: unknown): null {
  if (failure instanceof OperationalError && failure.kind === 'not-found') return null;
  throw failure;
}

async function discard(request: ViewerRequest, { rulebookDrafts }: TuningServices): Promise<PageResponse> {
  const { viewer, body, text } = request;
  const guard = ID.read(body['guard'] ?? '') ?? 0;
  await rulebookDrafts.discard(draftId(request), guard, reachOf(viewer, 'rulebooks.tune'), actorOf(viewer));
  return { kind: 'redirect', to: versionPaths.rulebooks, notice: text.workbench.discarded };
}

/** Somebody was faster: the page with both versions, and what was posted kept. */
async function conflict(
  request: ViewerRequest,
  { workbench }: TuningServices,
  mine: Rulebook | null,
): Promise<PageResponse> {
  const { viewer, body, text } = request;
  const bench = await workbench.open(draftId(request), reachOf(viewer, 'rulebooks.tune'), text);
  const posted = { mine, fields: body, action: draftPath(bench.draft.id, 'save') };
  const model = conflictPage(bench, posted, sayingOf(bench, text));
  return { kind: 'page', view: 'tuning/conflict', model, status: 409 };
}

function benchPage(
  { viewer, body, text }: ViewerRequest,
  bench: Bench,
  fault: EditFault | null,
): PageResponse {
  const mayTune = reaches(reachOf(viewer, 'rulebooks.tune'), bench.draft.unitPath);
  const message = fault === null ? '' : editFaultWords(fault, text);
  const isOfPoint = fault?.field === 'point';
  const said = fault === null ? [] : [{ field: isOfPoint ? 'point-number' : 'bench', message }];
  const model = workbenchPage(bench, { mayTune, faults: said, typed: isOfPoint ? body : {} }, text);
  return { kind: 'page', view: 'tuning/workbench', model, status: fault === null ? 200 : 422 };
}

const ID = wholeNumber('id', 1, Number.MAX_SAFE_INTEGER);
