import type { Texts } from '../language/texts.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import { applicantOf, type Exemption, type ExemptionCommand } from './exemption.ts';
import { exemptionPath } from './paths.ts';

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

/** What the viewer may decide now; `null` when nothing. */
export function formOf(exemption: Exemption, visit: ExemptionVisit, text: Texts): DecisionForm | null {
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
