import { expect } from 'chai';
import { currentness } from '../../src/web/chrome.ts';

describe('an entry of the menu', () => {
  for (const [menu, page, current] of [
    ['/points', '/points', 'page'],
    ['/points', '/points/12', 'true'],
    ['/points', '/points-old', null],
    ['/points', '/', null],
    ['/points', '/board', null],
  ] as const) {
    it(`${menu} is ${current ?? 'not current'} on ${page}`, () => {
      expect(currentness(menu, page)).to.equal(current);
    });
  }
});
