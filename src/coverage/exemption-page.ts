import { divisionPath } from '../dashboards/paths.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { EXEMPTION_TONES } from './exemption-list-page.ts';
import { formOf, type DecisionForm, type ExemptionVisit } from './exemption-decision-page.ts';
import { staleDecision, type StaleDecision } from './exemption-stale-page.ts';
import { applicantOf, type Exemption, type ExemptionState, type ExemptionStep } from './exemption.ts';
import { divisionCoveragePath, exemptionsPath } from './paths.ts';

export interface ExemptionPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly state: string;
  readonly tone: (typeof EXEMPTION_TONES)[ExemptionState];
  readonly steps: readonly StepLine[];
  readonly points: { readonly warning: string; readonly href: string } | null;
  readonly cellHref: string;
  readonly boardHref: string;
  readonly faults: readonly FormFault[];
  readonly stale: StaleDecision | null;
  readonly form: DecisionForm | null;
  /** Why somebody who decides may not decide on this one. */
  readonly ownApplication: string | null;
}

export interface StepLine {
  readonly what: string;
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
}

export function exemptionPage(exemption: Exemption, visit: ExemptionVisit, text: Texts): ExemptionPage {
  const words = text.exemptions;
  const { unit, unitId, year, state } = exemption;
  const domain = text.terms.keyDomains[exemption.domain];
  const title = words.page.title(unit, domain);
  const form = formOf(exemption, visit, text);
  const isOwn = applicantOf(exemption) === visit.accountId;
  return {
    title: visit.faults.length === 0 ? title : `${words.page.errorHeading} – ${title}`,
    crumbs: [
      { text: words.crumb, href: exemptionsPath({ year }) },
      { text: title, href: null },
    ],
    heading: title,
    state: words.states[state],
    tone: EXEMPTION_TONES[state],
    steps: exemption.steps.map((step) => stepLine(step, text)),
    points: pointsWarning(exemption, text),
    cellHref: divisionCoveragePath(unitId, { year }, exemption.domain),
    boardHref: divisionPath(unitId, { year }),
    faults: visit.faults,
    stale: staleDecision(exemption, visit, form !== null, text),
    form,
    ownApplication: visit.decides && isOwn && state === 'requested' ? words.page.ownApplication : null,
  };
}

function stepLine({ state, at, actor, reason }: ExemptionStep, text: Texts): StepLine {
  const { steps, page } = text.exemptions;
  return { what: steps[state], at: text.formats.instant(at), actor, reason: reason ?? page.noReason };
}

function pointsWarning(exemption: Exemption, text: Texts): ExemptionPage['points'] {
  const { points, state, unitId, domain, year } = exemption;
  if (points === 0 || (state !== 'requested' && state !== 'approved')) return null;
  const { pointsDespite, pointsDespiteRequest } = text.exemptions.page;
  const counted = text.formats.count(points);
  const warning = state === 'approved' ? pointsDespite(counted) : pointsDespiteRequest(counted);
  return { warning, href: pointsPath({ year, unitId, domain }) };
}
