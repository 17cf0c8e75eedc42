import { readFile } from 'node:fs/promises';
import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { reaches } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import { LONGEST_RULEBOOK, parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { PageResponse } from '../web/page.ts';
import { conflictPage } from './conflict-page.ts';
import { draftId } from './draft-id.ts';
import { draftTextOf } from './draft-text.ts';
import { jsonPage, type JsonVisit } from './json-page.ts';
import { draftPath, rulebookPaths } from './paths.ts';
import type { TuningServices } from './tuning-service.ts';
import { sayingOf } from './workbench-page.ts';

/** The text of a draft: to read, to change, to take away and to load from a file. */
export function draftJsonRoutes(services: TuningServices): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: rulebookPaths.draftJson,
      handler: (request) =>
        request.query['download'] === undefined
          ? textPage(request, services, {})
          : downloadJson(request, services),
    },
    {
      method: 'post',
      path: rulebookPaths.draftJson,
      handler: (request) =>
        request.body['text'] === undefined ? loadJson(request, services) : saveText(request, services),
      upload: true,
    },
  ];
}

/** Keeps the text as it was typed, sound or not; what cannot be kept is shown again. */
async function saveText(request: ViewerRequest, services: TuningServices): Promise<PageResponse> {
  const { viewer, body } = request;
  const { rulebookDrafts, workbench } = services;
  const [id, reach] = [draftId(request), reachOf(viewer, 'rulebooks.tune')];
  const typed = (body['text'] ?? '').replaceAll('\r\n', '\n');
  const saving = { text: typed, guard: Number(body['guard'] ?? 0) };
  try {
    const outcome = await rulebookDrafts.save(id, saving, reach, actorOf(viewer));
    if (outcome.kind === 'saved') {
      return { kind: 'redirect', to: draftPath(id, 'json'), notice: request.text.workbench.saved };
    }
  } catch (failure) {
    if (!(failure instanceof OperationalError) || failure.kind !== 'invalid') throw failure;
    const { what, fix } = failure.say(request.text);
    const message = request.text.formats.sentences([what, fix]);
    return textPage(request, services, { typed, faults: [{ field: 'text', message }] });
  }
  const bench = await workbench.open(id, reach, request.text);
  const parsed = parseRulebook(typed, request.text);
  const mine = 'rulebook' in parsed ? parsed.rulebook : null;
  const posted = { mine, fields: { text: typed }, action: draftPath(id, 'json') };
  const model = conflictPage(bench, posted, sayingOf(bench, request.text));
  return { kind: 'page', view: 'tuning/conflict', model, status: 409 };
}

/** The draft's text as a file. */
async function downloadJson(
  request: ViewerRequest,
  { rulebookDrafts }: TuningServices,
): Promise<PageResponse> {
  const draft = await rulebookDrafts.find(draftId(request), reachOf(request.viewer, 'rulebooks.view'));
  const name = `${draft.name}-${String(draft.id)}.json`;
  return {
    kind: 'download',
    file: { name, contentType: 'application/json; charset=utf-8', content: Buffer.from(draft.text) },
  };
}

/** Puts a file's rulebook in place of the whole text, or refuses it whole, with the places of what is wrong. */
async function loadJson(request: ViewerRequest, services: TuningServices): Promise<PageResponse> {
  const { viewer, body, files, text } = request;
  const { rulebookDrafts } = services;
  const [id, reach] = [draftId(request), reachOf(viewer, 'rulebooks.tune')];
  await rulebookDrafts.find(id, reach);
  const words = text.workbench.json;
  const [file] = files;
  const refuse = (message: string): Promise<PageResponse> =>
    textPage(request, services, { faults: [{ field: 'file', message }] });
  if (file === undefined) return refuse(words.noFile);
  if (file.refusal !== null || file.size > LONGEST_RULEBOOK) return refuse(words.oneFile);
  const parsed = parseRulebook(new TextDecoder().decode(await readFile(file.path)), text);
  if (!('rulebook' in parsed)) return textPage(request, services, { refused: parsed.findings });
  const guard = Number(body['guard'] ?? 0);
  const saved = { text: draftTextOf(parsed.rulebook), guard };
  const outcome = await rulebookDrafts.save(id, saved, reach, actorOf(viewer));
  if (outcome.kind === 'conflict') {
    return textPage(request, services, {
      typed: saved.text,
      faults: [{ field: 'text', message: text.workbench.changedMeanwhile.what }],
    });
  }
  return { kind: 'redirect', to: draftPath(id, 'json'), notice: words.loaded(file.name) };
}

async function textPage(
  request: ViewerRequest,
  { workbench }: TuningServices,
  said: Partial<JsonVisit>,
): Promise<PageResponse> {
  const { viewer, text } = request;
  const bench = await workbench.open(draftId(request), reachOf(viewer, 'rulebooks.view'), text);
  const mayTune = reaches(reachOf(viewer, 'rulebooks.tune'), bench.draft.unitPath);
  const visit = { mayTune, faults: [], typed: null, refused: [], ...said };
  const model = jsonPage(bench, visit, sayingOf(bench, text));
  const isRefused = visit.faults.length + visit.refused.length > 0;
  return { kind: 'page', view: 'tuning/json', model, status: isRefused ? 422 : 200 };
}
