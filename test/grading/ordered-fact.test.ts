import { expect } from 'chai';
import { caseOf } from '../../src/grading/case.ts';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { gradingCheck } from '../../src/grading/grading-check.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import { ownChanges } from '../../src/grading/own-fact-change.ts';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import { factTypes, operatorsFor } from '../../src/rulebooks/fact-type.ts';
import { checkRulebook } from '../../src/rulebooks/rulebook-check.ts';
import { parseRulebook } from '../../src/rulebooks/rulebook-schema.ts';
import type { AdjustmentRule, Comparison, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { aPoint, anAdjustment } from '../support/grading-builder.ts';
import { throughFile } from '../support/rulebook-workbook.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

const STEPS = ['slight', 'some', 'great'] as const;
const UNORDERED: DeclaredFact = {
  name: 'influence',
  title: { zh: '影响面', en: 'Influence' },
  type: 'choice',
  options: STEPS.map((code, at) => ({ code, zh: ['小', '中', '大'][at] ?? '', en: code })),
  worse: 'up',
  source: { zh: '处室填写。', en: 'Written by the division.' },
  of: 'risk-point',
};
const INFLUENCE: DeclaredFact = { ...UNORDERED, ordered: true };

function withRule(when: Omit<Comparison, 'fact'>, fact = INFLUENCE): GradingRulebook {
  const rule: AdjustmentRule = anAdjustment(
    'far-reaching',
    { fact: 'influence', ...when },
    { noMilderThan: 1 },
  );
  return { ...noticeRulebook(), facts: [fact], adjustments: [rule] };
}

describe('a fact whose options stand in an order', () => {
  const atLeastSome = withRule({ operator: 'atLeast', value: 'some' });

  it('is compared by it; one without an order is not', () => {
    const type = factTypes(atLeastSome).get('influence');
    expect(type).to.deep.equal({ type: 'scale', steps: STEPS });
    expect(type === undefined ? [] : operatorsFor(type)).to.include.members(['atLeast', 'lessThan']);
    expect(parseRulebook(JSON.stringify(atLeastSome))).to.have.property('rulebook');
    const refused = parseRulebook(
      JSON.stringify(withRule({ operator: 'atLeast', value: 'some' }, UNORDERED)),
    );
    expect('findings' in refused ? refused.findings.map(({ path }) => path) : []).to.deep.equal([
      '/adjustments/0/when/operator',
    ]);
  });

  it('may only be a choice that is in an order', () => {
    const number = { ...INFLUENCE, type: 'number', options: undefined };
    const text = JSON.stringify({ ...atLeastSome, facts: [number] });
    expect(parseRulebook(text)).to.have.property('findings');
    const unsaid = JSON.stringify({ ...atLeastSome, facts: [{ ...INFLUENCE, ordered: false }] });
    expect(parseRulebook(unsaid)).to.have.property('findings');
  });

  it('is judged at least from its step upwards', async () => {
    const judge = gradingJudge(atLeastSome);
    const grades: unknown[] = [];
    for (const influence of [null, ...STEPS]) {
      const point = { ...aPoint({ probability: 'small', harm: 'limited' }), own: { influence } };
      grades.push((await judge.judge(caseOf(point, cutsOf(atLeastSome)))).grade);
    }
    expect(grades).to.deep.equal([3, 3, 1, 1]);
  });

  it('is found to be turned where a higher step gets a milder grade', async () => {
    const turned = withRule({ operator: 'equal', value: 'some' });
    const kinds = async (rulebook: GradingRulebook): Promise<readonly unknown[]> => {
      const { findings } = await checkRulebook(JSON.stringify(rulebook), gradingCheck);
      return findings
        .filter(({ kind }) => kind === 'non-monotone')
        .map(({ facts, against }) => [facts['influence'], against?.['influence']]);
    };
    expect(await kinds(atLeastSome)).to.deep.equal([]);
    expect(await kinds(turned)).to.deep.include(['great', 'some']);
    const better = withRule({ operator: 'atLeast', value: 'some' }, { ...INFLUENCE, worse: 'down' });
    expect(await kinds(better)).to.deep.include(['slight', 'some']);
  });

  it('comes back from an Excel table as it was', async () => {
    expect(await throughFile(atLeastSome)).to.deep.equal(atLeastSome);
  });

  it('is a step nearer to the next than to the one behind it', () => {
    const type = factTypes(atLeastSome).get('influence');
    if (type === undefined) throw new Error('the rulebook declares it');
    expect(
      ownChanges('influence', type, STEPS, 'slight').map(({ to, distance }) => [to, distance]),
    ).to.deep.equal([
      ['some', 1],
      ['great', 2],
    ]);
  });
});
