import { reachOf } from '../access/permission.ts';
import type { ViewerRoute } from '../access/viewer.ts';
import { factCataloguePage } from './fact-catalogue-page.ts';
import { factCataloguePaths } from './fact-catalogue-paths.ts';
import type { FactCatalogueService } from './fact-catalogue-service.ts';

/** The catalogue of all facts that grading rules may speak of. */
export function factCatalogueRoutes(services: {
  readonly factCatalogue: FactCatalogueService;
}): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: factCataloguePaths.catalogue,
      handler: async ({ viewer, text }) => {
        const catalogue = await services.factCatalogue.find(reachOf(viewer, 'rulebooks.view'));
        return { kind: 'page', view: 'tuning/facts', model: factCataloguePage(catalogue, text) };
      },
    },
  ];
}
