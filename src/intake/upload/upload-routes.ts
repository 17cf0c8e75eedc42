import { reachOf } from '../../access/permission.ts';
import type { ViewerRequest, ViewerRoute } from '../../access/viewer.ts';
import type { Texts } from '../../language/texts.ts';
import type { OrganisationService } from '../../organisation/organisation-service.ts';
import type { Clock } from '../../platform/clock.ts';
import { OperationalError } from '../../platform/errors.ts';
import type { FormFault } from '../../web/form-fault.ts';
import type { PageResponse, UploadedFile } from '../../web/page.ts';
import { findingWords } from '../finding.ts';
import { draftPath, importPaths } from '../paths.ts';
import type { ImportDraftService } from './import-draft-service.ts';
import type { ReadUpload } from './import-draft.ts';
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
  const faults = faultsOf(files, year, text);
  if (target === undefined || year === undefined || faults.length > 0) {
    return formWith(request, services, form, faults);
  }
  const received = files.map(({ name, path, size, refusal }) => ({
    ...{ name, path, size },
    isTooLarge: refusal === 'too-large',
  }));
  const outcome = await services.drafts.receive(uploader, { bureau: target.bureau, year }, received);
  if (outcome.kind === 'kept') return { kind: 'redirect', to: draftPath(outcome.id) };
  return formWith(request, services, form, unreadable(outcome.files, text));
}

function targetOf(targets: readonly UploadTarget[], form: UploadForm): UploadTarget | undefined {
  return form.bureau === '' ? targets[0] : targets.find(({ bureau }) => String(bureau.id) === form.bureau);
}

function faultsOf(
  files: readonly UploadedFile[],
  year: number | undefined,
  text: Texts,
): readonly FormFault[] {
  const words = text.uploads.form;
  const faults = files.flatMap(({ name, refusal }): readonly FormFault[] => {
    if (refusal === 'too-many') return [{ field: 'files', message: words.tooMany(name) }];
    return refusal === 'too-much-together' ? [{ field: 'files', message: words.tooMuch(name) }] : [];
  });
  if (files.length === 0) faults.push({ field: 'files', message: words.missing });
  if (year === undefined) faults.push({ field: 'year', message: words.noYear });
  return faults;
}

function unreadable(files: readonly ReadUpload[], text: Texts): readonly FormFault[] {
  return files.flatMap(({ name, reading }) =>
    reading.read.findings.map((finding) => {
      const { message, fix } = findingWords(finding, text);
      return { field: 'files', message: text.uploads.form.fault(name, message, fix) };
    }),
  );
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
