import { expect } from 'chai';
import { gradingCheck } from '../../src/grading/grading-check.ts';
import { checkRulebook } from '../../src/rulebooks/rulebook-check.ts';
import { anAdjustment } from '../support/grading-builder.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

/** Rules that make every odd number of measures severe: each a reason of its own why one measure fewer is milder. */
function withInversions(count: number): string {
  const adjustments = Array.from({ length: count }, (_, index) => {
    const when = { fact: 'measureCount', operator: 'equal', value: 1 + 2 * index } as const;
    return anAdjustment(`odd-${index}`, when, { noMilderThan: 1 });
  });
  const notice = noticeRulebook();
  return JSON.stringify({ ...notice, examples: notice.examples.slice(-4, -1), adjustments });
}

describe('more inversions than a check tells', () => {
  for (const [count, said] of [
    [50, []],
    [60, ['倒挂过多，只列出最基本的 50 个，还有 10 个没有列出。']],
    [190, ['倒挂过多，只列出最基本的 50 个，至少还有 100 个没有列出。']],
  ] as const) {
    it(`are counted, of ${count}`, async () => {
      const { findings, warnings, sampled } = await checkRulebook(withInversions(count), gradingCheck);
      expect(findings.filter(({ kind }) => kind === 'non-monotone')).to.have.lengthOf(50);
      expect({ said: warnings.map(({ message }) => message), sampled }).to.deep.equal({
        said,
        sampled: false,
      });
    });
  }
});
