import { readFile } from 'node:fs/promises';
import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { reaches } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import type { ParsingWorker } from '../intake/parsing-worker-service.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { PageResponse } from '../web/page.ts';
import { conflictPage } from './conflict-page.ts';
import { draftId } from './draft-id.ts';
import { draftTextOf } from './draft-text.ts';
import { jsonPage, type JsonVisit } from './json-page.ts';
import { draftPath, rulebookPaths } from './paths.ts';
import { rulebookToLoad } from './rulebook-file-service.ts';
import { jsonFile, tableFile } from './rulebook-download-page.ts';
import type { TuningServices } from './tuning-service.ts';
import { sayingOf } from './workbench-page.ts';

type Services = TuningServices & { readonly parsing: ParsingWorker };

/** The text of a draft: to read, to change, to take away as a file and to load from one. */
export function draftJsonRoutes(services: Services): readonly ViewerRoute[] {
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
      method: 'get',
      path: rulebookPaths.draftTable,
      handler: (request) => downloadTable(request, services),
    },
    { method: 'post', path: rulebookPaths.draftJson, handler: (request) => saveText(request, services) },
    {
      method: 'post',
      path: rulebookPaths.importDraft,
      handler: (request) => loadFile(request, services),
      upload: true,
    },
  ];
}

/** Keeps the text as it was typed, sound or not; what cannot be kept is shown again. */
async function saveText(request: ViewerRequest, services: Services): Promise<PageResponse> {
  const typed = (request.body['text'] ?? '').replaceAll('\r\n', '\n');
  const notice = request.text.workbench.saved;
  return keep(request, services, { text: typed, from: 'page', notice });
}

interface Kept {
  readonly text: string;
  readonly from: 'page' | 'file';
  readonly notice: string;
}

async function keep(request: ViewerRequest, services: Services, kept: Kept): Promise<PageResponse> {
  const { viewer, body, text } = request;
  const [id, reach] = [draftId(request), reachOf(viewer, 'rulebooks.tune')];
  const saving = { text: kept.text, guard: Number(body['guard'] ?? 0), from: kept.from };
  try {
    const outcome = await services.rulebookDrafts.save(id, saving, reach, actorOf(viewer));
    if (outcome.kind === 'saved') {
      return { kind: 'redirect', to: draftPath(id, 'json'), notice: kept.notice };
    }
  } catch (failure) {
    if (!(failure instanceof OperationalError) || failure.kind !== 'invalid') throw failure;
    const { what, fix } = failure.say(text);
    const message = text.formats.sentences([what, fix]);
    const isTyped = kept.from === 'page';
    const fault = { field: isTyped ? 'text' : 'file', message };
    return textPage(request, services, { typed: isTyped ? kept.text : null, faults: [fault] });
  }
  const bench = await services.workbench.open(id, reach, text);
  const parsed = parseRulebook(kept.text, text);
  const mine = 'rulebook' in parsed ? parsed.rulebook : null;
  const posted = { mine, fields: { text: kept.text }, action: draftPath(id, 'json') };
  const model = conflictPage(bench, posted, sayingOf(bench, text));
  return { kind: 'page', view: 'tuning/conflict', model, status: 409 };
}

/** The draft's text as a file. */
async function downloadJson(request: ViewerRequest, { rulebookDrafts }: Services): Promise<PageResponse> {
  const draft = await rulebookDrafts.find(draftId(request), reachOf(request.viewer, 'rulebooks.view'));
  return jsonFile(`${draft.name}-${String(draft.id)}`, draft.text);
}

/** The draft as an Excel decision table; a text that is no sound rulebook has none. */
async function downloadTable(request: ViewerRequest, services: Services): Promise<PageResponse> {
  const { viewer, text } = request;
  const draft = await services.rulebookDrafts.find(draftId(request), reachOf(viewer, 'rulebooks.view'));
  const parsed = parseRulebook(draft.text, text);
  if ('rulebook' in parsed) return tableFile(`${draft.name}-${String(draft.id)}`, parsed.rulebook);
  return textPage(request, services, { faults: [{ field: 'text', message: text.workbench.json.noTable }] });
}

/** Puts a file's rulebook in place of the whole text, or refuses it whole, with the places of what is wrong. */
async function loadFile(request: ViewerRequest, services: Services): Promise<PageResponse> {
  const { viewer, files, text } = request;
  await services.rulebookDrafts.find(draftId(request), reachOf(viewer, 'rulebooks.tune'));
  const words = text.workbench.json;
  const [file, ...more] = files;
  const refuse = (message: string): Promise<PageResponse> =>
    textPage(request, services, { faults: [{ field: 'file', message }] });
  if (file === undefined) return refuse(words.noFile);
  if (file.refusal !== null || more.length > 0) return refuse(words.oneFile);
  const read = await rulebookToLoad(await readFile(file.path), file.name, services.parsing, text);
  if ('findings' in read) return textPage(request, services, { refused: read.findings });
  const kept = { text: draftTextOf(read.rulebook), from: 'file', notice: words.loaded(file.name) } as const;
  return keep(request, services, kept);
}

async function textPage(
  request: ViewerRequest,
  { workbench }: Services,
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
