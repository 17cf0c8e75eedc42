import { expect } from 'chai';
import { caseOf } from '../../src/grading/case.ts';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import type { KeyDomain } from '../../src/organisation/key-domain.ts';
import { fiveByFiveRulebook } from '../support/shipped-rulebooks.ts';

// Columns: harm 极轻微 轻微 中等 重大 灾难性. One measure and no domain, so that no adjustment applies.
const GRADES = {
  'very-low': [3, 3, 3, 3, 2],
  low: [3, 3, 2, 2, 2],
  medium: [3, 2, 2, 2, 1],
  high: [3, 2, 2, 1, 1],
  'very-high': [2, 2, 1, 1, 1],
} as const;
const HARMS = ['negligible', 'minor', 'moderate', 'major', 'catastrophic'] as const;

const REGION = { 1: 'region-c', 2: 'region-b', 3: 'region-a' } as const;

const ADJUSTED: readonly [string, string, KeyDomain | null, number, number, string][] = [
  ['medium', 'moderate', null, 3, 3, 'three-measures'],
  ['very-high', 'major', null, 9, 2, 'three-measures'],
  ['medium', 'moderate', null, 2, 2, 'region-b'],
  ['low', 'minor', null, 3, 3, 'region-a'],
  ['low', 'minor', 'procurement', 0, 2, 'procurement-without-measure'],
  ['low', 'minor', 'procurement', 1, 3, 'region-a'],
  ['low', 'minor', 'finance', 0, 3, 'region-a'],
  ['low', 'minor', null, 0, 3, 'region-a'],
  ['high', 'major', 'procurement', 0, 1, 'region-c'],
  ['very-low', 'catastrophic', null, 3, 2, 'catastrophic-harm'],
  ['medium', 'catastrophic', null, 3, 2, 'three-measures'],
  ['high', 'catastrophic', 'procurement', 3, 1, 'catastrophic-harm-likely'],
];

describe('grading by the five-by-five matrix', () => {
  const rulebook = fiveByFiveRulebook();
  const judge = gradingJudge(rulebook);

  async function verdictOf(
    probability: string,
    harm: string,
    domain: KeyDomain | null,
    measureCount: number,
  ) {
    const point = {
      probability: { scale: 'five-by-five-probability', step: probability },
      harm: { scale: 'five-by-five-harm', step: harm },
      domain,
      measureCount,
      own: {},
    };
    return judge.judge(caseOf(point, cutsOf(rulebook)));
  }

  for (const [probability, grades] of Object.entries(GRADES)) {
    for (const [column, grade] of grades.entries()) {
      const harm = HARMS[column] ?? '';
      it(`makes likelihood ${probability} and impact ${harm} grade ${grade}`, async () => {
        const because = [{ rule: REGION[grade], clause: `appendix-${REGION[grade]}` }];
        expect(await verdictOf(probability, harm, null, 1)).to.deep.include({ grade, because });
      });
    }
  }

  for (const [probability, harm, domain, measures, grade, rule] of ADJUSTED) {
    const point = `likelihood ${probability}, impact ${harm}, ${domain ?? 'no domain'}, ${measures} measures`;
    it(`makes ${point} grade ${grade}, by ${rule}`, async () => {
      const verdict = await verdictOf(probability, harm, domain, measures);
      expect(verdict.grade).to.equal(grade);
      expect('because' in verdict && verdict.because.map((reason) => reason.rule)).to.deep.equal([rule]);
    });
  }

  it('cuts the number of measures at one and at three', () => {
    expect(cutsOf(rulebook)).to.deep.equal({ measureCount: [1, 3], own: {} });
  });

  it('leaves values of the notice’s scales unassessed: nobody has decided how to map them', async () => {
    const onNotice = {
      probability: { scale: 'notice-2021-probability', step: 'high' },
      harm: { scale: 'notice-2021-harm', step: 'serious' },
      domain: null,
      measureCount: 1,
      own: {},
    };
    const verdict = await judge.judge(caseOf(onNotice, cutsOf(rulebook)));
    expect(verdict).to.deep.equal({
      grade: null,
      missing: ['probability', 'harm'],
      range: { severest: 1, mildest: 3 },
    });
  });
});
