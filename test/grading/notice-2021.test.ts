import { expect } from 'chai';
import { caseOf } from '../../src/grading/case.ts';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { aPoint } from '../support/grading-builder.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

const [P, H] = ['probability', 'harm'];

// Notice, part 三·3: grade 1 when probability is high or harm serious, 2 when fairly so, 3 otherwise.
const NINE_CELLS = [
  ['high', 'serious', 1, [`${P}-high`, `${H}-serious`], []],
  ['high', 'fairly-serious', 1, [`${P}-high`], [`${H}-fairly-serious`]],
  ['high', 'limited', 1, [`${P}-high`], [`${H}-limited`]],
  ['fairly-high', 'serious', 1, [`${H}-serious`], [`${P}-fairly-high`]],
  ['fairly-high', 'fairly-serious', 2, [`${P}-fairly-high`, `${H}-fairly-serious`], []],
  ['fairly-high', 'limited', 2, [`${P}-fairly-high`], [`${H}-limited`]],
  ['small', 'serious', 1, [`${H}-serious`], [`${P}-small`]],
  ['small', 'fairly-serious', 2, [`${H}-fairly-serious`], [`${P}-small`]],
  ['small', 'limited', 3, [`${P}-small`, `${H}-limited`], []],
] as const;

const UNASSESSED = [
  [null, null, [P, H], { severest: 1, mildest: 3 }],
  ['high', null, [H], { severest: 1, mildest: 1 }],
  ['fairly-high', null, [H], { severest: 1, mildest: 2 }],
  ['small', null, [H], { severest: 1, mildest: 3 }],
  [null, 'serious', [P], { severest: 1, mildest: 1 }],
  [null, 'fairly-serious', [P], { severest: 1, mildest: 2 }],
  [null, 'limited', [P], { severest: 1, mildest: 3 }],
] as const;

// The notice's own words, without the full stop or semicolon that ends each.
const CLAUSES = {
  '3.3-grade-1':
    '一级风险是发生机率高的风险，或者一旦发生可能造成严重损害后果的风险，如有可能触犯国家法律，构成犯罪的风险等',
  '3.3-grade-2':
    '二级风险是发生机率较高的风险，或者一旦发生可能造成较为严重损害后果的风险，如有可能违反涉及行政机关工作人员的相关法规，受到纪律处分的风险等',
  '3.3-grade-3': '三级风险是发生机率较小的风险，或者一旦发生可能造成不良社会影响或一定经济损失的风险',
};

describe('grading by the notice', () => {
  const rulebook = noticeRulebook();
  const judge = gradingJudge(rulebook);
  const place = (facts: Parameters<typeof aPoint>[0]) => caseOf(aPoint(facts), cutsOf(rulebook));

  for (const [probability, harm, grade, because, also] of NINE_CELLS) {
    it(`makes probability ${probability} and harm ${harm} grade ${grade}, by ${because.join(' and ')}`, async () => {
      const decided = because.map((rule) => ({ rule, clause: `3.3-grade-${grade}` }));
      const verdict = await judge.judge(place({ probability, harm }));
      expect(verdict).to.deep.include({ grade, because: decided });
      expect('also' in verdict && verdict.also.map(({ rule }) => rule)).to.deep.equal(also);
    });
  }

  for (const [probability, harm, missing, range] of UNASSESSED) {
    const known = `probability ${probability ?? 'unknown'} and harm ${harm ?? 'unknown'}`;
    it(`leaves ${known} unassessed, between grade ${range.severest} and ${range.mildest}`, async () => {
      const verdict = await judge.judge(place({ probability, harm }));
      expect(verdict).to.deep.equal({ grade: null, missing, range });
    });
  }

  it('asks for nothing but probability and harm', async () => {
    const grades = KEY_DOMAINS.flatMap((domain) =>
      [0, 1, 7].map((measureCount) =>
        judge.judge(place({ probability: 'small', harm: 'limited', domain, measureCount })),
      ),
    );
    expect(new Set((await Promise.all(grades)).map(({ grade }) => grade))).to.deep.equal(new Set([3]));
  });

  it('quotes each clause in the words of the notice', () => {
    const quoted = rulebook.clauses.map(({ code, text }) => [code, text.zh]);
    expect(Object.fromEntries(quoted)).to.deep.equal(CLAUSES);
  });

  it('cites every clause as 通知三·3', () => {
    expect(new Set(rulebook.clauses.map(({ reference }) => reference.zh))).to.deep.equal(
      new Set(['通知三·3']),
    );
  });
});
