import { may, reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import type { PageResponse } from '../web/page.ts';
import { calibrationPage } from './calibration-page.ts';
import { calibrationPaths } from './calibration-paths.ts';
import { draftPath } from './paths.ts';
import type { CalibrationService } from './calibration-service.ts';

interface CalibrationRouteServices {
  readonly calibration: CalibrationService;
}

/** Overrides grouped by case, and a draft that follows them. */
export function calibrationRoutes(services: CalibrationRouteServices): readonly ViewerRoute[] {
  const path = calibrationPaths.calibration;
  return [
    { method: 'get', path, handler: (request) => show(request, services) },
    { method: 'post', path, handler: (request) => prepare(request, services) },
  ];
}

async function show(
  { viewer, text }: ViewerRequest,
  { calibration }: CalibrationRouteServices,
): Promise<PageResponse> {
  const found = await calibration.calibration(reachOf(viewer, 'rulebooks.view'));
  const model = calibrationPage(found, may(viewer, 'rulebooks.tune'), text);
  return { kind: 'page', view: 'tuning/calibration', model };
}

async function prepare(
  { viewer, body, text }: ViewerRequest,
  { calibration }: CalibrationRouteServices,
): Promise<PageResponse> {
  const reach = reachOf(viewer, 'rulebooks.tune');
  const id = await calibration.prepare(Number(body['case'] ?? ''), reach, actorOf(viewer));
  return { kind: 'redirect', to: draftPath(id), notice: text.calibration.prepared };
}
