import { expect } from 'chai';
import { firstCases } from '../../src/tuning/case-batch.ts';

const MOST = { points: 10, cases: 3 };

describe('the cases that a step takes', () => {
  for (const [title, points, expected] of [
    ['are as many as have no more points than a step moves', [4, 6, 1], [4, 6]],
    ['are no more than a step judges', [1, 1, 1, 1], [1, 1, 1]],
    ['are one where it alone has more points', [25, 1], [25]],
    ['are all where they are few', [3, 4], [3, 4]],
    ['are none where there are none', [], []],
  ] as const) {
    it(title, () => {
      const cases = points.map((count) => ({ points: count }));
      expect(firstCases(cases, MOST).map((one) => one.points)).to.deep.equal(expected);
    });
  }
});
