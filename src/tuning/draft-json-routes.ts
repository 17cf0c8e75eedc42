import { readFile } from 'node:fs/promises';
import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest } from '../access/viewer.ts';
import { reaches } from '../organisation/reach.ts';
import type { OperationalError } from '../platform/errors.ts';
import { LONGEST_RULEBOOK, parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { PageResponse } from '../web/page.ts';
import { draftId } from './draft-id.ts';
import { draftTextOf } from './draft-text.ts';
import { jsonPage, type JsonVisit } from './json-page.ts';
import { draftPath } from './paths.ts';
import type { TuningServices } from './tuning-service.ts';
import { sayingOf } from './workbench-page.ts';

/** The draft's text to read, change and take away; with what was typed and could not be kept, as it was typed. */
export async function showJson(
  request: ViewerRequest,
  services: TuningServices,
  refused: { readonly failure: OperationalError; readonly typed: string } | null = null,
): Promise<PageResponse> {
  if (refused === null) return textPage(request, services, {});
  const { what, fix } = refused.failure.say(request.text);
  const message = request.text.formats.sentences([what, fix]);
  return textPage(request, services, { typed: refused.typed, faults: [{ field: 'text', message }] });
}

/** The draft's text as a file. */
export async function downloadJson(
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
export async function loadJson(request: ViewerRequest, services: TuningServices): Promise<PageResponse> {
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
