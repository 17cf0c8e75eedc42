import type { PageSize } from '../web/pager.ts';
import type { FormOrder } from './form-order.ts';

/** How far a self-check form has come (domain: 'The way of things'). */
export const FORM_STATES = ['draft', 'submitted', 'returned', 'rated', 'rectifying', 'accepted'] as const;

export type FormState = (typeof FORM_STATES)[number];

export interface FormFilter {
  readonly year?: number;
  /** Words that must all stand in a form's names or duties, as they were typed. */
  readonly words?: string;
  readonly unitId?: number;
  readonly state?: FormState;
  /** Forms that came more than once. */
  readonly revised?: 'yes';
  /** Forms known only from a summary or a register: nobody filed annex 1. */
  readonly annex1?: 'missing';
  readonly order?: FormOrder;
  readonly size?: PageSize;
  /** From 1. */
  readonly page: number;
}

export interface FormSummary {
  readonly id: number;
  readonly unitId: number;
  readonly unitName: string;
  /** `null`: the division's own risk points. */
  readonly personName: string | null;
  readonly postNames: readonly string[];
  readonly version: number;
  readonly state: FormState;
  readonly filledOn: string | null;
  readonly duties: string | null;
  readonly points: number;
  readonly withMeasure: number;
  readonly hasAnnex1: boolean;
  /** The file the current version came from. */
  readonly file: string | null;
}

export interface FormList {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly forms: readonly FormSummary[];
}
