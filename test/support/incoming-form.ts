import type { IncomingForm, IncomingRisk } from '../../src/forms/form-content.ts';

/** A complete risk; a test names only what matters to it. */
export function aRisk(overrides: Partial<IncomingRisk> = {}): IncomingRisk {
  return {
    ordinal: 1,
    text: '报销审核把关不严，可能出现虚列支出。',
    measure: '严格执行财务报销“双审”制度。',
    probability: null,
    harm: null,
    declaredGrade: null,
    domains: null,
    ...overrides,
  };
}

/** A complete annex 1 with one risk. */
export function aForm(overrides: Partial<IncomingForm> = {}): IncomingForm {
  return {
    kind: 'annex1',
    duties: '负责经费报销审核。',
    filledOn: '2021-04-22',
    risks: [aRisk()],
    ...overrides,
  };
}
