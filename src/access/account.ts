import type { Role } from './role.ts';
import type { ApartPair } from './separation.ts';
import type { Assignment } from './viewer.ts';

export const ACCOUNT_STATES = ['open', 'first-password', 'never', 'closed'] as const;

/** Closed; or open, perhaps with a password still to be changed, perhaps never used. */
export type AccountState = (typeof ACCOUNT_STATES)[number];

export const ACCOUNTS_PER_PAGE = 50;

export interface AccountFilter {
  readonly search: string;
  readonly role: Role;
  readonly state: AccountState;
  readonly page: number;
}

/** An account in the office's list. */
export interface AccountSummary {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
  readonly isActive: boolean;
  readonly mustChangePassword: boolean;
  readonly lastSignedInAt: string | null;
  readonly person: LinkedPerson | null;
  readonly assignments: readonly Assignment[];
}

export interface LinkedPerson {
  readonly id: number;
  readonly name: string;
  readonly unitName: string;
  readonly unitPath: string;
}

/** Somebody whom an account may be linked to. */
export interface LinkablePerson extends LinkedPerson {
  readonly unitId: number;
  /** The open account that is theirs already. */
  readonly accountId: number | null;
}

export interface AccountList {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly accounts: readonly AccountSummary[];
}

/** Why an account may only be looked at. */
export type HandsOff = 'own' | 'beyond-reach';

/** An account with all that the office may change of it. */
export interface AccountDetail extends AccountSummary {
  readonly guard: number;
  readonly createdAt: string;
  readonly sessions: number;
  /** `null` when it may be changed. */
  readonly handsOff: HandsOff | null;
}

/** What is wrong with a change; the page says it beside the field. */
export type AccountFault =
  | { readonly code: Exclude<AccountFaultCode, 'apart' | 'unit-unfit'> }
  | { readonly code: 'unit-unfit'; readonly role: Role }
  | { readonly code: 'apart'; readonly pair: ApartPair };

export type AccountFaultCode =
  | 'username-missing'
  | 'username-unusable'
  | 'username-taken'
  | 'username-reserved'
  | 'name-missing'
  | 'name-too-long'
  | 'name-reserved'
  | 'person-unknown'
  | 'person-taken'
  | 'role-missing'
  | 'unit-missing'
  | 'unit-unfit'
  | 'held-already'
  | 'not-held'
  | 'apart'
  | 'last-office'
  | 'stale';

export type Changed<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'refused'; readonly faults: readonly AccountFault[] };
