import { expect } from 'chai';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import type { CaseFacts } from '../../src/grading/case.ts';
import type { Grade, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { calibrationOf, type CurrentOverride } from '../../src/tuning/calibration.ts';
import { draftForCase } from '../../src/tuning/draft-for-case.ts';
import { anAdjustment } from '../support/grading-builder.ts';
import { matrixOf, noticeRulebook, soundRulebook } from '../support/shipped-rulebooks.ts';

const WORDS = { zh: '按人工调整', en: 'as overridden' };
const WHOLE = { from: null, below: null };

function aCase(named: Partial<CaseFacts> = {}): CaseFacts {
  return {
    subject: 'risk-point',
    probability: { scale: 'notice-2021-probability', step: 'small' },
    harm: { scale: 'notice-2021-harm', step: 'fairly-serious' },
    domain: 'finance',
    measureCount: WHOLE,
    own: {},
    ...named,
  };
}

/** Points of one case that were overridden to these grades. */
function overridden(
  caseId: number,
  proposed: Grade | null,
  ...grades: readonly Grade[]
): readonly CurrentOverride[] {
  return grades.map((grade, index) => ({
    pointId: caseId * 100 + index,
    text: '风险',
    unit: '办公室',
    caseId,
    facts: aCase(),
    proposed,
    grade,
    reason: '理由',
  }));
}

describe('overrides by case', () => {
  it('counts those upwards and downwards, the case with most first', () => {
    const groups = calibrationOf([...overridden(1, 2, 1), ...overridden(2, 2, 1, 1, 3)]);
    expect(
      groups.map(({ caseId, severer, milder, points }) => [caseId, severer, milder, points.length]),
    ).to.deep.equal([
      [2, 2, 1, 3],
      [1, 1, 0, 1],
    ]);
  });

  const majorities: readonly (readonly [readonly Grade[], Grade | null])[] = [
    [[1], 1],
    [[1, 1, 3], 1],
    [[1, 3], null],
    [[1, 1, 3, 3], null],
    [[3, 3, 3, 1], 3],
  ];
  for (const [grades, majority] of majorities) {
    it(`sees in ${grades.join(', ')} the majority ${String(majority)}`, () => {
      expect(calibrationOf(overridden(1, 2, ...grades))[0]?.majority).to.equal(majority);
    });
  }

  it('leaves out an override that the rules have come to agree with', () => {
    expect(calibrationOf(overridden(1, 1, 1))).to.deep.equal([]);
  });
});

/** The rulebook that gives the case that grade, from what it says of it now. */
async function drafted(
  rulebook: GradingRulebook,
  facts: CaseFacts,
  grade: Grade,
): Promise<GradingRulebook | null> {
  const verdict = await gradingJudge(rulebook).judge(facts);
  return draftForCase(rulebook, { facts, verdict, grade, title: WORDS, reason: WORDS });
}

async function gradeBy(rulebook: GradingRulebook | null, facts: CaseFacts): Promise<Grade | null> {
  if (rulebook === null) throw new Error('there is no draft');
  const sound = soundRulebook(JSON.stringify(rulebook));
  if (sound.kind !== 'grading') throw new Error('not a grading rulebook');
  return (await gradingJudge(sound).judge(facts)).grade;
}

describe('a draft that follows the overrides of a case', () => {
  for (const grade of [1, 3] as const) {
    it(`makes the case grade ${grade} and changes exactly its cell of the matrix`, async () => {
      const draft = await drafted(noticeRulebook(), aCase(), grade);
      expect(await gradeBy(draft, aCase())).to.equal(grade);
      const before = matrixOf(noticeRulebook()).cells;
      const after = draft === null ? [] : matrixOf(draft).cells;
      const changed = after.filter((cell, index) => JSON.stringify(cell) !== JSON.stringify(before[index]));
      expect(changed).to.deep.equal([
        { row: 'small', column: 'fairly-serious', grade, rules: ['calibration-1'] },
      ]);
      expect(after.length).to.equal(before.length);
    });
  }

  it('fills in the reason, and takes a name that is free', async () => {
    const first = await drafted(noticeRulebook(), aCase(), 1);
    if (first === null) throw new Error('there is no draft');
    const again = await drafted(first, aCase(), 3);
    const names = again === null ? [] : matrixOf(again).rules.map(({ name, reason }) => [name, reason]);
    expect(names.slice(-2)).to.deep.equal([
      ['calibration-1', WORDS],
      ['calibration-2', WORDS],
    ]);
  });

  const funds = { fact: 'domain', operator: 'equal', value: 'finance' } as const;

  it('adds an adjustment for this case alone where an adjustment decided', async () => {
    const held = { ...noticeRulebook(), adjustments: [anAdjustment('eased', funds, { lowerBy: 1 })] };
    const draft = await drafted(held, aCase(), 1);
    expect(await gradeBy(draft, aCase())).to.equal(1);
    expect(await gradeBy(draft, aCase({ domain: 'assets' }))).to.equal(2);
    expect(draft?.adjustments.length).to.equal(2);
    expect(draft?.base).to.deep.equal(held.base);
  });

  it('cannot make milder what an adjustment holds up', async () => {
    const held = { ...noticeRulebook(), adjustments: [anAdjustment('held', funds, { noMilderThan: 1 })] };
    expect(await drafted(held, aCase(), 3)).to.equal(null);
  });

  it('is none where the rules have no grade, already give it, or do not know the step', async () => {
    expect(await drafted(noticeRulebook(), aCase({ harm: null }), 1)).to.equal(null);
    expect(await drafted(noticeRulebook(), aCase(), 2)).to.equal(null);
    const verdict = await gradingJudge(noticeRulebook()).judge(aCase());
    const facts = aCase({ harm: { scale: 'constructor', step: 'name' } });
    expect(
      draftForCase(noticeRulebook(), { facts, verdict, grade: 1, title: WORDS, reason: WORDS }),
    ).to.equal(null);
  });
});
