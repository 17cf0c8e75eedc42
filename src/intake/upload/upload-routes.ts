import { reachOf } from '../../access/permission.ts';
import type { ViewerRequest, ViewerRoute } from '../../access/viewer.ts';
import type { OrganisationService } from '../../organisation/organisation-service.ts';
import type { Clock } from '../../platform/clock.ts';
import { OperationalError } from '../../platform/errors.ts';
import type { FormFault } from '../../web/form-fault.ts';
import type { PageResponse } from '../../web/page.ts';
import { draftPath, importPaths } from '../paths.ts';
import type { ImportDraftService } from './import-draft-service.ts';
import { fileFaults, receivedFiles, unreadableFaults } from './received-files.ts';
import { uploadFormPage, yearsOf, type UploadForm } from './upload-form-page.ts';
import { uploaderOf, type UploadTarget } from './uploader.ts';

interface UploadRouteServices {
  readonly drafts: ImportDraftService;
  readonly organisation: OrganisationService;
  readonly clock: Clock;
}

/** The form that files are uploaded with, and what it posts. */
export function uploadRoutes(services: UploadRouteServices): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: importPaths.new,
      handler: (request) => formWith(request, services, { bureau: '', year: '' }, []),
    },
    {
      method: 'post',
      path: importPaths.new,
      upload: true,
      handler: (request) => receive(request, services),
    },
  ];
}

async function receive(request: ViewerRequest, services: UploadRouteServices): Promise<PageResponse> {
  const { viewer, body, files, text } = request;
  const form = { bureau: body['bureau'] ?? '', year: body['year'] ?? '' };
  const uploader = uploaderOf(viewer);
  const target = targetOf(await services.drafts.targets(uploader), form);
  const year = yearsOf(target, services.clock.today()).find((known) => String(known) === form.year);
  const faults = [
    ...fileFaults(files, text),
    ...(year === undefined ? [{ field: 'year', message: text.uploads.form.noYear }] : []),
  ];
  if (target === undefined || year === undefined || faults.length > 0) {
    return formWith(request, services, form, faults);
  }
  const outcome = await services.drafts.receive(
    uploader,
    { bureau: target.bureau, year },
    receivedFiles(files),
  );
  if (outcome.kind === 'kept') return { kind: 'redirect', to: draftPath(outcome.id) };
  return formWith(request, services, form, unreadableFaults(outcome.files, text));
}

function targetOf(targets: readonly UploadTarget[], form: UploadForm): UploadTarget | undefined {
  return form.bureau === '' ? targets[0] : targets.find(({ bureau }) => String(bureau.id) === form.bureau);
}

async function formWith(
  { viewer, text }: ViewerRequest,
  { drafts, organisation, clock }: UploadRouteServices,
  form: UploadForm,
  faults: readonly FormFault[],
): Promise<PageResponse> {
  const targets = await drafts.targets(uploaderOf(viewer));
  if (targets.length === 0) {
    throw new OperationalError('not-found', 'no-bureau', (words) => words.campaigns.none(undefined));
  }
  const units = await organisation.units(reachOf(viewer, 'imports.upload'));
  const ownUnits = text.formats.list(units.map(({ name }) => name));
  const model = uploadFormPage(targets, { form, today: clock.today(), ownUnits }, faults, text);
  return { kind: 'page', view: 'imports/new', model, status: faults.length === 0 ? 200 : 422 };
}
