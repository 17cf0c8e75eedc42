import type { ViewerRequest, ViewerRoute } from '../../access/viewer.ts';
import { OperationalError } from '../../platform/errors.ts';
import type { PageResponse } from '../../web/page.ts';
import { importPaths, readId, readRowsShown, type Stage } from '../paths.ts';
import type { DraftCommitService } from './draft-commit-service.ts';
import { draftPage, type DraftNews } from './draft-page.ts';
import type { ImportDraftService } from './import-draft-service.ts';
import { firstOpenStage } from './open-questions-page.ts';
import { uploaderOf, type DraftView, type Uploader } from './uploader.ts';

/** What is done with an open draft. */
export type DraftWork = (
  request: ViewerRequest,
  view: DraftView,
  uploader: Uploader,
) => Promise<PageResponse>;

/** Shows a draft at a stage; without one, at the first where something is open. */
export type ShowDraft = (
  request: ViewerRequest,
  view: DraftView,
  stage: Stage | null,
  news?: DraftNews,
) => Promise<PageResponse>;

/** Does something with the open draft that an address names, or says that it has ended. */
export function onDraft(drafts: ImportDraftService, work: DraftWork): ViewerRoute['handler'] {
  return async (request) => {
    const uploader = uploaderOf(request.viewer);
    const view = await drafts.find(draftId(request), uploader);
    if (view !== null) return work(request, view, uploader);
    return { kind: 'redirect', to: importPaths.list, notice: request.text.uploads.ended };
  };
}

/** The draft that an address names. Throws `not-found` where it names none. */
export function draftId({ params }: ViewerRequest): number {
  const id = readId(params['id']);
  if (id !== null) return id;
  throw new OperationalError('not-found', 'no-draft', (text) => text.uploads.noSuch);
}

/** Whether a form came from a page on which its draft was not as it is now. */
export function isStale({ body }: Pick<ViewerRequest, 'body'>, { draft }: DraftView): boolean {
  return body['guard'] !== String(draft.guard);
}

export function draftShower(draftCommits: DraftCommitService): ShowDraft {
  return async ({ query, body, viewer, text }, view, asked, news = {}) => {
    const stage = asked ?? firstOpenStage(view);
    const preview = stage === 'commit' ? await draftCommits.preview(view, uploaderOf(viewer)) : null;
    const rows = readRowsShown(news.stale === undefined ? query : body);
    const model = draftPage({ view, preview, stage, rows, news }, text);
    const answer = { kind: 'page', view: 'imports/draft', model } as const;
    if (news.stale !== undefined) return { ...answer, status: 409 };
    const isRefused = news.isRefused === true || news.faults !== undefined || news.clashes !== undefined;
    return isRefused ? { ...answer, status: 422 } : answer;
  };
}
