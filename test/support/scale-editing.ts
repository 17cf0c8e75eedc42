import { expect } from 'chai';
import type { Grade, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { parseRulebook } from '../../src/rulebooks/rulebook-schema.ts';
import type { ScaleEdit } from '../../src/tuning/scale-change.ts';
import { editScale } from '../../src/tuning/scale-edit.ts';
import { noticeRulebook } from './shipped-rulebooks.ts';

export const GRADES: Readonly<Record<string, Grade>> = { small: 1, 'fairly-high': 1, high: 1 };
/** A step worse than the worst of the notice's harms, with its column. */
export const ADD: Extract<ScaleEdit, { kind: 'add-step' }> = {
  kind: 'add-step',
  fact: 'harm',
  at: 3,
  zh: '特别严重',
  en: 'Disastrous!',
  grades: GRADES,
};

/** A rulebook after one change of its scales, which is a sound one. */
export function edited(
  change: ScaleEdit,
  rulebook: GradingRulebook = noticeRulebook(),
  inForce: GradingRulebook = noticeRulebook(),
): GradingRulebook {
  const result = editScale(rulebook, change, { inForce, base: inForce });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  expect(parseRulebook(JSON.stringify(result.rulebook))).to.have.property('rulebook');
  return result.rulebook as GradingRulebook;
}

/** The codes of the harms, mildest first. */
export const codes = ({ scales }: GradingRulebook): readonly string[] =>
  scales.harm.steps.map(({ code }) => code);
