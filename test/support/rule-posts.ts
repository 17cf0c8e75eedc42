import { isGroup, type FormNode } from '../../src/tuning/rule-form.ts';
import { ROOT } from '../../src/tuning/rule-form-condition.ts';

/** The fields of a form's conditions as the page posts them. */
export function postedConditions(node: FormNode, key = ROOT): Record<string, string[]> {
  if (!isGroup(node)) {
    const { fact, operator, values } = node;
    return { [`${key}/fact`]: [fact], [`${key}/operator`]: [operator], [`${key}/value`]: [...values] };
  }
  const parts = node.parts.map((part, at) => postedConditions(part, `${key}-${at}`));
  return Object.assign({ [`${key}/join`]: [node.join] }, ...parts) as Record<string, string[]>;
}

/** A new rule of the notice's rulebook with a group of conditions, as its form posts it. */
export const NEW_RULE = {
  list: 'adjustments',
  replaces: '',
  'w/join': 'any',
  'w-0/fact': 'domain',
  'w-0/operator': 'in',
  'w-0/value': ['finance', 'procurement'],
  'w-1/join': 'none',
  'w-1-0/fact': 'measureCount',
  'w-1-0/operator': 'atLeast',
  'w-1-0/value': '1',
  effect: 'no-milder-2',
  'title-zh': '资金采购或无措施',
  'title-en': 'Funds or no measure',
  'reason-zh': '没有防控措施。',
  'reason-en': 'Nothing prevents it.',
  clause: '3.3-grade-1',
  name: '',
  after: '',
};

/** What comes of it where it is to lift to the first grade. */
export const MADE_RULE = {
  name: 'funds-or-no-measure',
  title: { zh: '资金采购或无措施', en: 'Funds or no measure' },
  reason: { zh: '没有防控措施。', en: 'Nothing prevents it.' },
  clause: '3.3-grade-1',
  when: {
    any: [
      { fact: 'domain', operator: 'in', value: ['finance', 'procurement'] },
      { not: { fact: 'measureCount', operator: 'atLeast', value: 1 } },
    ],
  },
  effect: { noMilderThan: 1 },
};
