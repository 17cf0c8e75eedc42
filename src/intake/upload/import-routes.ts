import type { ViewerRequest, ViewerRoute } from '../../access/viewer.ts';
import type { PageResponse } from '../../web/page.ts';
import { batchPath } from '../batch-paths.ts';
import { errorWorkbook } from '../error-workbook.ts';
import { importPaths, readStage } from '../paths.ts';
import {
  draftId,
  draftShower,
  isStale,
  onDraft,
  type DraftWork,
  type ShowDraft,
} from './draft-answer-page.ts';
import type { DraftCommitService } from './draft-commit-service.ts';
import type { ImportDraftService } from './import-draft-service.ts';
import { importListPage } from './import-list-page.ts';
import { uploaderOf } from './uploader.ts';

interface ImportRouteServices {
  readonly drafts: ImportDraftService;
  readonly draftCommits: DraftCommitService;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What was imported, and uploads on their way: looked through, imported, their problems sent back. */
export function importRoutes({ drafts, draftCommits }: ImportRouteServices): readonly ViewerRoute[] {
  const show = draftShower(draftCommits);
  const atItsStage: DraftWork = (request, view) => show(request, view, readStage(request.query['stage']));
  return [
    { method: 'get', path: importPaths.list, handler: (request) => list(request, drafts) },
    { method: 'get', path: importPaths.draft, handler: onDraft(drafts, atItsStage) },
    { method: 'post', path: importPaths.commit, handler: committer(drafts, draftCommits, show) },
    { method: 'get', path: importPaths.problems, handler: onDraft(drafts, problems) },
  ];
}

async function list({ viewer, text }: ViewerRequest, drafts: ImportDraftService): Promise<PageResponse> {
  const uploader = uploaderOf(viewer);
  const model = importListPage(await drafts.open(uploader), await drafts.batches(uploader), text);
  return { kind: 'page', view: 'imports/list', model };
}

/** The findings as a workbook, to send back to those who filled the files in. */
const problems: DraftWork = async ({ text }, { files }) => {
  const content = await errorWorkbook(
    files.map(({ reading }) => reading.read),
    text,
  );
  const file = { name: text.uploads.draft.problemsName, contentType: WORKBOOK, content };
  return { kind: 'download', file };
};

/** Imports a draft as its page showed it; the same draft twice does nothing twice. */
function committer(
  drafts: ImportDraftService,
  draftCommits: DraftCommitService,
  show: ShowDraft,
): ViewerRoute['handler'] {
  return async (request) => {
    const { text, viewer } = request;
    const uploader = uploaderOf(viewer);
    const id = draftId(request);
    const view = await drafts.find(id, uploader);
    if (view === null) {
      const { state, batchId } = await drafts.own(id, uploader);
      const notice = state === 'committed' ? text.uploads.endedAlready : text.uploads.ended;
      return { kind: 'redirect', to: batchId === null ? importPaths.list : batchPath(batchId), notice };
    }
    if (isStale(request, view)) {
      return show(request, view, 'commit', { stale: { what: 'draft', conflicts: [], taken: 0 } });
    }
    const result = await draftCommits.commit(view, uploader);
    if (!result.written) return show(request, view, 'commit', { isRefused: true });
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
