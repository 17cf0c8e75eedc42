import type { ViewerRoute } from '../access/viewer.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import type { Clock } from '../platform/clock.ts';
import { calibrationRoutes } from './calibration-routes.ts';
import { compareRoutes } from './compare-routes.ts';
import { draftJsonRoutes } from './draft-json-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { factCatalogueRoutes } from './fact-catalogue-routes.ts';
import { impactRoutes } from './impact-routes.ts';
import { proposalRoutes } from './proposal-routes.ts';
import type { TuningServices } from './tuning-service.ts';
import { showVersion, versionRoutes } from './version-routes.ts';

interface Services extends TuningServices {
  readonly clock: Clock;
  readonly campaigns: CampaignService;
  readonly organisation: OrganisationService;
}

/** Every route of rule tuning. */
export function tuningRoutes(services: Services): readonly ViewerRoute[] {
  return [
    ...versionRoutes(services),
    ...proposalRoutes(services, showVersion),
    ...impactRoutes(services),
    ...compareRoutes(services),
    ...calibrationRoutes(services),
    ...factCatalogueRoutes(services),
    ...draftRoutes(services),
    ...draftJsonRoutes(services),
  ];
}
