import type { FindingField } from '../finding.ts';
import type { Finding } from '../read-form.ts';

/** A word that was not understood, and the field it stands in. */
export interface FindingWord {
  readonly field: FindingField;
  readonly raw: string;
}

const FIELDS: Readonly<Record<string, FindingField>> = {
  'unknown-grade': 'grade',
  'unknown-domain': 'domains',
  'unreadable-date': 'filledOn',
};

/** The word that a finding is about, when it is about a word; `null` for every other finding. */
export function findingWord({ code, parameters }: Finding): FindingWord | null {
  if (!('raw' in parameters)) return null;
  if (code === 'unknown-step' && 'field' in parameters)
    return { field: parameters.field, raw: parameters.raw };
  const field = FIELDS[code] ?? null;
  return field === null ? null : { field, raw: parameters.raw };
}
