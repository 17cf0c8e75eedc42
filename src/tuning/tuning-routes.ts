import type { ViewerRoute } from '../access/viewer.ts';
import { backwardsRoutes } from './backwards-routes.ts';
import { calibrationRoutes } from './calibration-routes.ts';
import { compareRoutes } from './compare-routes.ts';
import { draftJsonRoutes } from './draft-json-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { factCatalogueRoutes } from './fact-catalogue-routes.ts';
import { impactRoutes } from './impact-routes.ts';
import { pointExampleRoutes } from './point-example-routes.ts';
import { proposalRoutes } from './proposal-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { showVersion, versionRoutes } from './version-routes.ts';

/** What any route of the slice asks of the services. */
type TuningRouteServices = Parameters<typeof draftRoutes>[0] &
  Parameters<typeof pointExampleRoutes>[0] &
  Parameters<typeof proposalRoutes>[0] &
  Parameters<typeof impactRoutes>[0] &
  Parameters<typeof compareRoutes>[0] &
  Parameters<typeof calibrationRoutes>[0] &
  Parameters<typeof factCatalogueRoutes>[0];

/** The pages of rules: their versions, drafts, effect, comparison and facts. */
export function tuningRoutes(services: TuningRouteServices): readonly ViewerRoute[] {
  return [
    draftRoutes,
    draftJsonRoutes,
    ruleRoutes,
    backwardsRoutes,
    versionRoutes,
    impactRoutes,
    compareRoutes,
    calibrationRoutes,
    factCatalogueRoutes,
    pointExampleRoutes,
  ]
    .flatMap((routes) => routes(services))
    .concat(proposalRoutes(services, showVersion));
}
