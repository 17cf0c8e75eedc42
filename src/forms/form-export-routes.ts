import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import { exportDownload } from '../web/export-download.ts';
import type { ExportFormat } from '../web/export-table.ts';
import type { PageResponse } from '../web/page.ts';
import { formExportTable } from './form-export-page.ts';
import type { FormExportService } from './form-export-service.ts';
import { formFilterForm } from './form-filter-page.ts';
import { withinUnits } from './form-list-page.ts';
import { formPaths, readFormQuery } from './paths.ts';

interface FormExportRouteServices {
  readonly formExport: FormExportService;
  readonly organisation: OrganisationService;
}

/** The list of self-check forms, to be taken away. */
export function formExportRoutes(services: FormExportRouteServices): readonly ViewerRoute[] {
  const exported = (format: ExportFormat) => (request: ViewerRequest) => taken(request, services, format);
  return [
    { method: 'post', path: formPaths.exportXlsx, handler: exported('xlsx') },
    { method: 'post', path: formPaths.exportCsv, handler: exported('csv') },
  ];
}

/** Exactly what the list of the same address shows, on all its pages. */
async function taken(
  { viewer, query, text }: ViewerRequest,
  { formExport, organisation }: FormExportRouteServices,
  format: ExportFormat,
): Promise<PageResponse> {
  const reach = reachOf(viewer, 'forms.view');
  const units = await organisation.units(reach);
  const { filter } = withinUnits(readFormQuery(query), units);
  const forms = await formExport.take({ page: 1, ...filter }, reach, format, actorOf(viewer));
  const { active } = formFilterForm(filter, units, text);
  const named = [forms.bureau, String(forms.year), text.forms.list.sheet, forms.today];
  return exportDownload(format, named, formExportTable(forms, active, viewer.displayName, text));
}
