import type { ReadOpinion } from '../read-form.ts';
import type { Draft } from './draft.ts';
import { tidy, withoutGaps } from './wording.ts';

const SIGNATURE_LINE = /^(?:签字|签名|签章|盖章|日期|年|月|日|[\s\p{P}\p{S}])*$/u;

/** The opinions of a form that say something; a line left for a signature does not. */
export function opinionsOf(draft: Draft): ReadOpinion[] {
  return draft.opinions.flatMap(({ label, lines }) => {
    const [first] = lines;
    const text = tidy(lines.map((line) => line.text).join('\n'));
    if (first === undefined || SIGNATURE_LINE.test(text)) return [];
    return [
      {
        label: withoutGaps(label).replace(/[：:]$/u, ''),
        text: { value: text, raw: text, position: first.position },
      },
    ];
  });
}
