import type { Viewer, ViewerRequest, ViewerRoute } from '../access/viewer.ts';
import type { TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageResponse } from '../web/page.ts';
import type { OfficeAccess } from './office-access.ts';
import { typedOffice } from './office-card-page.ts';
import { statusOf } from './office-form.ts';
import { organisationPath, organisationPaths, readOfficeId } from './paths.ts';
import { personMergePage } from './person-merge-page.ts';
import type { PersonOfficeService } from './person-office-service.ts';
import { personPage } from './person-page.ts';

interface Parts {
  readonly persons: PersonOfficeService;
  readonly access: OfficeAccess<Viewer>;
}

/** People as the office keeps them: renamed, and two spellings made one. */
export function personRoutes(parts: Parts): readonly ViewerRoute[] {
  const { person, mergePerson } = organisationPaths;
  return [
    { method: 'get', path: person, handler: (request) => shown(request, parts, null, 200) },
    { method: 'post', path: person, handler: (request) => rename(request, parts) },
    { method: 'get', path: mergePerson, handler: (request) => preview(request, parts) },
    { method: 'post', path: mergePerson, handler: (request) => merge(request, parts) },
  ];
}

async function shown(
  { viewer, params, text }: ViewerRequest,
  { persons, access }: Parts,
  typed: TypedForm | null,
  status: number,
): Promise<PageResponse> {
  const reach = access.manages(viewer);
  const person = await persons.find(readOfficeId(params['id']), reach);
  const candidates = await persons.candidates(person, reach);
  const spellings = await persons.spellings(person.id);
  const model = personPage(person, { candidates, spellings }, typed, text);
  return { kind: 'page', view: 'organisation/person', model, status };
}

async function rename(request: ViewerRequest, parts: Parts): Promise<PageResponse> {
  const { viewer, params, body, text } = request;
  const { persons, access } = parts;
  const id = readOfficeId(params['id']);
  const faults = await persons.rename(id, body, access.manages(viewer), access.actor(viewer));
  if (faults.length > 0) {
    return shown(request, parts, typedOffice('person', body, faults, text), statusOf(faults));
  }
  const { name } = await persons.find(id, access.manages(viewer));
  return { kind: 'redirect', to: organisationPath('person', id), notice: text.persons.renamed(name) };
}

/** Nobody is chosen silently: without another person's number the address leads back to the candidates. */
async function preview(request: ViewerRequest, parts: Parts): Promise<PageResponse> {
  const { viewer, params, query } = request;
  const id = readOfficeId(params['id']);
  if (query['with'] === undefined) {
    await parts.persons.find(id, parts.access.manages(viewer));
    return { kind: 'redirect', to: organisationPath('person', id) };
  }
  return mergePage(request, parts, query['with'], [], 200);
}

async function merge(request: ViewerRequest, parts: Parts): Promise<PageResponse> {
  const { viewer, params, body, text } = request;
  const { persons, access } = parts;
  const keptId = readOfficeId(params['id']);
  const reach = access.manages(viewer);
  const goneId = readOfficeId(body['with']);
  const { kept, gone } = await persons.preview(keptId, goneId, reach);
  const faults = await persons.merge(keptId, goneId, body['guard'] ?? '', reach, access.actor(viewer));
  if (faults.length > 0) {
    const said = faults.map(({ code }) => ({ field: 'merge', message: text.organisation.faults[code] }));
    return mergePage(request, parts, body['with'], said, statusOf(faults));
  }
  const { merged, mergedSpelling } = text.persons;
  const holdings = gone.holdings.length;
  const notice =
    holdings === 0
      ? mergedSpelling(gone.name, kept.name)
      : merged(gone.name, kept.name, text.formats.count(holdings));
  return { kind: 'redirect', to: organisationPath('person', keptId), notice };
}

async function mergePage(
  { viewer, params, text }: ViewerRequest,
  { persons, access }: Parts,
  other: string | undefined,
  faults: readonly FormFault[],
  status: number,
): Promise<PageResponse> {
  const id = readOfficeId(params['id']);
  const found = await persons.preview(id, readOfficeId(other), access.manages(viewer));
  const model = personMergePage(found, faults, text);
  return { kind: 'page', view: 'organisation/person-merge', model, status };
}
