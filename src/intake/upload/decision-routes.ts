import type { ViewerRequest, ViewerRoute } from '../../access/viewer.ts';
import { OperationalError } from '../../platform/errors.ts';
import type { PageResponse } from '../../web/page.ts';
import { draftPath, importPaths, readId, readRowsShown, readStage, STAGES } from '../paths.ts';
import { withoutClashes } from './column-clash.ts';
import { decisionsIn } from './decision-fields.ts';
import { draftShower, isStale, onDraft, type DraftWork, type ShowDraft } from './draft-answer-page.ts';
import type { DraftCommitService } from './draft-commit-service.ts';
import type { DraftFilesService } from './draft-files-service.ts';
import type { DraftNews } from './draft-page.ts';
import type { ImportDraftService } from './import-draft-service.ts';
import { judgedDecisions } from './judged-decisions.ts';
import { asksMore, newNames } from './new-names.ts';
import { addedFaults, receivedFiles, unreadableFaults } from './received-files.ts';
import type { DraftView, Uploader } from './uploader.ts';

interface DecisionRouteServices {
  readonly drafts: ImportDraftService;
  readonly draftCommits: DraftCommitService;
  readonly draftFiles: DraftFilesService;
}

const UNCHANGED: DraftNews = { stale: { what: 'draft', conflicts: [], taken: 0 } };

/** What people decide on an upload: what its parts mean, which files stay, whether it is given up. */
export function decisionRoutes({
  drafts,
  draftCommits,
  draftFiles,
}: DecisionRouteServices): readonly ViewerRoute[] {
  const show = draftShower(draftCommits);
  const decide: DraftWork = (request, view, uploader) =>
    decideOn({ request, uploader, drafts, show }, view, TRIES);
  return [
    { method: 'post', path: importPaths.decisions, handler: onDraft(drafts, decide) },
    {
      method: 'post',
      path: importPaths.addFiles,
      upload: true,
      handler: onDraft(drafts, fileAdder(draftFiles, show)),
    },
    { method: 'post', path: importPaths.removeFile, handler: onDraft(drafts, fileRemover(drafts, show)) },
    { method: 'post', path: importPaths.discard, handler: onDraft(drafts, discarder(drafts, show)) },
  ];
}

function fileAdder(draftFiles: DraftFilesService, show: ShowDraft): DraftWork {
  return async (request, view, uploader) => {
    const { body, files, text } = request;
    const stage = readStage(body['stage']);
    if (isStale(request, view)) return show(request, view, stage, UNCHANGED);
    const faults = addedFaults(files, view.files, text);
    if (faults.length > 0) return show(request, view, stage, { faults });
    const added = await draftFiles.add(view, uploader, receivedFiles(files));
    if (!added.isKept) return show(request, view, stage, { faults: unreadableFaults(added.files, text) });
    const notice = text.uploads.draft.added(text.formats.count(added.files.length));
    return { kind: 'redirect', to: draftPath(view.draft.id), notice };
  };
}

function fileRemover(drafts: ImportDraftService, show: ShowDraft): DraftWork {
  return async (request, view, uploader) => {
    const { body, text } = request;
    if (isStale(request, view)) return show(request, view, readStage(body['stage']), UNCHANGED);
    const file = view.files.find(({ id }) => id === readId(body['file']));
    const to = draftPath(view.draft.id);
    if (file === undefined) return { kind: 'redirect', to };
    await drafts.removeFile(view, uploader, file.id);
    return { kind: 'redirect', to, notice: text.uploads.draft.removed(file.name) };
  };
}

function discarder(drafts: ImportDraftService, show: ShowDraft): DraftWork {
  return async (request, view, uploader) => {
    const { body, text } = request;
    if (isStale(request, view)) return show(request, view, readStage(body['stage']), UNCHANGED);
    await drafts.discard(view, uploader);
    return { kind: 'redirect', to: importPaths.list, notice: text.uploads.draft.discarded };
  };
}

interface Deciding {
  readonly request: ViewerRequest;
  readonly uploader: Uploader;
  readonly drafts: ImportDraftService;
  readonly show: ShowDraft;
}

/** How often a form is judged anew because another page was faster at the same moment. */
const TRIES = 5;

/** Takes what a form decides; what another page decided meanwhile is shown beside it instead. */
async function decideOn(deciding: Deciding, view: DraftView, tries: number): Promise<PageResponse> {
  const { request, uploader, drafts, show } = deciding;
  const { body } = request;
  const isOld = isStale(request, view);
  const isCreatingAll = body['create-all'] !== undefined && isOld;
  const made = body['create-all'] === undefined || isOld ? [] : newNames(view);
  const { taken, conflicts } = judgedDecisions([...made, ...decisionsIn(body)], view, isOld);
  const { kept, clashes } = withoutClashes(taken, view.files);
  try {
    if (kept.length > 0) await drafts.decide(view, uploader, kept);
  } catch (error) {
    const isOvertaken = error instanceof OperationalError && error.kind === 'conflict';
    const now = isOvertaken && tries > 1 ? await drafts.find(view.draft.id, uploader) : null;
    if (now === null) throw error;
    return decideOn(deciding, now, tries - 1);
  }
  const now = (await drafts.find(view.draft.id, uploader)) ?? view;
  const isStopped = conflicts.length > 0 || isCreatingAll;
  if (!isStopped && clashes.length > 0) return show(request, now, 'columns', { clashes });
  if (!isStopped) return afterwards(request, view, now, kept.length);
  const what = conflicts.length > 0 ? 'decisions' : 'createAll';
  const stale = { what, conflicts, taken: kept.length } as const;
  return show(request, now, readStage(body['stage']), { stale, clashes });
}

/** Back to the stage that was decided on, or to the next one; not past questions that the answers raised there. */
function afterwards(
  { body, text }: ViewerRequest,
  before: DraftView,
  now: DraftView,
  decided: number,
): PageResponse {
  const { id } = now.draft;
  const { saved, asksMore: more } = text.uploads.draft;
  const stage = readStage(body['stage']) ?? 'columns';
  const isOn = body['go'] === 'on';
  const isHeld = isOn && stage === 'values' && asksMore(before, now);
  const next = STAGES[STAGES.indexOf(stage) + 1] ?? 'commit';
  const to = isOn && !isHeld ? draftPath(id, next) : draftPath(id, stage, readRowsShown(body));
  if (decided === 0) return { kind: 'redirect', to };
  const said = saved(text.formats.count(decided));
  return { kind: 'redirect', to, notice: text.formats.sentences(isHeld ? [said, more] : [said]) };
}
