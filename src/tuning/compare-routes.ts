import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { exportDownload } from '../web/export-download.ts';
import type { ExportFormat } from '../web/export-table.ts';
import type { PageResponse } from '../web/page.ts';
import { readQuery, without, type ReadQuery } from '../web/query-fields.ts';
import { comparePage, nameOf, pairOf } from './compare-page.ts';
import { comparePaths } from './compare-paths.ts';
import type { CompareService } from './compare-service.ts';
import { comparedWords } from './compared-words-page.ts';
import { comparisonOf, type Comparison, type ComparisonChoices } from './comparison.ts';
import { MOVE_QUERY, type ImpactPlace } from './impact-address.ts';
import { impactExportTable } from './impact-export-page.ts';
import { impactPage, type ImpactPage } from './impact-page.ts';
import { moveFilterForm } from './moved-list-page.ts';
import type { MoveFilter } from './rule-change.ts';
import type { WhatIfService } from './what-if-service.ts';

interface CompareServices {
  readonly comparing: CompareService;
  readonly whatIf: WhatIfService;
  readonly organisation: OrganisationService;
}

/** Any two versions side by side: rules in words, and what each says of a campaign's points. Writes no grade. */
export function compareRoutes(services: CompareServices): readonly ViewerRoute[] {
  const exported = (format: ExportFormat) => (request: ViewerRequest) => take(request, services, format);
  return [
    { method: 'get', path: comparePaths.compare, handler: (request) => compare(request, services) },
    { method: 'post', path: comparePaths.exportXlsx, handler: exported('xlsx') },
    { method: 'post', path: comparePaths.exportCsv, handler: exported('csv') },
  ];
}

interface Asked {
  readonly reach: Reach;
  readonly choices: ComparisonChoices;
  readonly comparison: Comparison;
  readonly graded: Graded | null;
}

/** Two grading rulebooks, and the points that they are tried on. */
interface Graded {
  readonly before: GradingRulebook;
  readonly after: GradingRulebook;
  readonly campaignId: number;
  readonly place: ImpactPlace;
  readonly asked: ReadQuery<MoveFilter>;
}

async function askedOf({ viewer, query }: ViewerRequest, { comparing }: CompareServices): Promise<Asked> {
  const reach = reachOf(viewer, 'rulebooks.view');
  const choices = await comparing.choices(reach);
  const comparison = comparisonOf(choices, query);
  return { reach, choices, comparison, graded: gradedOf(comparison, query) };
}

function gradedOf(comparison: Comparison, query: ViewerRequest['query']): Graded | null {
  const pair = pairOf(comparison);
  const { before, after, campaign } = comparison;
  if (pair?.before.kind !== 'grading' || pair.after.kind !== 'grading' || campaign === null) return null;
  const fixed = [
    { name: 'from', value: before?.code ?? '' },
    { name: 'to', value: after?.code ?? '' },
    { name: 'campaign', value: String(campaign.id) },
  ];
  // The campaign is chosen by itself here, so that a year would say it twice.
  const read = readQuery(MOVE_QUERY, query);
  const asked = { ...read, filter: without(read.filter, ['year']) };
  const place = { path: comparePaths.compare, fixed };
  return { before: pair.before, after: pair.after, campaignId: campaign.id, place, asked };
}

async function compare(request: ViewerRequest, services: CompareServices): Promise<PageResponse> {
  const { text } = request;
  const asked = await askedOf(request, services);
  const { choices, comparison } = asked;
  const model = comparePage(choices, comparison, await outcomeOf(asked, request, services), text);
  const status = comparison.faults.length > 0 ? 422 : 200;
  return { kind: 'page', view: 'rulebooks/compare', model, status };
}

async function outcomeOf(
  { reach, comparison, graded }: Asked,
  { text }: ViewerRequest,
  { whatIf, organisation }: CompareServices,
): Promise<ImpactPage | null> {
  if (graded === null) return null;
  const { before, after, campaignId, place, asked } = graded;
  const report = await whatIf.report({ before, after }, campaignId, reach, { page: 1, ...asked.filter });
  const units = await organisation.units(reach);
  const head = {
    crumbs: [],
    before: nameOf(comparison.before, text),
    after: nameOf(comparison.after, text),
  };
  return impactPage(report, head, { place, asked, units, sides: { before, after }, draftId: null }, text);
}

async function take(
  request: ViewerRequest,
  services: CompareServices,
  format: ExportFormat,
): Promise<PageResponse> {
  const { viewer } = request;
  const { reach, comparison, graded } = await askedOf(request, services);
  if (graded === null) return { kind: 'redirect', to: comparePaths.compare };
  const { before, after, campaignId, place, asked } = graded;
  const text = comparedWords(before, after, request.text);
  const taking = { filter: { page: 1, ...asked.filter }, format, actor: actorOf(viewer) };
  const taken = await services.whatIf.take({ before, after }, campaignId, reach, taking);
  const units = await services.organisation.units(reach);
  const { active } = moveFilterForm({ place, asked, units }, text);
  const caption = text.compare.caption(nameOf(comparison.before, text), nameOf(comparison.after, text));
  const about = { caption, active, takenBy: viewer.displayName };
  const named = [taken.bureau, String(taken.year), text.whatIf.list.sheet, taken.today];
  return exportDownload(format, named, impactExportTable(taken, { before, after }, about, text));
}
