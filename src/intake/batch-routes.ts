import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { OperationalError } from '../platform/errors.ts';
import type { PageResponse } from '../web/page.ts';
import { batchPage } from './batch-page.ts';
import { batchPath, batchPaths, readBatchId } from './batch-paths.ts';
import type { BatchService } from './batch-service.ts';
import { reasonFaults, undoPage } from './undo-page.ts';

/** What an import brought, and taking it back. */
export function batchRoutes(batches: BatchService): readonly ViewerRoute[] {
  return [
    { method: 'get', path: batchPaths.batch, handler: (request) => batch(request, batches) },
    { method: 'get', path: batchPaths.undo, handler: (request) => askUndo(request, batches) },
    { method: 'post', path: batchPaths.undo, handler: (request) => undo(request, batches) },
  ];
}

async function batch({ viewer, params, text }: ViewerRequest, batches: BatchService): Promise<PageResponse> {
  const detail = await batches.find(batchId(params), reachOf(viewer, 'imports.upload'));
  return { kind: 'page', view: 'intake/batch', model: batchPage(detail, text) };
}

async function askUndo(
  { viewer, params, text }: ViewerRequest,
  batches: BatchService,
): Promise<PageResponse> {
  const preview = await batches.preview(batchId(params), reachOf(viewer, 'imports.upload'));
  return { kind: 'page', view: 'intake/undo', model: undoPage(preview, '', [], text) };
}

async function undo(
  { viewer, params, body, text }: ViewerRequest,
  batches: BatchService,
): Promise<PageResponse> {
  const id = batchId(params);
  const reach = reachOf(viewer, 'imports.upload');
  const reason = (body['reason'] ?? '').trim();
  const faults = reasonFaults(reason, text);
  if (faults.length > 0) {
    const model = undoPage(await batches.preview(id, reach), reason, faults, text);
    return { kind: 'page', view: 'intake/undo', model, status: 422 };
  }
  const result = await batches.undo(id, reason, reach, actorOf(viewer));
  if (result.obstacles.length > 0) {
    return { kind: 'page', view: 'intake/undo', model: undoPage(result, reason, [], text), status: 409 };
  }
  const { count } = text.formats;
  const { formsCreated, formsReplaced, pointsCreated, pointsChanged, pointsWithdrawn } = result.content;
  const forms = count(formsCreated + formsReplaced);
  const points = count(pointsCreated + pointsChanged + pointsWithdrawn);
  return { kind: 'redirect', to: batchPath(id), notice: text.batches.undo.done(count(id), forms, points) };
}

function batchId(params: Readonly<Record<string, string>>): number {
  const id = readBatchId(params['id'] ?? '');
  if (id === null) throw new OperationalError('not-found', 'no-batch', (text) => text.batches.noSuch);
  return id;
}
