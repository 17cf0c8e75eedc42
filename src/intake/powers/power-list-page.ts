import type { ListedPower } from '../../coverage/power.ts';
import { divisionCoveragePath } from '../../coverage/paths.ts';
import { sentence, type SentencePart } from '../../language/sentence.ts';
import type { Texts } from '../../language/texts.ts';
import type { FormFault } from '../../web/form-fault.ts';
import type { PageModel } from '../../web/page.ts';
import { powerPaths } from './paths.ts';

export interface PowerListPage extends PageModel {
  readonly finding: readonly SentencePart[] | null;
  readonly latest: string | null;
  readonly action: string;
  readonly faults: readonly FormFault[];
  readonly rows: readonly PowerLine[];
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
  text: Texts,
): PowerListPage {
  const words = text.powers;
  const { count } = text.formats;
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
    rows: powers.map((power) => powerLine(power, text)),
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
