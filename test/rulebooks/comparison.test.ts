import { expect } from 'chai';
import { OPERATOR_TESTS } from '../../src/rulebooks/engine-operators.ts';
import type { FactType, FactValue } from '../../src/rulebooks/fact-type.ts';
import { ruleEngine } from '../../src/rulebooks/rule-engine.ts';
import type { Comparison, Condition } from '../../src/rulebooks/rulebook.ts';

const TYPES = new Map<string, FactType>([
  ['harm', { type: 'scale', steps: ['limited', 'fairly-serious', 'serious'] }],
  ['amount', { type: 'number', integer: false, minimum: -10, maximum: null }],
  ['exempt', { type: 'boolean' }],
  ['domain', { type: 'choice', options: ['finance', 'assets', 'approvals'] }],
  ['text', { type: 'text' }],
]);

const SCALE = { fact: 'harm', value: 'fairly-serious' };
const SOME = { fact: 'domain', value: ['finance', 'assets'] };
const WORDS = { fact: 'text', value: ['采购', '招标'] };

// A comparison, a value for which it is true, and one for which it is false.
const MEANING: readonly [Comparison, FactValue, FactValue][] = [
  [{ ...SCALE, operator: 'equal' }, 'fairly-serious', 'serious'],
  [{ ...SCALE, operator: 'notEqual' }, 'limited', 'fairly-serious'],
  [{ ...SCALE, operator: 'lessThan' }, 'limited', 'fairly-serious'],
  [{ ...SCALE, operator: 'atMost' }, 'fairly-serious', 'serious'],
  [{ ...SCALE, operator: 'greaterThan' }, 'serious', 'fairly-serious'],
  [{ ...SCALE, operator: 'atLeast' }, 'fairly-serious', 'limited'],
  [{ fact: 'harm', operator: 'in', value: ['limited', 'serious'] }, 'serious', 'fairly-serious'],
  [{ fact: 'harm', operator: 'notIn', value: ['limited', 'serious'] }, 'fairly-serious', 'limited'],
  [{ fact: 'amount', operator: 'equal', value: 0 }, 0, 5],
  [{ fact: 'amount', operator: 'notEqual', value: 0 }, 5, 0],
  [{ fact: 'amount', operator: 'lessThan', value: 5 }, 4.5, 5],
  [{ fact: 'amount', operator: 'atMost', value: 5 }, 5, 5.5],
  [{ fact: 'amount', operator: 'greaterThan', value: 5 }, 10, 5],
  [{ fact: 'amount', operator: 'atLeast', value: 5 }, 5, -1],
  [{ fact: 'exempt', operator: 'equal', value: false }, false, true],
  [{ fact: 'exempt', operator: 'notEqual', value: false }, true, false],
  [{ fact: 'domain', operator: 'equal', value: 'finance' }, 'finance', 'assets'],
  [{ fact: 'domain', operator: 'notEqual', value: 'finance' }, 'assets', 'finance'],
  [{ ...SOME, operator: 'in' }, 'assets', 'approvals'],
  [{ ...SOME, operator: 'notIn' }, 'approvals', 'assets'],
  [{ ...WORDS, operator: 'containsAny' }, '规避公开招标', '报销审核'],
];

async function isTrue(when: Condition, fact: string, value: FactValue): Promise<boolean> {
  const engine = ruleEngine([{ name: 'rule', when }], TYPES);
  return (await engine.applying({ [fact]: value })).length === 1;
}

describe('a comparison', () => {
  for (const [comparison, yes, no] of MEANING) {
    const { fact, operator, value } = comparison;
    const written = `${fact} ${operator} ${JSON.stringify(value)}`;
    it(`“${written}” is true of ${String(yes)}, false of ${String(no)}, and its negation the other way round`, async () => {
      const plain = await Promise.all([yes, no].map((known) => isTrue(comparison, fact, known)));
      const negated = await Promise.all([yes, no].map((known) => isTrue({ not: comparison }, fact, known)));
      expect({ plain, negated }).to.deep.equal({ plain: [true, false], negated: [false, true] });
    });

    it(`“${written}” is false of an unknown value, and so is its negation`, async () => {
      const both = [comparison, { not: comparison }, { not: { not: comparison } }];
      const found = await Promise.all(both.map((when) => isTrue(when, fact, null)));
      expect(found).to.deep.equal([false, false, false]);
    });
  }

  for (const [fact, known] of [
    ['harm', 'serious'],
    ['amount', 0],
    ['exempt', false],
    ['domain', 'finance'],
    ['text', ''],
  ] as const) {
    it(`with isUnknown is true of an unknown ${fact} only, with isKnown of a known one`, async () => {
      const conditions: Condition[] = [
        { fact, operator: 'isUnknown' },
        { not: { fact, operator: 'isKnown' } },
        { fact, operator: 'isKnown' },
        { not: { fact, operator: 'isUnknown' } },
      ];
      const unknown = await Promise.all(conditions.map((when) => isTrue(when, fact, null)));
      const certain = await Promise.all(conditions.map((when) => isTrue(when, fact, known)));
      expect({ unknown, certain }).to.deep.equal({
        unknown: [true, true, false, false],
        certain: [false, false, true, true],
      });
    });
  }

  it('has a meaning in the table for every operator', () => {
    const tried = new Set([
      ...MEANING.map(([{ operator }]) => operator),
      'isUnknown',
      'isKnown',
      'containsNone',
    ]);
    expect(tried).to.deep.equal(new Set(Object.keys(OPERATOR_TESTS)));
  });
});

describe('a negation', () => {
  const serious: Comparison = { fact: 'harm', operator: 'equal', value: 'serious' };
  const large: Comparison = { fact: 'amount', operator: 'atLeast', value: 5 };

  // What is asked, harm, amount, whether it is true.
  const TABLE: readonly [Condition, FactValue, FactValue, boolean][] = [
    [{ not: { all: [serious, large] } }, 'serious', 9, false],
    [{ not: { all: [serious, large] } }, 'limited', null, true],
    [{ not: { all: [serious, large] } }, 'serious', null, false],
    [{ not: { any: [serious, large] } }, 'limited', 1, true],
    [{ not: { any: [serious, large] } }, 'limited', null, false],
    [{ not: { any: [serious, { not: large }] } }, 'limited', 9, true],
    [{ any: [{ not: serious }, large] }, null, 9, true],
    [{ all: [{ not: serious }, { not: large }] }, 'limited', 1, true],
  ];

  for (const [when, harm, amount, holds] of TABLE) {
    it(`${JSON.stringify(when)} is ${String(holds)} of harm ${String(harm)}, amount ${String(amount)}`, async () => {
      const engine = ruleEngine([{ name: 'rule', when }], TYPES);
      expect(await engine.applying({ harm, amount })).to.have.lengthOf(holds ? 1 : 0);
    });
  }
});
