import type { ListedPower } from '../../coverage/power.ts';
import { divisionCoveragePath } from '../../coverage/paths.ts';
import { sentence, type SentencePart } from '../../language/sentence.ts';
import type { Texts } from '../../language/texts.ts';
import { rangeOf } from '../../web/list-parts.ts';
import { pagerOf, type Pager } from '../../web/pager.ts';
import type { SelectOption } from '../../web/select-field.ts';
import { faultOf, type FormFault } from '../../web/form-fault.ts';
import type { PageModel } from '../../web/page.ts';
import { powerListAddress, powerPaths } from './paths.ts';

const PER_PAGE = 50;

export interface PowerListPage extends PageModel {
  readonly finding: readonly SentencePart[] | null;
  readonly latest: string | null;
  readonly action: string;
  readonly faults: readonly FormFault[];
  readonly rows: readonly PowerLine[];
  readonly range: string | null;
  readonly pager: Pager | null;
  readonly wrongFile: string | null;
  readonly wrongScope: string | null;
  readonly scopes: readonly SelectOption[];
}

export interface PowerLine {
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  readonly unit: string;
  readonly href: string;
  readonly post: string;
  readonly basis: string;
  readonly domain: string;
  /** Why the rules suggest the domain; `null` where the list names it. */
  readonly suggested: string | null;
}

/** The powers that stand, and the form that brings in another list. */
export function powerListPage(
  powers: readonly ListedPower[],
  latest: { readonly file: string; readonly actor: string; readonly at: string } | null,
  faults: readonly FormFault[],
  { page: asked, scopes }: { readonly page: number; readonly scopes: readonly SelectOption[] },
  text: Texts,
): PowerListPage {
  const words = text.powers;
  const { count } = text.formats;
  const pages = Math.max(1, Math.ceil(powers.length / PER_PAGE));
  const page = Math.min(asked, pages);
  const shown = powers.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const part = { total: powers.length, page, pages, shown: shown.length, perPage: PER_PAGE };
  const units = new Set(powers.map(({ unitId }) => unitId)).size;
  return {
    title: words.title,
    finding:
      powers.length === 0
        ? null
        : sentence(words.finding, {
            powers: { text: count(powers.length), isStrong: true },
            units: { text: count(units) },
          }),
    latest:
      latest === null
        ? null
        : words.latest(latest.file, text.audit.actorName(latest.actor), text.formats.instant(latest.at)),
    action: powerPaths.list,
    faults,
    rows: shown.map((power) => powerLine(power, text)),
    range: pages === 1 ? null : rangeOf(part, text),
    pager: pagerOf(page, pages, powerListAddress, text),
    wrongFile: faultOf(faults, 'file'),
    wrongScope: faultOf(faults, 'replaces'),
    scopes,
  };
}

function powerLine(power: ListedPower, text: Texts): PowerLine {
  const { missing, suggested } = text.powers;
  const { unit, unitId, domain, domainEvidence } = power;
  return {
    number: power.number ?? '',
    name: power.name,
    kind: power.kind ?? missing,
    unit,
    href: divisionCoveragePath(unitId),
    post: power.post ?? missing,
    basis: power.basis ?? missing,
    domain: domain === null ? missing : text.terms.keyDomains[domain],
    suggested: domainEvidence === null ? null : suggested(domainEvidence),
  };
}
