import type { KeyDomain } from '../organisation/key-domain.ts';

/** How far an exemption (不涉及（经审核）) has come; the last three are ends. */
export const EXEMPTION_STATES = ['requested', 'approved', 'refused', 'withdrawn', 'revoked'] as const;

export type ExemptionState = (typeof EXEMPTION_STATES)[number];

/** What somebody may do with one. */
export const EXEMPTION_COMMANDS = ['approve', 'refuse', 'withdraw', 'revoke'] as const;

export type ExemptionCommand = (typeof EXEMPTION_COMMANDS)[number];

/** One thing that happened to an exemption; none is ever changed. */
export interface ExemptionStep {
  readonly state: ExemptionState;
  readonly reason: string | null;
  readonly accountId: number | null;
  readonly actor: string;
  readonly at: string;
}

/** A division that says that it has nothing to do with a key domain, and what became of that. */
export interface Exemption {
  readonly id: number;
  readonly campaignId: number;
  readonly year: number;
  readonly unitId: number;
  readonly unit: string;
  readonly unitPath: string;
  readonly domain: KeyDomain;
  readonly state: ExemptionState;
  /** Oldest first; the first is the application. */
  readonly steps: readonly ExemptionStep[];
  /** Points that the unit has in the domain all the same, suggested ones included. */
  readonly points: number;
}

const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/** Exemptions of these states stand in the way of another application. */
export const OPEN_STATES: readonly ExemptionState[] = ['requested', 'approved'];

const OUTCOMES: Readonly<
  Record<ExemptionCommand, { readonly from: ExemptionState; readonly to: ExemptionState }>
> = {
  approve: { from: 'requested', to: 'approved' },
  refuse: { from: 'requested', to: 'refused' },
  withdraw: { from: 'requested', to: 'withdrawn' },
  revoke: { from: 'approved', to: 'revoked' },
};

export type NextExemption =
  | { readonly kind: 'next'; readonly state: ExemptionState }
  /** Somebody was faster: it is no longer in the state that the command starts from. */
  | { readonly kind: 'passed' }
  | { readonly kind: 'own-application' }
  | { readonly kind: 'not-the-applicant' };

/** What a command by an account does to an exemption. Nobody decides their own application. */
export function nextExemption(
  exemption: Pick<Exemption, 'state' | 'steps'>,
  command: ExemptionCommand,
  accountId: number,
): NextExemption {
  const { from, to } = OUTCOMES[command];
  if (exemption.state !== from) return { kind: 'passed' };
  const isApplicant = applicantOf(exemption) === accountId;
  if (command === 'withdraw') {
    return isApplicant ? { kind: 'next', state: to } : { kind: 'not-the-applicant' };
  }
  return isApplicant ? { kind: 'own-application' } : { kind: 'next', state: to };
}

/** The account that applied; `null` for what was registered before accounts were kept. */
export function applicantOf({ steps }: Pick<Exemption, 'steps'>): number | null {
  return steps[0]?.accountId ?? null;
}

/** What is wrong with a reason; only an approval and a withdrawal do without one. */
export function reasonFault(
  command: ExemptionCommand | 'request',
  reason: string,
): 'missing' | 'too-short' | 'too-long' | null {
  const length = [...reason.trim()].length;
  if (length > LONGEST_REASON) return 'too-long';
  if (command === 'withdraw' || command === 'approve') return null;
  if (length === 0) return 'missing';
  return length < SHORTEST_REASON ? 'too-short' : null;
}
