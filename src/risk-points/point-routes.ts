import { may, reachOf } from '../access/permission.ts';
import { actorOf, type Viewer, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { approveListPath } from '../assessment/paths.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import { callGrades } from '../language/call-grades.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import { OperationalError } from '../platform/errors.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { exportDownload } from '../web/export-download.ts';
import { reaches } from '../organisation/reach.ts';
import type { ExportFormat } from '../web/export-table.ts';
import type { ListLength } from '../web/list-parts.ts';
import type { PageResponse } from '../web/page.ts';
import { choosable } from './domain-batch-bar-page.ts';
import type { DomainDecisionService } from './domain-decision-service.ts';
import type { ReadQuery } from '../web/query-fields.ts';
import { assessListPath, pointPaths, readPointId, readPointQuery } from './paths.ts';
import { withinChoices, type FilterChoices } from './point-choices.ts';
import { pointExportTable } from './point-export-page.ts';
import type { PointExportService } from './point-export-service.ts';
import { pointFilterForm } from './point-filter-page.ts';
import { pointListPage } from './point-list-page.ts';
import { pointPage } from './point-page.ts';
import { rulebookReach, viewingOf, type GradeSectionOf } from './point-viewing-page.ts';
import type { OtherVersionsOf } from './other-version.ts';
import type { PointService } from './point-service.ts';
import type { PointFilter } from './risk-point.ts';

interface PointRouteServices {
  readonly gradeSection: GradeSectionOf;
  readonly otherVersions: OtherVersionsOf;
  readonly points: PointService;
  readonly domainDecisions: DomainDecisionService;
  readonly pointExport: PointExportService;
  readonly campaigns: CampaignService;
  readonly organisation: OrganisationService;
  readonly rulebooks: RulebookService;
}

/** The list of risk points, on pages and to be taken away, and the page that says why a point has its grade. */
export function pointRoutes(services: PointRouteServices): readonly ViewerRoute[] {
  const exported = (format: ExportFormat) => (request: ViewerRequest) =>
    pointExport(request, services, format);
  return [
    { method: 'get', path: pointPaths.list, handler: (request) => pointList(request, services) },
    { method: 'post', path: pointPaths.exportXlsx, handler: exported('xlsx') },
    { method: 'post', path: pointPaths.exportCsv, handler: exported('csv') },
    { method: 'get', path: pointPaths.point, handler: (request) => point(request, services) },
  ];
}

interface Asked {
  readonly shown: ReadQuery<PointFilter>;
  readonly choices: FilterChoices;
}

/** A condition that means nothing here is named on the page and left out: the address was typed or is old. */
async function askedOf(
  { viewer, query }: ViewerRequest,
  { points, campaigns, organisation, rulebooks }: PointRouteServices,
): Promise<Asked> {
  const reach = reachOf(viewer, 'points.view');
  const asked = readPointQuery(query);
  const campaign = await campaigns.inView(reach, asked.filter.year);
  const rulebook = await rulebooks.judging('grading', campaign);
  const units = await organisation.units(reach);
  const posts = await organisation.posts(asked.filter.unitId ?? null, reach);
  const people = await organisation.people(asked.filter.unitId ?? null, reach);
  const form = await points.form(asked.filter, reach);
  const imports = await points.imports(asked.filter, reach);
  const choices = { units, posts, people, form, ...imports, rulebook: rulebook.body };
  return { shown: withinChoices(asked, choices), choices };
}

async function pointList(request: ViewerRequest, services: PointRouteServices): Promise<PageResponse> {
  const { viewer } = request;
  const { points, domainDecisions, organisation } = services;
  const { shown, choices } = await askedOf(request, services);
  const text = callGrades(request.text, choices.rulebook.grades);
  const filter = { page: 1, ...shown.filter };
  const list = await points.list(filter, reachOf(viewer, 'points.view'));
  const page = pointListPage(list, shown, choices, text);
  const deciding = reachOf(viewer, 'points.domains');
  const unitIds = new Set((await organisation.units(deciding)).map(({ id }) => id));
  const counted = async (): Promise<ListLength> =>
    unitIds.size === 0 ? { total: 0 } : domainDecisions.count(filter, deciding);
  const length = decidesAll(viewer) ? list : await counted();
  const chosen = choosable(page, list, shown.filter, { ...length, unitIds }, text);
  const approveHref = may(viewer, 'grades.approve') ? approveListPath(shown.filter) : null;
  const model = { ...chosen, assessHref: assessHref(viewer, shown.filter), approveHref };
  return { kind: 'page', view: 'risk-points/list', model };
}

/** Whether somebody decides about all points that they see, which then need not be counted again. */
function decidesAll(viewer: Viewer): boolean {
  const [seen, decided] = [reachOf(viewer, 'points.view'), reachOf(viewer, 'points.domains')];
  return seen.unitPaths.every((path) => reaches(decided, path));
}

/** Where those who may assess do so for what the list is narrowed to; `null` for others. */
function assessHref(viewer: Viewer, { year, unitId }: Partial<PointFilter>): string | null {
  if (!may(viewer, 'points.assess')) return null;
  return assessListPath({
    ...(year === undefined ? {} : { year }),
    ...(unitId === undefined ? {} : { unitId }),
  });
}

/** Exactly what the list of the same address shows, on all its pages. */
async function pointExport(
  request: ViewerRequest,
  services: PointRouteServices,
  format: ExportFormat,
): Promise<PageResponse> {
  const { viewer } = request;
  const { shown, choices } = await askedOf(request, services);
  const text = callGrades(request.text, choices.rulebook.grades);
  const reach = reachOf(viewer, 'points.view');
  const filter = { page: 1, ...shown.filter };
  const taken = await services.pointExport.take(filter, reach, format, actorOf(viewer));
  const { active } = pointFilterForm(shown.filter, choices, text);
  const named = [taken.bureau, String(taken.year), text.riskPoints.list.sheet, taken.today];
  return exportDownload(format, named, pointExportTable(taken, active, viewer.displayName, text));
}

async function point(
  { viewer, params, text }: ViewerRequest,
  { points, gradeSection, otherVersions }: PointRouteServices,
): Promise<PageResponse> {
  const id = readPointId(params['id'] ?? '');
  if (id === null) {
    throw new OperationalError('not-found', 'no-point', (words) => words.riskPoints.point.noSuch);
  }
  const detail = await points.find(id, reachOf(viewer, 'points.view'));
  const others = await otherVersions(detail, rulebookReach(viewer));
  const model = pointPage(detail, text, viewingOf(viewer, detail, { gradeSection, others }, text));
  return { kind: 'page', view: 'risk-points/point', model };
}
