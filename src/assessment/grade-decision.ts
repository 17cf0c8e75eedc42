import type { CampaignState } from '../campaigns/campaign.ts';
import type { PointState } from '../risk-points/risk-point.ts';
import type { Grade } from '../rulebooks/rulebook.ts';

/** Where a point's grade stands. */
export interface GradeStanding {
  readonly state: PointState;
  readonly isWithdrawn: boolean;
  readonly campaignState: CampaignState;
  /** Whether probability and harm are both known; a reopened point goes back to where that puts it. */
  readonly isAssessed: boolean;
  /** What the rules say; `null` is unassessed. */
  readonly proposed: Grade | null;
  readonly override: Grade | null;
  readonly approved: Grade | null;
}

/** What somebody wants to do about a grade. */
export type GradeCommand =
  | { readonly kind: 'override'; readonly grade: Grade; readonly reason: string }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'approve'; readonly minutes: string }
  | { readonly kind: 'reopen'; readonly reason: string };

/** Why it may not be done. */
export type GradeBar =
  | 'withdrawn'
  | 'closed'
  | 'approved'
  | 'published'
  | 'unassessed'
  | 'same-as-proposed'
  | 'same-as-before'
  | 'not-overridden'
  | 'not-approved';

/** What stands on the point once it is done. */
export interface GradeOutcome {
  readonly state: PointState;
  readonly override: Grade | null;
  readonly approved: Grade | null;
}

export type NextGrade =
  | { readonly kind: 'next'; readonly next: GradeOutcome }
  | { readonly kind: 'barred'; readonly bar: GradeBar };

/** The party group still decides while it looks at the whole; a published or closed year is not touched. */
const OPEN_STATES: Readonly<Record<GradeCommand['kind'], readonly CampaignState[]>> = {
  override: ['open', 'assessing'],
  withdraw: ['open', 'assessing'],
  approve: ['open', 'assessing', 'approved'],
  reopen: ['open', 'assessing', 'approved'],
};

/**
 * What a command makes of a point's grade (domain: 'The way of things'): proposed → overridden? → approved. What the
 * party group approved is frozen until it reopens it.
 */
export function nextState(standing: GradeStanding, command: GradeCommand): NextGrade {
  const bar = barTo(standing, command);
  return bar === null ? { kind: 'next', next: outcomeOf(standing, command) } : { kind: 'barred', bar };
}

/** approved ?? override ?? verdict; `null` is unassessed. */
export function effectiveGrade({
  approved,
  override,
  proposed,
}: Pick<GradeStanding, 'approved' | 'override' | 'proposed'>): Grade | null {
  return approved ?? override ?? proposed;
}

function barTo(standing: GradeStanding, command: GradeCommand): GradeBar | null {
  if (standing.isWithdrawn) return 'withdrawn';
  if (!OPEN_STATES[command.kind].includes(standing.campaignState)) return 'closed';
  if (standing.state === 'published') return 'published';
  if (command.kind === 'reopen') return standing.approved === null ? 'not-approved' : null;
  if (standing.approved !== null) return 'approved';
  switch (command.kind) {
    case 'override':
      return barToOverride(standing, command.grade);
    case 'withdraw':
      return standing.override === null ? 'not-overridden' : null;
    case 'approve':
      return standing.proposed === null ? 'unassessed' : null;
  }
}

function barToOverride({ proposed, override }: GradeStanding, grade: Grade): GradeBar | null {
  if (proposed === null) return 'unassessed';
  if (grade === proposed) return 'same-as-proposed';
  return grade === override ? 'same-as-before' : null;
}

function outcomeOf(standing: GradeStanding, command: GradeCommand): GradeOutcome {
  const { state, override, approved } = standing;
  switch (command.kind) {
    case 'override':
      return { state, override: command.grade, approved };
    case 'withdraw':
      return { state, override: null, approved };
    case 'approve':
      return { state: 'approved', override, approved: effectiveGrade(standing) };
    case 'reopen':
      return { state: standing.isAssessed ? 'assessed' : 'entered', override, approved: null };
  }
}
