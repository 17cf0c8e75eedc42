import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { PageModel } from '../web/page.ts';
import { EXEMPTION_STATES, type Exemption, type ExemptionState } from './exemption.ts';
import { exemptionPath, exemptionsPath, type CoverageQuery, type ExemptionFilter } from './paths.ts';

export interface ExemptionListPage extends PageModel {
  readonly finding: readonly SentencePart[];
  readonly states: readonly StateLink[];
  readonly rows: readonly ExemptionRow[];
  /** What to say where the list is empty. */
  readonly empty: string | null;
}

/** A state with its number, leading to the list of those. */
export interface StateLink {
  readonly text: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

export interface ExemptionRow {
  readonly unit: string;
  readonly domain: string;
  readonly state: string;
  /** The class of the style sheet. */
  readonly tone: 'wk' | 'cv' | 'ex';
  readonly reason: string;
  readonly applicant: string;
  readonly at: string;
  readonly points: NumberLink;
  /** Points although the domain was exempted. */
  readonly contradicts: boolean;
  readonly open: { readonly text: string; readonly href: string; readonly label: string };
}

export const EXEMPTION_TONES = {
  requested: 'wk',
  approved: 'cv',
  refused: 'ex',
  withdrawn: 'ex',
  revoked: 'ex',
} as const;

/** Applications for exemptions, what waits first. Takes all of a campaign; the filter narrows what is listed. */
export function exemptionListPage(
  all: readonly Exemption[],
  filter: ExemptionFilter,
  viewer: { readonly decides: boolean },
  text: Texts,
): ExemptionListPage {
  const { list, states } = text.exemptions;
  const { count } = text.formats;
  const shown = all.filter(({ state }) => filter.state === undefined || state === filter.state);
  const waiting = all.filter(({ state }) => state === 'requested').length;
  const { year } = filter;
  const query: CoverageQuery = year === undefined ? {} : { year };
  const stateLink = (state: ExemptionState): StateLink => ({
    text: `${states[state]} ${count(all.filter((one) => one.state === state).length)}`,
    href: exemptionsPath({ ...query, state }),
    isCurrent: filter.state === state,
  });
  return {
    title: text.exemptions.title,
    finding: sentence(waiting === 0 ? list.nothingWaits : list.waiting, {
      waiting: {
        text: count(waiting),
        isStrong: true,
        href: exemptionsPath({ ...query, state: 'requested' }),
      },
    }),
    states: [
      {
        text: list.allStates.replace('{count}', count(all.length)),
        href: exemptionsPath(query),
        isCurrent: filter.state === undefined,
      },
      ...EXEMPTION_STATES.map(stateLink),
    ],
    rows: shown.map((exemption) => rowOf(exemption, viewer, text)),
    empty: emptyWords(all, shown, filter, text),
  };
}

function emptyWords(
  all: readonly Exemption[],
  shown: readonly Exemption[],
  { state }: ExemptionFilter,
  text: Texts,
): string | null {
  if (shown.length > 0) return null;
  const { list, states } = text.exemptions;
  return all.length === 0 || state === undefined
    ? list.none
    : list.noneFound.replace('{state}', states[state]);
}

function rowOf(exemption: Exemption, viewer: { readonly decides: boolean }, text: Texts): ExemptionRow {
  const { list, states, page } = text.exemptions;
  const { id, year, unitId, unit, state, points } = exemption;
  const domain = text.terms.keyDomains[exemption.domain];
  const application = exemption.steps[0];
  const counted = text.formats.count(points);
  const waits = state === 'requested' && viewer.decides;
  const said = waits ? list.decide : list.open;
  return {
    unit,
    domain,
    state: states[state],
    tone: EXEMPTION_TONES[state],
    reason: application?.reason ?? page.noReason,
    applicant: application?.actor ?? '',
    at: application === undefined ? '' : text.formats.instant(application.at),
    points: numberLink(
      counted,
      pointsPath({ year, unitId, domain: exemption.domain }),
      text.coverage.lists.pointsLabel(unit, domain, counted),
    ),
    contradicts: state === 'approved' && points > 0,
    open: {
      text: said,
      href: exemptionPath(id),
      label: `${said}${text.formats.marks.colon}${list.openLabel(unit, domain)}`,
    },
  };
}
