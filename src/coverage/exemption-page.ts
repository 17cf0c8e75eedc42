import { divisionPath } from '../dashboards/paths.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { EXEMPTION_TONES } from './exemption-list-page.ts';
import {
  applicantOf,
  type Exemption,
  type ExemptionCommand,
  type ExemptionState,
  type ExemptionStep,
} from './exemption.ts';
import { divisionCoveragePath, exemptionPath, exemptionsPath } from './paths.ts';

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

/** Both versions, and what was typed on the page that came too late. */
export interface StaleDecision {
  readonly saw: string;
  readonly now: string;
  readonly kept: string | null;
  readonly reason: string | null;
}

export interface DecisionForm {
  readonly heading: string;
  readonly sub: string | null;
  readonly action: string;
  readonly seenSteps: number;
  readonly hint: string;
  readonly wrong: string | null;
  readonly reason: string;
  readonly buttons: readonly {
    readonly command: ExemptionCommand;
    readonly text: string;
    readonly look: 'p' | 'danger' | '';
  }[];
}

/** What the viewer may do with the exemption, and what they typed before. */
export interface ExemptionVisit {
  readonly accountId: number;
  readonly decides: boolean;
  readonly reason: string;
  readonly faults: readonly FormFault[];
  /** How many steps the page had that somebody acted on too late. */
  readonly staleSince: number | null;
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

function staleDecision(
  { steps, state }: Exemption,
  { staleSince, reason }: ExemptionVisit,
  mayStillAct: boolean,
  text: Texts,
): StaleDecision | null {
  if (staleSince === null) return null;
  const { states, page } = text.exemptions;
  const seen = steps[staleSince - 1]?.state ?? 'requested';
  const last = steps.at(-1);
  return {
    saw: page.staleSaw(states[seen]),
    now: page.staleNow(
      states[state],
      last?.actor ?? '',
      last === undefined ? '' : text.formats.instant(last.at),
    ),
    kept: mayStillAct && reason !== '' ? page.staleKept : null,
    reason: mayStillAct || reason === '' ? null : reason,
  };
}

function formOf(exemption: Exemption, visit: ExemptionVisit, text: Texts): DecisionForm | null {
  const { page } = text.exemptions;
  const isOwn = applicantOf(exemption) === visit.accountId;
  const common = {
    seenSteps: exemption.steps.length,
    wrong: faultOf(visit.faults, 'reason'),
    reason: visit.reason,
    action: `${exemptionPath(exemption.id)}/decision`,
    sub: null,
  };
  if (exemption.state === 'requested' && isOwn) {
    const buttons = [{ command: 'withdraw', text: page.withdraw, look: 'danger' }] as const;
    const action = `${exemptionPath(exemption.id)}/withdrawal`;
    return { ...common, action, heading: page.withdrawHeading, hint: page.reasonHint.withdraw, buttons };
  }
  if (!visit.decides) return null;
  if (exemption.state === 'requested') {
    const buttons = [
      { command: 'approve', text: page.approve, look: 'p' },
      { command: 'refuse', text: page.refuse, look: 'danger' },
    ] as const;
    return { ...common, heading: page.decideHeading, hint: page.reasonHint.decide, buttons };
  }
  if (exemption.state !== 'approved' || isOwn) return null;
  const buttons = [{ command: 'revoke', text: page.revoke, look: 'danger' }] as const;
  const { revokeHeading: heading, revokeSub: sub } = page;
  return { ...common, heading, sub, hint: page.reasonHint.revoke, buttons };
}
