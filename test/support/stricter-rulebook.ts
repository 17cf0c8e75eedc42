import { noticeRulebook } from './shipped-rulebooks.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { anAdjustment } from './grading-builder.ts';

const WORDS = { zh: '说明', en: 'words' };

/** The notice with what it cuts nowhere: no measure at all, and two facts that the bureau added. */
export function stricterNotice(name = 'notice-2021'): GradingRulebook {
  return {
    ...noticeRulebook(),
    name,
    facts: [
      {
        name: 'rotationOverdue',
        title: WORDS,
        type: 'boolean',
        worse: 'up',
        source: WORDS,
        of: 'risk-point',
      },
      {
        name: 'amount',
        title: WORDS,
        type: 'number',
        unit: WORDS,
        worse: 'up',
        source: WORDS,
        of: 'risk-point',
      },
    ],
    adjustments: [
      anAdjustment(
        'no-measure',
        { fact: 'measureCount', operator: 'lessThan', value: 1 },
        { noMilderThan: 1 },
      ),
      anAdjustment(
        'rotation-overdue',
        { fact: 'rotationOverdue', operator: 'equal', value: true },
        { noMilderThan: 1 },
      ),
      anAdjustment('large-amount', { fact: 'amount', operator: 'atLeast', value: 100 }, { noMilderThan: 2 }),
    ],
  };
}
