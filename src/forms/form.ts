/** How far a self-check form has come (domain: 'The way of things'). */
export const FORM_STATES = ['draft', 'submitted', 'returned', 'rated', 'rectifying', 'accepted'] as const;

export type FormState = (typeof FORM_STATES)[number];

export const FORMS_PER_PAGE = 50;

export interface FormFilter {
  readonly year?: number;
  readonly unitId?: number;
  /** Forms known only from a summary or a register: nobody filed annex 1. */
  readonly annex1?: 'missing';
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
