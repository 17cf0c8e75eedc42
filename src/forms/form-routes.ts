import { reachOf } from '../access/permission.ts';
import type { ViewerRoute } from '../access/viewer.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import { reaches } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import { formPage } from './form-page.ts';
import { formListPage, withinUnits } from './form-list-page.ts';
import type { FormService } from './form-service.ts';
import { formPaths, readFormId, readFormQuery, readVersionQuery } from './paths.ts';

/** The list of self-check forms on file, and each form as it was filed. */
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
    {
      method: 'get',
      path: formPaths.form,
      handler: async ({ viewer, params, query, text }) => {
        const id = readFormId(params['id'] ?? '');
        if (id === null)
          throw new OperationalError('not-found', 'no-form', (words) => words.forms.form.noSuch);
        const form = await forms.find(id, reachOf(viewer, 'forms.view'));
        const seesPoints = reaches(reachOf(viewer, 'points.view'), form.unitPath);
        const { filter } = readVersionQuery(query);
        return { kind: 'page', view: 'forms/form', model: formPage(form, filter, { seesPoints }, text) };
      },
    },
  ];
}
