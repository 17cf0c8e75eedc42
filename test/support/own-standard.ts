import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { shippedText, soundRulebook } from './shipped-rulebooks.ts';

const OWN: readonly (readonly [notice: string, own: string])[] = [
  ['三级标准', '标准'],
  ['一级', '高'],
  ['二级', '中'],
  ['三级', '低'],
  ['Grade 1', 'High'],
  ['Grade 2', 'Medium'],
  ['Grade 3', 'Low'],
  ['grade 1', 'high'],
  ['grade 2', 'medium'],
  ['grade 3', 'low'],
];

/** A bureau's standard: the notice's rules, its grades called 高, 中 and 低, each with the leader who answers for it. */
export function highMediumLow(): GradingRulebook {
  const text = OWN.reduce(
    (said, [notice, own]) => said.replaceAll(notice, own),
    shippedText('grading/notice-2021.json'),
  );
  const rulebook = soundRulebook(text);
  if (rulebook.kind !== 'grading') throw new Error('the notice grades');
  const { grades } = rulebook;
  return {
    ...rulebook,
    name: 'own-standard',
    grades: {
      1: { ...grades[1], responsible: 'principal-leader' },
      2: { ...grades[2], responsible: 'leader-in-charge' },
      3: grades[3],
    },
  };
}
