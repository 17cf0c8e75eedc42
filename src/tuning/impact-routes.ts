import { may, reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { Texts } from '../language/texts.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { CoverageRulebook, DomainRulebook, GradingRulebook, Rulebook } from '../rulebooks/rulebook.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import { exportDownload } from '../web/export-download.ts';
import type { ExportFormat } from '../web/export-table.ts';
import type { PageResponse } from '../web/page.ts';
import { readQuery, wholeNumber, type ReadQuery } from '../web/query-fields.ts';
import { comparedWords } from './compared-words-page.ts';
import type { DraftService } from './draft-service.ts';
import type { Draft } from './draft.ts';
import type { EffectService } from './effect/effect-service.ts';
import { MOVE_QUERY } from './impact-address.ts';
import { impactExportTable } from './impact-export-page.ts';
import { impactPage } from './impact-page.ts';
import { impactPath, impactPaths } from './impact-paths.ts';
import { moveFilterForm } from './moved-list-page.ts';
import { draftPath } from './paths.ts';
import type { MoveFilter } from './rule-change.ts';
import { versionPaths } from './version-paths.ts';
import { untriedPage } from './untried-page.ts';
import type { WhatIfService } from './what-if-service.ts';

/** Answers for a draft of coverage or domain rules: with a page or, where a format is asked for, with a file. */
type EffectRequest = (
  request: ViewerRequest,
  services: ImpactServices,
  tried: {
    readonly draft: Draft;
    readonly rulebook: CoverageRulebook | DomainRulebook;
    readonly crumbs: ReturnType<typeof crumbsOf>;
  },
  format: ExportFormat | null,
) => Promise<PageResponse>;

interface ImpactServices {
  readonly rulebookDrafts: DraftService;
  readonly whatIf: WhatIfService;
  readonly effects: EffectService;
  readonly campaigns: CampaignService;
  readonly organisation: OrganisationService;
}

/**
 * What a draft would do, on a page and as a file. Nothing of it writes a grade. Takes how a draft of coverage or domain
 * rules is answered for.
 */
export function impactRoutes(services: ImpactServices, effect: EffectRequest): readonly ViewerRoute[] {
  const exported = (format: ExportFormat) => (request: ViewerRequest) =>
    impactExport(request, services, effect, format);
  return [
    { method: 'get', path: impactPaths.impact, handler: (request) => impact(request, services, effect) },
    { method: 'post', path: impactPaths.exportXlsx, handler: exported('xlsx') },
    { method: 'post', path: impactPaths.exportCsv, handler: exported('csv') },
  ];
}

interface Asked {
  readonly draft: Draft;
  readonly reach: Reach;
  readonly asked: ReadQuery<MoveFilter>;
  readonly filter: MoveFilter;
  /** `null` while the draft is no sound rulebook. */
  readonly rulebook: Rulebook | null;
}

async function askedOf({ viewer, params, query }: ViewerRequest, services: ImpactServices): Promise<Asked> {
  const reach = reachOf(viewer, 'rulebooks.view');
  const id = wholeNumber('id', 1, Number.MAX_SAFE_INTEGER).read(params['id'] ?? '') ?? 0;
  const draft = await services.rulebookDrafts.find(id, reach);
  const asked = readQuery(MOVE_QUERY, query);
  const parsed = parseRulebook(draft.text);
  const sound = 'rulebook' in parsed ? parsed.rulebook : null;
  return { draft, reach, asked, filter: { page: 1, ...asked.filter }, rulebook: sound };
}

function campaignOf({ draft, filter }: Asked, { campaigns }: ImpactServices): Promise<Campaign> {
  return campaigns.inView({ unitPaths: [draft.unitPath] }, filter.year);
}

async function impact(
  request: ViewerRequest,
  services: ImpactServices,
  effect: EffectRequest,
): Promise<PageResponse> {
  const page = await askedOf(request, services);
  const { draft, reach, asked, filter, rulebook } = page;
  if (rulebook === null) {
    const model = untriedPage(parseRulebook(draft.text), request.text);
    return { kind: 'page', view: 'tuning/untried', model };
  }
  if (rulebook.kind !== 'grading') {
    const crumbs = crumbsOf(page, rulebook, request);
    return effect(request, services, { draft, rulebook, crumbs }, null);
  }
  const campaign = await campaignOf(page, services);
  const report = await services.whatIf.report({ before: null, after: rulebook }, campaign.id, reach, filter);
  const { inForce } = report;
  const { text } = request;
  const head = {
    crumbs: crumbsOf(page, rulebook, request),
    before: text.whatIf.inForce(
      text.formats.inThisLanguage(inForce.body.title),
      text.ruleChanges.versionWord(inForce.version),
    ),
    after: text.whatIf.draft(text.formats.inThisLanguage(rulebook.title)),
  };
  const units = await services.organisation.units(reach);
  const sides = { before: inForce.body, after: rulebook };
  const scope = { place: placeOf(draft), asked, units, sides, draftId: draft.id };
  return { kind: 'page', view: 'tuning/impact', model: impactPage(report, head, scope, text) };
}

/** Only those who tune the rules open the draft itself. */
function crumbsOf({ draft }: Asked, { title }: Rulebook, { viewer, text }: ViewerRequest) {
  const name = text.workbench.draftOf(text.formats.inThisLanguage(title));
  return [
    { text: text.whatIf.rulebooks, href: versionPaths.rulebooks },
    { text: name, href: may(viewer, 'rulebooks.tune') ? draftPath(draft.id) : null },
    { text: text.whatIf.crumb, href: null },
  ];
}

async function impactExport(
  request: ViewerRequest,
  services: ImpactServices,
  effect: EffectRequest,
  format: ExportFormat,
): Promise<PageResponse> {
  const { viewer } = request;
  const page = await askedOf(request, services);
  const { draft, reach, asked, filter, rulebook } = page;
  if (rulebook === null) return { kind: 'redirect', to: impactPath(draft.id) };
  if (rulebook.kind !== 'grading') {
    return effect(request, services, { draft, rulebook, crumbs: [] }, format);
  }
  const campaign = await campaignOf(page, services);
  const change = { before: null, after: rulebook };
  const taking = { filter, format, actor: actorOf(viewer) };
  const taken = await services.whatIf.take(change, campaign.id, reach, taking);
  const text = comparedWords(taken.inForce.body, rulebook, request.text);
  const units = await services.organisation.units(reach);
  const { active } = moveFilterForm({ place: placeOf(draft), asked, units }, text);
  const about = { caption: captionOf(rulebook, text), active, takenBy: viewer.displayName };
  const sides = { before: taken.inForce.body, after: rulebook };
  const named = [taken.bureau, String(taken.year), text.whatIf.list.sheet, taken.today];
  return exportDownload(format, named, impactExportTable(taken, sides, about, text));
}

function captionOf({ title }: GradingRulebook, text: Texts): string {
  return `${text.whatIf.draft(text.formats.inThisLanguage(title))} · ${text.whatIf.list.heading}`;
}

function placeOf({ id }: Draft) {
  return { path: impactPath(id), fixed: [] };
}
