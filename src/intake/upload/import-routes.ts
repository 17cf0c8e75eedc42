import type { ViewerRequest, ViewerRoute } from '../../access/viewer.ts';
import { OperationalError } from '../../platform/errors.ts';
import type { PageResponse } from '../../web/page.ts';
import { batchPath } from '../batch-paths.ts';
import { errorWorkbook } from '../error-workbook.ts';
import { draftPath, importPaths, readId, readRowsShown, readStage, STAGES, type Stage } from '../paths.ts';
import { decisionsIn } from './decision-fields.ts';
import type { DraftCommitService } from './draft-commit-service.ts';
import { draftPage } from './draft-page.ts';
import { firstOpenStage } from './open-questions-page.ts';
import type { DraftCorrection } from './import-draft.ts';
import type { ImportDraftService } from './import-draft-service.ts';
import { importListPage } from './import-list-page.ts';
import { isRealChange } from './real-change.ts';
import { uploaderOf, type DraftView, type Uploader } from './uploader.ts';
import { isPlainlyNew } from './values-page.ts';

interface ImportRouteServices {
  readonly drafts: ImportDraftService;
  readonly draftCommits: DraftCommitService;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Work = (request: ViewerRequest, view: DraftView, uploader: Uploader) => Promise<PageResponse>;

/** What was imported, and uploads on their way: looked through, put right, imported or given up. */
export function importRoutes({ drafts, draftCommits }: ImportRouteServices): readonly ViewerRoute[] {
  const show = draftShower(draftCommits);
  const onDraft =
    (work: Work): ViewerRoute['handler'] =>
    async (request) => {
      const uploader = uploaderOf(request.viewer);
      const view = await drafts.find(draftId(request), uploader);
      if (view !== null) return work(request, view, uploader);
      return { kind: 'redirect', to: importPaths.list, notice: request.text.uploads.ended };
    };
  const atItsStage: Work = (request, view, uploader) =>
    show(request, view, uploader, readStage(request.query['stage']));
  return [
    { method: 'get', path: importPaths.list, handler: (request) => list(request, drafts) },
    { method: 'get', path: importPaths.draft, handler: onDraft(atItsStage) },
    { method: 'post', path: importPaths.decisions, handler: onDraft(decider(drafts)) },
    { method: 'post', path: importPaths.removeFile, handler: onDraft(fileRemover(drafts)) },
    { method: 'post', path: importPaths.discard, handler: onDraft(discarder(drafts)) },
    { method: 'post', path: importPaths.commit, handler: committer(drafts, draftCommits, show) },
    { method: 'get', path: importPaths.problems, handler: onDraft(problems) },
  ];
}

async function list({ viewer, text }: ViewerRequest, drafts: ImportDraftService): Promise<PageResponse> {
  const uploader = uploaderOf(viewer);
  const model = importListPage(await drafts.open(uploader), await drafts.batches(uploader), text);
  return { kind: 'page', view: 'imports/list', model };
}

function fileRemover(drafts: ImportDraftService): Work {
  return async ({ body, text }, view, uploader) => {
    const file = view.files.find(({ id }) => id === readId(body['file']));
    const to = draftPath(view.draft.id);
    if (file === undefined) return { kind: 'redirect', to };
    await drafts.removeFile(view, uploader, file.id);
    return { kind: 'redirect', to, notice: text.uploads.draft.removed(file.name) };
  };
}

function discarder(drafts: ImportDraftService): Work {
  return async ({ text }, view, uploader) => {
    await drafts.discard(view, uploader);
    return { kind: 'redirect', to: importPaths.list, notice: text.uploads.draft.discarded };
  };
}

/** The findings as a workbook, to send back to those who filled the files in. */
const problems: Work = async ({ text }, { files }) => {
  const content = await errorWorkbook(
    files.map(({ reading }) => reading.read),
    text,
  );
  const file = { name: text.uploads.draft.problemsName, contentType: WORKBOOK, content };
  return { kind: 'download', file };
};

type Show = (
  request: ViewerRequest,
  view: DraftView,
  uploader: Uploader,
  stage: Stage | null,
  isRefused?: boolean,
) => Promise<PageResponse>;

function draftShower(draftCommits: DraftCommitService): Show {
  return async ({ query, text }, view, uploader, asked, isRefused = false) => {
    const stage = asked ?? firstOpenStage(view);
    const preview = stage === 'commit' ? await draftCommits.preview(view, uploader) : null;
    const shown = { view, preview, stage, rows: readRowsShown(query), isRefused };
    const answer = { kind: 'page', view: 'imports/draft', model: draftPage(shown, text) } as const;
    return isRefused ? { ...answer, status: 422 } : answer;
  };
}

function decider(drafts: ImportDraftService): Work {
  return async ({ body, text }, view, uploader) => {
    const made = body['create-all'] === undefined ? [] : newNames(view);
    const decisions = [...made, ...decisionsIn(body)].filter((decided) => isRealChange(decided, view));
    const stage = readStage(body['stage']) ?? 'columns';
    const next = STAGES[STAGES.indexOf(stage) + 1] ?? 'commit';
    const to = draftPath(
      view.draft.id,
      body['go'] === 'on' ? next : stage,
      body['go'] === 'on' ? undefined : readRowsShown(body),
    );
    if (decisions.length === 0) return { kind: 'redirect', to };
    await drafts.decide(view, uploader, decisions);
    const notice = text.uploads.draft.saved(text.formats.count(decisions.length));
    return { kind: 'redirect', to, notice };
  };
}

/** All names that nothing on file is like are new ones. */
function newNames({ names, mayCreateUnits }: DraftView): readonly DraftCorrection[] {
  const units = (mayCreateUnits ? names.units : []).filter(isPlainlyNew).map(({ written }) => ({
    fileId: null,
    correction: { kind: 'unit', written, unitId: null } as const,
  }));
  const posts = names.posts.filter(isPlainlyNew).map(({ unitId, written }) => ({
    fileId: null,
    correction: { kind: 'post', unitId, written, postId: null } as const,
  }));
  return [...units, ...posts];
}

/** Imports a draft as its page showed it; the same draft twice does nothing twice. */
function committer(
  drafts: ImportDraftService,
  draftCommits: DraftCommitService,
  show: Show,
): ViewerRoute['handler'] {
  return async (request) => {
    const { text, body, viewer } = request;
    const uploader = uploaderOf(viewer);
    const id = draftId(request);
    const view = await drafts.find(id, uploader);
    if (view === null) {
      const { state, batchId } = await drafts.own(id, uploader);
      const notice = state === 'committed' ? text.uploads.endedAlready : text.uploads.ended;
      return { kind: 'redirect', to: batchId === null ? importPaths.list : batchPath(batchId), notice };
    }
    if (body['guard'] !== String(view.draft.guard)) {
      throw new OperationalError('conflict', 'draft-changed', (words) => words.uploads.changed);
    }
    const result = await draftCommits.commit(view, uploader);
    if (!result.written) return show(request, view, uploader, 'commit', true);
    const { done } = text.uploads.commit;
    const { count } = text.formats;
    const { created, replaced, unchanged, assessed, batchId } = result;
    const notice =
      batchId === null
        ? text.uploads.commit.nothingNew
        : done(count(created), count(replaced), count(unchanged), count(assessed));
    return { kind: 'redirect', to: batchId === null ? importPaths.list : batchPath(batchId), notice };
  };
}

function draftId({ params }: ViewerRequest): number {
  const id = readId(params['id']);
  if (id !== null) return id;
  throw new OperationalError('not-found', 'no-draft', (text) => text.uploads.noSuch);
}
