import { reachOf } from '../access/permission.ts';
import type { ViewerRoute } from '../access/viewer.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import { formListPage, withinUnits } from './form-list-page.ts';
import type { FormService } from './form-service.ts';
import { formPaths, readFormQuery } from './paths.ts';

/** The list of self-check forms on file. */
export function formRoutes(forms: FormService, organisation: OrganisationService): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: formPaths.list,
      handler: async ({ viewer, query, text }) => {
        const reach = reachOf(viewer, 'forms.view');
        const units = await organisation.units(reach);
        const asked = withinUnits(readFormQuery(query), units);
        const list = await forms.list({ page: 1, ...asked.filter }, reach);
        return { kind: 'page', view: 'forms/list', model: formListPage(list, asked, units, text) };
      },
    },
  ];
}
