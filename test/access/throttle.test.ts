import { expect } from 'chai';
import { minutesToWait, throttleKeys } from '../../src/access/throttle.ts';

const NOW = '2021-04-22T09:30:00.000Z';
const at = (clock: string): string => `2021-04-22T09:${clock}.000Z`;
const FOUR = [at('16:00'), at('20:00'), at('25:00'), at('29:00')];

const CASES: readonly (readonly [string, readonly string[], number])[] = [
  ['no attempt', [], 0],
  ['four attempts', FOUR, 0],
  ['five, the oldest a minute from falling out', [...FOUR, at('29:30')], 1],
  ['five in any order', [at('29:30'), ...FOUR], 1],
  ['five just now', Array.from({ length: 5 }, () => NOW), 15],
  ['six, of which the latest five count', [at('15:30'), ...FOUR, at('29:30')], 1],
  ['five, the oldest of which has fallen out', [at('15:00'), ...FOUR], 0],
];

describe('a limit of five failed sign-ins', () => {
  for (const [what, attempts, minutes] of CASES) {
    it(`makes one wait ${minutes} minutes after ${what}`, () => {
      expect(minutesToWait(attempts, 5, NOW)).to.equal(minutes);
    });
  }
});

describe('what sign-ins are counted by', () => {
  it('never holds what was typed', () => {
    const kept = throttleKeys('my password in the wrong field', '192.0.2.7').map(({ key }) => key);
    expect(kept.join(' ')).to.match(/^account:[0-9a-f]{64} address:[0-9a-f]{64}$/u);
  });
});
