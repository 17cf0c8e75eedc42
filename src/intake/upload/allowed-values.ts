import type { Texts } from '../../language/texts.ts';
import { KEY_DOMAINS } from '../../organisation/key-domain.ts';
import type { ReadScales } from '../read-form.ts';

/** What reads as "not said yet". */
const BLANK = '—';

/** The values that a field may have, as they are written into it; none where anything may stand. */
export function allowedValues(
  field: string | null,
  scales: ReadScales,
  text: Texts,
): readonly (readonly [value: string, label: string])[] {
  const { leaveOpen } = text.uploads.values;
  switch (field) {
    case 'probability':
    case 'harm':
      return [
        ...scales[field].steps.map((step) => [step.code, text.formats.inThisLanguage(step)] as const),
        [BLANK, leaveOpen],
      ];
    case 'grade':
      return [
        ...(['1', '2', '3'] as const).map((grade) => [grade, text.terms.declaredGrades[grade]] as const),
        [BLANK, leaveOpen],
      ];
    case 'domains':
      return [
        ...KEY_DOMAINS.map((domain) => [domain, text.terms.keyDomains[domain]] as const),
        [BLANK, leaveOpen],
      ];
    default:
      return [];
  }
}
