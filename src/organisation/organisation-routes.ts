import type { Viewer, ViewerRequest, ViewerRoute } from '../access/viewer.ts';
import type { PageResponse } from '../web/page.ts';
import type { TypedForm } from '../web/form-card.ts';
import type { OfficeAccess } from './office-access.ts';
import { typedOffice } from './office-card-page.ts';
import { statusOf, type OfficeFault } from './office-form.ts';
import { organisationPage } from './organisation-page.ts';
import { organisationPath, organisationPaths, readOfficeId } from './paths.ts';
import type { PostOfficeService } from './post-office-service.ts';
import type { UnitOfficeService } from './unit-office-service.ts';
import { unitPage } from './unit-page.ts';

interface Parts {
  readonly units: UnitOfficeService;
  readonly posts: PostOfficeService;
  readonly access: OfficeAccess<Viewer>;
}

type UnitWork = 'change' | 'addUnit' | 'addPost' | 'close';

/** Units as the office keeps them. */
export function organisationRoutes(parts: Parts): readonly ViewerRoute[] {
  const { units, access } = parts;
  const by =
    (work: UnitWork): Change =>
    (id, { body, viewer }) =>
      units[work](id, body, access.manages(viewer), access.actor(viewer));
  const added: Notice = ({ text, body }) => text.organisation.done.added((body['name'] ?? '').trim());
  return [
    { method: 'get', path: organisationPaths.units, handler: (request) => tree(request, parts) },
    { method: 'get', path: organisationPaths.unit, handler: (request) => unit(request, parts, null, 200) },
    changing('unit', 'unit', parts, by('change'), ({ text }, name) => text.organisation.done.unit(name)),
    changing('addUnit', 'child', parts, by('addUnit'), added),
    changing('addPost', 'post', parts, by('addPost'), added),
    changing('closeUnit', 'closing', parts, by('close'), ({ text, body }, name) =>
      body['day'] === undefined ? text.organisation.done.reopened(name) : text.organisation.done.closed(name),
    ),
  ];
}

type Change = (id: number, request: ViewerRequest) => Promise<readonly OfficeFault[]>;
type Notice = (request: ViewerRequest, name: string) => string;

/** A change of a unit: done and said on its page, or the page again with what was typed and what is wrong. */
function changing(
  path: keyof typeof organisationPaths,
  card: string,
  parts: Parts,
  change: Change,
  notice: Notice,
): ViewerRoute {
  return {
    method: 'post',
    path: organisationPaths[path],
    handler: async (request) => {
      const id = readOfficeId(request.params['id']);
      const faults = await change(id, request);
      if (faults.length > 0) {
        const typed = typedOffice(card, request.body, faults, request.text);
        return unit(request, parts, typed, statusOf(faults));
      }
      const { name } = await parts.units.find(id, parts.access.manages(request.viewer));
      return { kind: 'redirect', to: organisationPath('unit', id), notice: notice(request, name) };
    },
  };
}

async function tree({ viewer, text }: ViewerRequest, { units, access }: Parts): Promise<PageResponse> {
  const known = await units.units(access.manages(viewer));
  return { kind: 'page', view: 'organisation/tree', model: organisationPage(known, text) };
}

async function unit(
  { viewer, params, text }: ViewerRequest,
  { units, posts, access }: Parts,
  typed: TypedForm | null,
  status: number,
): Promise<PageResponse> {
  const reach = access.manages(viewer);
  const found = await units.find(readOfficeId(params['id']), reach);
  const parent = (await units.units(reach)).find(({ id }) => id === found.parentId) ?? null;
  const model = unitPage(found, parent, await posts.ofUnit(found.id), typed, text);
  return { kind: 'page', view: 'organisation/unit', model, status };
}
