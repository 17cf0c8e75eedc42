import { readFile } from 'node:fs/promises';
import { reachOf } from '../../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../../access/viewer.ts';
import { OperationalError } from '../../platform/errors.ts';
import type { RulebookService } from '../../rulebooks/rulebook-service.ts';
import type { PageResponse } from '../../web/page.ts';
import { ParsingWorker } from '../parsing-worker-service.ts';
import { powerPaths } from './paths.ts';
import { readPowerFile } from './power-file-service.ts';
import type { PowerImportService } from './power-import-service.ts';
import { powerListPage } from './power-list-page.ts';
import { packedPowers, unpackedPowers } from './power-payload-service.ts';
import { powerPreviewPage } from './power-preview-page.ts';

interface PowerRouteServices {
  readonly powerImports: PowerImportService;
  readonly rulebooks: RulebookService;
}

/** The list of powers: what stands, what a file would change, and writing it. */
export function powerRoutes(services: PowerRouteServices): readonly ViewerRoute[] {
  return [
    { method: 'get', path: powerPaths.list, handler: (request) => list(request, services, null) },
    { method: 'post', path: powerPaths.list, upload: true, handler: (request) => preview(request, services) },
    { method: 'post', path: powerPaths.commit, handler: (request) => commit(request, services) },
  ];
}

async function list(
  { viewer, text }: ViewerRequest,
  { powerImports }: PowerRouteServices,
  fault: string | null,
): Promise<PageResponse> {
  const { powers, latest } = await powerImports.standing(reachOf(viewer, 'powers.manage'));
  const faults = fault === null ? [] : [{ field: 'file', message: fault }];
  const model = powerListPage(powers, latest, faults, text);
  return { kind: 'page', view: 'intake/powers', model, status: fault === null ? 200 : 422 };
}

async function preview(request: ViewerRequest, services: PowerRouteServices): Promise<PageResponse> {
  const { viewer, files, text } = request;
  const { upload } = text.powers;
  const [file, ...more] = files;
  if (file === undefined) return list(request, services, upload.fileMissing);
  if (more.length > 0) return list(request, services, upload.tooManyFiles);
  if (file.refusal !== null) return list(request, services, upload.tooLarge);
  const { scales } = (await services.rulebooks.inForce('grading', '/')).body;
  const worker = new ParsingWorker();
  try {
    const read = await readPowerFile(await readFile(file.path), file.name, worker, scales);
    const asked = { ...read, file: file.name, bureau: null, dryRun: true };
    const reach = reachOf(viewer, 'powers.manage');
    const result = await services.powerImports.import(asked, actorOf(viewer), reach);
    const payload = packedPowers({ file: file.name, digest: read.digest, rows: read.list.rows });
    const model = powerPreviewPage(result, file.name, payload, text);
    const status = result.findings.length > 0 ? 422 : 200;
    return { kind: 'page', view: 'intake/power-preview', model, status };
  } finally {
    await worker.close();
  }
}

/** Writes what was previewed. It is looked at anew: units and posts may have changed meanwhile. */
async function commit(
  { viewer, body, text }: ViewerRequest,
  { powerImports }: PowerRouteServices,
): Promise<PageResponse> {
  const payload = unpackedPowers(body['list'] ?? '');
  if (payload === null) {
    throw new OperationalError('invalid', 'power-payload', (words) => words.powers.preview.expired);
  }
  const { file, digest, rows } = payload;
  const asked = { list: { rows, findings: [] }, file, digest, bureau: null, dryRun: false };
  const result = await powerImports.import(asked, actorOf(viewer), reachOf(viewer, 'powers.manage'));
  if (!result.written) {
    const model = powerPreviewPage(result, file, body['list'] ?? '', text);
    return { kind: 'page', view: 'intake/power-preview', model, status: 422 };
  }
  const { count } = text.formats;
  const notice = text.powers.done(count(result.opened.length), count(result.closed.length));
  return { kind: 'redirect', to: powerPaths.list, notice };
}
