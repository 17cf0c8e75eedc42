import type { Texts } from '../language/texts.ts';
import { KEY_DOMAINS, type KeyDomain } from '../organisation/key-domain.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import type { CoverageCell } from './coverage-cell.ts';
import type { DivisionCoverage } from './division-coverage.ts';
import { OPEN_STATES } from './exemption.ts';
import { cellsPath, divisionCoveragePath, requestExemptionPath } from './paths.ts';

/** What somebody typed into the application. */
export interface TypedRequest {
  readonly domain: KeyDomain | null;
  readonly reason: string;
}

export interface ExemptionRequestPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly action: string;
  readonly cancelHref: string;
  readonly faults: readonly FormFault[];
  readonly wrong: { readonly domain: string | null; readonly reason: string | null };
  /** `null`: for every domain an application waits or was approved. */
  readonly domains: SelectField | null;
  /** What the chosen domain's cell says against an exemption. */
  readonly caution: string | null;
  readonly reason: string;
}

/** The form by which a division applies for an exemption, with what was typed before. */
export function exemptionRequestPage(
  { unit, campaign, cells, exemptions }: DivisionCoverage,
  typed: TypedRequest,
  faults: readonly FormFault[],
  text: Texts,
): ExemptionRequestPage {
  const { request } = text.exemptions;
  const year = { year: campaign.year };
  const taken = new Set(
    exemptions.filter(({ state }) => OPEN_STATES.includes(state)).map(({ domain }) => domain),
  );
  const free = cells.filter(({ domain }) => !taken.has(domain) || domain === typed.domain);
  const title = request.title(unit.name);
  return {
    title: faults.length === 0 ? title : `${request.errorHeading} – ${title}`,
    crumbs: [
      { text: text.coverage.crumb, href: cellsPath(year) },
      { text: unit.name, href: divisionCoveragePath(unit.id, year) },
      { text: request.heading, href: null },
    ],
    action: requestExemptionPath(unit.id, year),
    cancelHref: divisionCoveragePath(unit.id, year, typed.domain ?? undefined),
    faults,
    wrong: { domain: faultOf(faults, 'domain'), reason: faultOf(faults, 'reason') },
    domains: free.length === 0 ? null : domainField(free, typed.domain, text),
    caution: cautionOf(
      cells.find(({ domain }) => domain === typed.domain),
      text,
    ),
    reason: typed.reason,
  };
}

/** Domains that the duties touch come first: an exemption is about those. */
function domainField(cells: readonly CoverageCell[], chosen: KeyDomain | null, text: Texts): SelectField {
  const { request } = text.exemptions;
  const rank = ({ status, domain }: CoverageCell): number =>
    (status === 'not-expected' ? KEY_DOMAINS.length : 0) + KEY_DOMAINS.indexOf(domain);
  const choices = [...cells]
    .sort((one, other) => rank(one) - rank(other))
    .map(({ domain, points }): readonly [string, string] => {
      const name = text.terms.keyDomains[domain];
      return [domain, points === 0 ? name : request.optionPoints(name, text.formats.count(points))];
    });
  return selectField(
    'domain',
    { label: request.domain, any: request.domainAny },
    choices,
    chosen ?? undefined,
  );
}

function cautionOf(cell: CoverageCell | undefined, text: Texts): string | null {
  if (cell === undefined || cell.points === 0) return null;
  return text.exemptions.request.hasPoints(text.formats.count(cell.points));
}
