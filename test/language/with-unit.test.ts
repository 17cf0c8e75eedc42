import { expect } from 'chai';
import { withUnit } from '../../src/language/en/counted.ts';

describe('an amount in English', () => {
  for (const [value, unit, words] of [
    ['1', 'measures', '1 measure'],
    ['3', 'measures', '3 measures'],
    ['0', 'points', '0 points'],
    ['1', 'people', '1 person'],
    ['1', 'times a year', '1 time a year'],
    ['1', 'bus', '1 bus'],
    ['1', 'criteria', '1 criterion'],
    ['4', 'criteria', '4 criteria'],
    ['1', 'subsidies', '1 subsidy'],
    ['1', 'boxes', '1 box'],
    ['1', 'cases', '1 case'],
    ['1', 'branches of a bank', '1 branch of a bank'],
    ['1', '× 10,000 yuan', '1 × 10,000 yuan'],
    ['1', '', '1'],
  ] as const) {
    it(`is said as “${words}”`, () => {
      expect(withUnit(value, unit)).to.equal(words);
    });
  }
});
