import { reachOf } from '../../access/permission.ts';
import { actorOf, type ViewerRequest } from '../../access/viewer.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { CampaignService } from '../../campaigns/campaign-service.ts';
import type { Draft } from '../draft.ts';
import type { CoverageRulebook, DomainRulebook } from '../../rulebooks/rulebook.ts';
import { exportDownload } from '../../web/export-download.ts';
import type { ExportFormat } from '../../web/export-table.ts';
import type { PageResponse } from '../../web/page.ts';
import { readQuery } from '../../web/query-fields.ts';
import { effectAddress, EFFECT_QUERY } from './effect-filter.ts';
import { effectPage, type EffectPage, type EffectScope } from './effect-page.ts';
import type { EffectReport, EffectService } from './effect-service.ts';
import type { EffectPlace } from './effect-view.ts';
import { shownCoverage, shownDomains, type ShownEffect } from './shown-effect-page.ts';

interface EffectServices {
  readonly effects: EffectService;
  readonly campaigns: CampaignService;
}

/** A draft of coverage or domain rules whose text is sound, and where its page stands. */
interface TriedDraft {
  readonly draft: Pick<Draft, 'id' | 'unitPath'>;
  readonly rulebook: CoverageRulebook | DomainRulebook;
  readonly crumbs: EffectPage['crumbs'];
}

/** What a draft of coverage or domain rules would do, as a page or, with a format, as a file. */
export function answerEffect(
  request: ViewerRequest,
  services: EffectServices,
  tried: TriedDraft,
  format: ExportFormat | null,
): Promise<PageResponse> {
  if (format === null) return showEffect(request, services, tried);
  return exportEffect(request, services, tried, format);
}

async function showEffect(
  request: ViewerRequest,
  services: EffectServices,
  tried: TriedDraft,
): Promise<PageResponse> {
  const { text } = request;
  const { shown, campaign, seconds, before } = await shownEffect(request, services, tried);
  const { finding, notes, tables, list } = shown;
  const draft = text.whatIf.draft(text.formats.inThisLanguage(tried.rulebook.title));
  const head = {
    crumbs: tried.crumbs,
    ...{ finding, notes, tables },
    change: text.whatIf.change(before, draft),
    scope: text.effects.scope(campaign.bureau.name, String(campaign.year), String(seconds)),
  };
  return { kind: 'page', view: 'tuning/effect', model: effectPage(head, list) };
}

/** All lines of its list that the conditions leave. Keeps who took them. */
async function exportEffect(
  request: ViewerRequest,
  services: EffectServices,
  tried: TriedDraft,
  format: ExportFormat,
): Promise<PageResponse> {
  const { text, viewer } = request;
  const { shown, campaign } = await shownEffect(request, services, tried);
  const taking = { campaign, lines: shown.lines, format, kind: tried.rulebook.kind };
  const from = await services.effects.keepTaken(taking, actorOf(viewer));
  const title = text.whatIf.draft(text.formats.inThisLanguage(tried.rulebook.title));
  const { heading } = shown.list;
  const table = shown.file(from, { caption: `${title} · ${heading}`, takenBy: viewer.displayName });
  return exportDownload(format, [from.bureau, String(from.year), table.title, from.today], table);
}

interface Shown {
  readonly shown: ShownEffect;
  readonly campaign: Campaign;
  readonly seconds: number;
  /** The version in force, as the page calls it. */
  readonly before: string;
}

async function shownEffect(
  { viewer, query, text }: ViewerRequest,
  { effects, campaigns }: EffectServices,
  { draft, rulebook }: TriedDraft,
): Promise<Shown> {
  const reach = reachOf(viewer, 'rulebooks.view');
  const asked = readQuery(EFFECT_QUERY, query);
  const { id } = await campaigns.inView({ unitPaths: [draft.unitPath] }, asked.filter.year);
  const year = asked.filter.year === undefined ? {} : { year: asked.filter.year };
  const scopeOf = (
    campaign: Campaign,
    units: EffectScope['units'],
  ): EffectScope & { readonly place: EffectPlace } => ({
    ...{ draftId: draft.id, year: campaign.year, asked, units },
    place: {
      ...{ year: campaign.year, bureauId: campaign.bureau.id },
      hrefOf: (conditions) => effectAddress(draft.id, { ...conditions, ...year }),
    },
  });
  const named = ({ inForce }: EffectReport<unknown, CoverageRulebook | DomainRulebook>): string =>
    text.whatIf.inForce(
      text.formats.inThisLanguage(inForce.body.title),
      text.ruleChanges.versionWord(inForce.version),
    );
  if (rulebook.kind === 'coverage') {
    const report = await effects.coverage(rulebook, id, reach);
    const { effect, campaign, inForce } = report;
    const sides = { before: inForce.body, after: rulebook };
    const shown = shownCoverage(effect, sides, scopeOf(campaign, effect.divisions), text);
    return { shown, campaign, seconds: effect.seconds, before: named(report) };
  }
  const report = await effects.domains(rulebook, id, reach);
  const { effect, campaign } = report;
  const shown = shownDomains(effect, scopeOf(campaign, effect.divisions), text);
  return { shown, campaign, seconds: effect.seconds, before: named(report) };
}
