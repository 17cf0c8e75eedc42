import { readFile } from 'node:fs/promises';
import { reachOf } from '../../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../../access/viewer.ts';
import type { OrganisationService } from '../../organisation/organisation-service.ts';
import { OperationalError } from '../../platform/errors.ts';
import type { RulebookService } from '../../rulebooks/rulebook-service.ts';
import type { FormFault } from '../../web/form-fault.ts';
import type { PageResponse } from '../../web/page.ts';
import { ParsingWorker } from '../parsing-worker-service.ts';
import { powerPaths, readPowerPage } from './paths.ts';
import { readPowerFile } from './power-file-service.ts';
import type { PowerImportService } from './power-import-service.ts';
import { powerListPage } from './power-list-page.ts';
import { packedPowers, unpackedPowers } from './power-payload-service.ts';
import { powerPreviewPage } from './power-preview-page.ts';
import { readScope, writtenScope, type PowerScope } from './power-scope.ts';
import { scopeOptions, scopeWords } from './power-scope-page.ts';

interface PowerRouteServices {
  readonly powerImports: PowerImportService;
  readonly rulebooks: RulebookService;
  readonly organisation: OrganisationService;
}

/** The list of powers: what stands, what a file would change, and writing it. */
export function powerRoutes(services: PowerRouteServices): readonly ViewerRoute[] {
  return [
    { method: 'get', path: powerPaths.list, handler: (request) => list(request, services) },
    { method: 'post', path: powerPaths.list, upload: true, handler: (request) => preview(request, services) },
    { method: 'post', path: powerPaths.commit, handler: (request) => commit(request, services) },
  ];
}

async function list(
  { viewer, query, body, text }: ViewerRequest,
  { powerImports, organisation }: PowerRouteServices,
  faults: readonly FormFault[] = [],
): Promise<PageResponse> {
  const reach = reachOf(viewer, 'powers.manage');
  const { powers, bureaus, latest } = await powerImports.standing(reach);
  const scopes = scopeOptions(bureaus, await organisation.units(reach), body['replaces'], text);
  const model = powerListPage(powers, latest, faults, { page: readPowerPage(query), scopes }, text);
  return { kind: 'page', view: 'intake/powers', model, status: faults.length === 0 ? 200 : 422 };
}

async function preview(request: ViewerRequest, services: PowerRouteServices): Promise<PageResponse> {
  const { viewer, files, body, text } = request;
  const { upload } = text.powers;
  const [file, ...more] = files;
  const scope = readScope(body['replaces']);
  const wrongFile = (message: string): FormFault[] => [{ field: 'file', message }];
  if (file === undefined) return list(request, services, wrongFile(upload.fileMissing));
  if (more.length > 0) return list(request, services, wrongFile(upload.tooManyFiles));
  if (file.refusal !== null) return list(request, services, wrongFile(upload.tooLarge));
  if (scope === null) return list(request, services, [{ field: 'replaces', message: upload.chooseFirst }]);
  const { scales } = (await services.rulebooks.inForce('grading', '/')).body;
  const worker = new ParsingWorker();
  try {
    const read = await readPowerFile(await readFile(file.path), file.name, worker, scales);
    const asked = { ...read, file: file.name, replaces: scope, dryRun: true };
    const reach = reachOf(viewer, 'powers.manage');
    const result = await services.powerImports.import(asked, actorOf(viewer), reach);
    const payload = packedPowers({ file: file.name, digest: read.digest, rows: read.list.rows });
    const model = powerPreviewPage(result, file.name, payload, await said(scope, request, services), text);
    const status = result.findings.length > 0 ? 422 : 200;
    return { kind: 'page', view: 'intake/power-preview', model, status };
  } finally {
    await worker.close();
  }
}

/** Writes what was previewed. It is looked at anew: units and posts may have changed meanwhile. */
async function commit(request: ViewerRequest, services: PowerRouteServices): Promise<PageResponse> {
  const { viewer, body, text } = request;
  const { powerImports } = services;
  const payload = unpackedPowers(body['list'] ?? '');
  const scope = readScope(body['replaces']);
  if (payload === null || scope === null) {
    throw new OperationalError('invalid', 'power-payload', (words) => words.powers.preview.expired);
  }
  const { file, digest, rows } = payload;
  const asked = { list: { rows, findings: [] }, file, digest, replaces: scope, dryRun: false };
  const result = await powerImports.import(asked, actorOf(viewer), reachOf(viewer, 'powers.manage'));
  if (!result.written) {
    const scopeSaid = await said(scope, request, services);
    const model = powerPreviewPage(result, file, body['list'] ?? '', scopeSaid, text);
    return { kind: 'page', view: 'intake/power-preview', model, status: 422 };
  }
  const { count } = text.formats;
  const notice = text.powers.done(count(result.opened.length), count(result.closed.length));
  return { kind: 'redirect', to: powerPaths.list, notice };
}

async function said(
  scope: PowerScope,
  { viewer, text }: ViewerRequest,
  { organisation }: PowerRouteServices,
): Promise<{ readonly written: string; readonly words: string }> {
  const units = await organisation.units(reachOf(viewer, 'powers.manage'));
  return { written: writtenScope(scope), words: scopeWords(scope, units, text) };
}
