import { expect } from 'chai';
import { isUsername, normalisedUsername } from '../../src/access/username.ts';

describe('a username', () => {
  for (const typed of ['office', ' Office ', 'OFFICE', 'ｏｆｆｉｃｅ']) {
    it(`is office when somebody types ${JSON.stringify(typed)}`, () => {
      expect(normalisedUsername(typed)).to.equal('office');
    });
  }

  for (const [name, isGood] of [
    ['office', true],
    ['li.si-2', true],
    ['张三', true],
    ['a', false],
    ['.office', false],
    ['the office', false],
    ['<b>', false],
    ['command-line', false],
    ['a'.repeat(41), false],
  ] as const) {
    it(`${isGood ? 'may' : 'may not'} be ${name}`, () => {
      expect(isUsername(name)).to.equal(isGood);
    });
  }
});
