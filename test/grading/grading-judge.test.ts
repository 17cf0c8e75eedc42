import { expect } from 'chai';
import { caseOf } from '../../src/grading/case.ts';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import type {
  AdjustmentEffect,
  AdjustmentRule,
  Condition,
  GradingRulebook,
} from '../../src/rulebooks/rulebook.ts';
import { aPoint, anAdjustment } from '../support/grading-builder.ts';
import { fiveByFiveRulebook, noticeRulebook } from '../support/shipped-rulebooks.ts';

const ALWAYS: Condition = { fact: 'probability', operator: 'isKnown' };
const NEVER: Condition = { fact: 'probability', operator: 'isUnknown' };

/** Probability and harm of each base grade, and the base rules that make it. */
const BASE = {
  1: { probability: 'high', harm: 'serious' },
  2: { probability: 'fairly-high', harm: 'fairly-serious' },
  3: { probability: 'small', harm: 'limited' },
} as const;

const one = { lowerBy: 1 } as const;
const two = { lowerBy: 2 } as const;
const atLeast1 = { noMilderThan: 1 } as const;
const atLeast2 = { noMilderThan: 2 } as const;

// Base grade, effects in the order of their declaration, grade, positions of the deciding effects (none: the base).
const EFFECTS: readonly [1 | 2 | 3, readonly AdjustmentEffect[], number, readonly number[]][] = [
  [1, [], 1, []],
  [1, [one], 2, [0]],
  [2, [one], 3, [0]],
  [3, [one], 3, []],
  [1, [two], 3, [0]],
  [1, [one, one], 3, [0, 1]],
  [1, [two, two], 3, [0, 1]],
  [3, [atLeast2], 2, [0]],
  [3, [atLeast1], 1, [0]],
  [2, [atLeast2], 2, []],
  [1, [atLeast2], 1, []],
  [3, [atLeast2, atLeast1], 1, [1]],
  [3, [atLeast1, atLeast2], 1, [0]],
  [3, [atLeast2, atLeast2], 2, [0, 1]],
  [1, [atLeast2, two], 2, [0]],
  [1, [two, atLeast2], 2, [1]],
  [1, [one, atLeast2], 2, [0]],
  [1, [one, atLeast1], 1, [1]],
  [2, [atLeast1, one], 1, [0]],
];

function withAdjustments(...adjustments: readonly AdjustmentRule[]): GradingRulebook {
  return { ...noticeRulebook(), adjustments };
}

describe('the effects of adjustment rules', () => {
  for (const [base, effects, grade, deciding] of EFFECTS) {
    const written = effects.map((effect) => JSON.stringify(effect)).join(' ') || 'no adjustment';
    it(`make of grade ${base} by ${written} grade ${grade}`, async () => {
      const rules = effects.map((effect, index) => anAdjustment(`effect-${index}`, ALWAYS, effect));
      const judge = gradingJudge(withAdjustments(...rules));
      const verdict = await judge.judge(caseOf(aPoint(BASE[base]), { measureCount: [], own: {} }));
      const names = deciding.map((index) => `effect-${index}`);
      const because = 'because' in verdict ? verdict.because.map(({ rule }) => rule) : [];
      expect(verdict.grade).to.equal(grade);
      expect(because.filter((rule) => rule.startsWith('effect'))).to.deep.equal(names);
    });
  }

  it('leave rules that applied without deciding in view', async () => {
    const judge = gradingJudge(
      withAdjustments(
        anAdjustment('lowers', ALWAYS, one),
        anAdjustment('never', NEVER, atLeast1),
        anAdjustment('limits', ALWAYS, atLeast1),
      ),
    );
    const verdict = await judge.judge(caseOf(aPoint(BASE[2]), { measureCount: [], own: {} }));
    expect(verdict).to.deep.equal({
      grade: 1,
      because: [{ rule: 'limits', clause: '3.3-grade-1' }],
      also: [
        { rule: 'probability-fairly-high', clause: '3.3-grade-2' },
        { rule: 'harm-fairly-serious', clause: '3.3-grade-2' },
        { rule: 'lowers', clause: '3.3-grade-1' },
      ],
    });
  });
});

describe('a grading judge', () => {
  it('takes values of another scale by the mapping, and only by it', async () => {
    const notice = noticeRulebook();
    const mappings = { 'old-probability': { often: 'high' } };
    const probability = { ...notice.scales.probability, mappings };
    const judge = gradingJudge({ ...notice, scales: { ...notice.scales, probability } });
    const grades = ['often', 'rarely'].map(async (step) => {
      const point = { ...aPoint({ harm: 'limited' }), probability: { scale: 'old-probability', step } };
      return (await judge.judge(caseOf(point, { measureCount: [], own: {} }))).grade;
    });
    expect(await Promise.all(grades)).to.deep.equal([1, null]);
  });

  it('counts a required domain as missing, and ranges over what each domain would give', async () => {
    const procurement: Condition = { fact: 'domain', operator: 'equal', value: 'procurement' };
    const rulebook = {
      ...withAdjustments(anAdjustment('procurement', procurement, atLeast1)),
      requires: ['probability', 'harm', 'domain'],
    };
    const verdict = await gradingJudge(rulebook).judge(
      caseOf(aPoint(BASE[3]), { measureCount: [], own: {} }),
    );
    expect(verdict).to.deep.equal({ grade: null, missing: ['domain'], range: { severest: 1, mildest: 3 } });
  });

  it('refuses a case that is cut more coarsely than the rulebook cuts', async () => {
    const judge = gradingJudge(fiveByFiveRulebook());
    const uncut = caseOf(aPoint({}), { measureCount: [], own: {} });
    const refusal = await judge.judge(uncut).catch((error: unknown) => String(error));
    expect(refusal).to.match(/not cut at 1/);
  });

  it('judges two thousand cases, each by what is known of it', async () => {
    const rulebook = fiveByFiveRulebook();
    const scheme = { measureCount: [1, 2, 3, 4, 5], own: {} };
    const steps = (fact: 'probability' | 'harm') => [
      null,
      ...rulebook.scales[fact].steps.map(({ code }) => ({ scale: rulebook.scales[fact].code, step: code })),
    ];
    const cases = steps('probability').flatMap((probability) =>
      steps('harm').flatMap((harm) =>
        [null, ...KEY_DOMAINS].flatMap((domain) =>
          [0, 1, 2, 3, 4].map((measureCount) =>
            caseOf({ probability, harm, domain, measureCount, own: {} }, scheme),
          ),
        ),
      ),
    );
    const judge = gradingJudge(rulebook);
    const verdicts = await Promise.all(cases.map((place) => judge.judge(place)));
    expect(verdicts.length).to.be.greaterThan(2000);
    const isWhole = cases.map(({ probability, harm }) => probability !== null && harm !== null);
    expect(verdicts.map(({ grade }) => grade !== null)).to.deep.equal(isWhole);
  });
});

describe('the cuts of a grading rulebook', () => {
  const TABLE: readonly [Condition, readonly number[]][] = [
    [{ fact: 'measureCount', operator: 'atLeast', value: 3 }, [3]],
    [{ fact: 'measureCount', operator: 'lessThan', value: 3 }, [3]],
    [{ fact: 'measureCount', operator: 'greaterThan', value: 3 }, [4]],
    [{ fact: 'measureCount', operator: 'atMost', value: 3 }, [4]],
    [{ fact: 'measureCount', operator: 'equal', value: 3 }, [3, 4]],
    [{ fact: 'measureCount', operator: 'notEqual', value: 0 }, [1]],
    [{ fact: 'measureCount', operator: 'atLeast', value: 0 }, []],
    [{ fact: 'measureCount', operator: 'isUnknown' }, []],
    [{ not: { fact: 'measureCount', operator: 'atMost', value: 1 } }, [2]],
    [{ fact: 'domain', operator: 'equal', value: 'finance' }, []],
  ];

  for (const [condition, cuts] of TABLE) {
    it(`by ${JSON.stringify(condition)} are ${JSON.stringify(cuts)}`, () => {
      const rulebook = withAdjustments(anAdjustment('rule', condition, one));
      expect(cutsOf(rulebook).measureCount).to.deep.equal(cuts);
    });
  }
});
