import { expect } from 'chai';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import { declaredBy, typedOf } from '../../src/tuning/fact-declaration.ts';
import { factObstacles, type FactUse } from '../../src/tuning/fact-obstacle.ts';

const AMOUNT: DeclaredFact = {
  name: 'amount',
  title: { zh: '金额', en: 'Amount' },
  type: 'number',
  unit: { zh: '万元', en: 'ten thousand yuan' },
  maximum: 100,
  worse: 'up',
  source: { zh: '财务', en: 'Finance' },
  of: 'risk-point',
};
const OVERDUE: DeclaredFact = {
  ...{ name: 'overdue', title: { zh: '超期', en: 'Overdue' }, type: 'boolean', worse: 'up' },
  ...{ source: AMOUNT.source, of: 'risk-point' },
};
const INFLUENCE: DeclaredFact = {
  ...{
    name: 'influence',
    title: { zh: '影响面', en: 'Influence' },
    type: 'choice',
    ordered: true,
    worse: 'up',
  },
  ...{ source: AMOUNT.source, of: 'risk-point' },
  options: ['slight', 'great'].map((code) => ({ code, zh: code, en: code })),
};
const COUNT: DeclaredFact = {
  ...{ name: 'met', title: { zh: '符合数', en: 'Met' }, type: 'number', worse: 'up' },
  ...{ source: AMOUNT.source, of: 'risk-point', derived: { countTrue: ['overdue'] } },
};

const UNUSED: FactUse = { rulebooks: [], countedBy: [], values: 0, options: [], largest: null };
const USED: FactUse = {
  rulebooks: [{ name: 'notice-2021', version: '2' }],
  countedBy: [{ zh: '符合数', en: 'Met' }],
  values: 7,
  options: ['great'],
  largest: 80,
};

function kindsOf(known: DeclaredFact, change: Partial<DeclaredFact>, use: FactUse): readonly string[] {
  return factObstacles(known, { ...known, ...change }, use).map(({ kind }) => kind);
}

describe('a change of a declared fact', () => {
  for (const [why, known, change] of [
    ['its name', AMOUNT, { title: { zh: '年金额', en: 'Yearly amount' } }],
    ['what it means', AMOUNT, { source: { zh: '新', en: 'New' } }],
    ['which way is worse', AMOUNT, { worse: 'down' }],
    ['a larger maximum', AMOUNT, { maximum: 1000 }],
    [
      'the name of an option',
      INFLUENCE,
      { options: INFLUENCE.options?.map((one) => ({ ...one, zh: '新' })) ?? [] },
    ],
    ['its options in another order', INFLUENCE, { options: INFLUENCE.options?.toReversed() ?? [] }],
  ] as const)
    it(`breaks nothing where it is ${why}, however much it is used`, () => {
      expect(kindsOf(known, change, { ...USED, countedBy: [] })).to.deep.equal([]);
    });

  for (const [why, known, change, obstacles] of [
    ['another type', OVERDUE, { type: 'number' }, ['rulebooks', 'values', 'counted']],
    ['another unit', AMOUNT, { unit: { zh: '元', en: 'yuan' } }, ['rulebooks', 'values']],
    ['another subject', OVERDUE, { of: 'post' }, ['rulebooks', 'values', 'counted']],
    ['a maximum that values exceed', AMOUNT, { maximum: 79 }, ['maximum']],
    [
      'an option less that is chosen',
      INFLUENCE,
      { options: INFLUENCE.options?.slice(0, 1) ?? [] },
      ['rulebooks', 'options'],
    ],
  ] as const)
    it(`is ${why}: refused while it is used, free while it is not`, () => {
      const use = known === OVERDUE ? USED : { ...USED, countedBy: [] };
      expect(kindsOf(known, change, use)).to.deep.equal(obstacles);
      expect(kindsOf(known, change, UNUSED)).to.deep.equal([]);
    });

  it('leaves a fact as it was where its form is saved unchanged', () => {
    for (const fact of [AMOUNT, OVERDUE, INFLUENCE, COUNT])
      expect(declaredBy(typedOf(fact), [OVERDUE], [])).to.deep.equal({ fact });
  });
});
