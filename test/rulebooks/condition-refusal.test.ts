import { expect } from 'chai';
import { nested, noticeAdjusting, refusals } from '../support/broken-rulebook.ts';

const equal = { fact: 'harm', operator: 'equal', value: 'serious' };

/** Conditions that an adjustment may not have: what, the condition, where the finding is, a word of its message. */
const CONDITIONS: readonly [string, unknown, string, string][] = [
  ['an unknown fact', { ...equal, fact: 'colour' }, '/fact', '没有“colour”这个事实'],
  [
    'a fact named like a property of all objects',
    { ...equal, fact: 'constructor' },
    '/fact',
    '没有“constructor”',
  ],
  ['a fact of another kind of rulebook', { fact: 'text', operator: 'isKnown' }, '/fact', '没有“text”'],
  ['a misspelt operator', { ...equal, operator: 'equals' }, '/operator', '不是允许的取值'],
  ['a regular expression', { ...equal, operator: 'matches', value: '(a+)+$' }, '/operator', '不是允许的取值'],
  [
    'an operator decorator of json-rules-engine',
    { ...equal, operator: 'not:equal' },
    '/operator',
    '不是允许',
  ],
  [
    'order on a fact without order',
    { fact: 'domain', operator: 'atLeast', value: 'finance' },
    '/operator',
    '不能用',
  ],
  [
    'words sought in a number',
    { fact: 'measureCount', operator: 'containsAny', value: ['3'] },
    '/operator',
    '不能用',
  ],
  ['a path into the fact', { ...equal, path: '$..x' }, '/path', '不允许写“path”'],
  ['parameters', { ...equal, params: { a: 1 } }, '/params', '不允许写“params”'],
  ['a priority', { ...equal, priority: 9 }, '/priority', '不允许写“priority”'],
  ['a reference to a condition elsewhere', { condition: 'other' }, '/condition', '不允许写“condition”'],
  ['a fact as the constant', { ...equal, value: { fact: 'probability' } }, '/value', '类型不对'],
  ['null as the constant', { ...equal, value: null }, '/value', '类型不对'],
  ['a number written as text', { fact: 'measureCount', operator: 'equal', value: '3' }, '/value', '不是事实'],
  ['a fraction of a count', { fact: 'measureCount', operator: 'atLeast', value: 1.5 }, '/value', '不是事实'],
  ['a negative count', { fact: 'measureCount', operator: 'atLeast', value: -1 }, '/value', '不是事实'],
  ['a step of another scale', { ...equal, value: 'catastrophic' }, '/value', '不是事实'],
  [
    'an option that there is not',
    { fact: 'domain', operator: 'in', value: ['sports'] },
    '/value/0',
    '不是事实',
  ],
  [
    'one value where a list is meant',
    { fact: 'domain', operator: 'in', value: 'finance' },
    '/value',
    '类型不对',
  ],
  ['a list where one value is meant', { ...equal, value: ['serious'] }, '/value', '类型不对'],
  ['a value for isUnknown', { ...equal, operator: 'isUnknown' }, '/value', '不带比较值'],
  ['no value for equal', { fact: 'harm', operator: 'equal' }, '', '缺少“value”'],
  ['no operator', { fact: 'harm', value: 'serious' }, '', '缺少“operator”'],
  ['all of nothing', { all: [] }, '/all', '内容太少'],
  ['any of nothing', { any: [] }, '/any', '内容太少'],
  ['all and any at once', { all: [equal], any: [equal] }, '/any', '不允许写“any”'],
  ['not of a list', { not: [equal] }, '/not', '类型不对'],
  ['eleven levels', nested(11), '/not/not/not/not/not/not/not/not/not', '嵌套超过 10 层'],
];

describe('a condition', () => {
  it('may have ten levels', () => {
    expect(refusals(noticeAdjusting(nested(10)))).to.deep.equal([]);
  });

  for (const [title, condition, where, words] of CONDITIONS) {
    it(`is refused with ${title}`, () => {
      const found = refusals(noticeAdjusting(condition));
      const isFound = found.some(
        (line) => line.startsWith(`/adjustments/0/when${where} `) && line.includes(words),
      );
      expect(isFound).to.equal(true, found.join('\n'));
    });
  }
});
