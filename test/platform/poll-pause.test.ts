import { expect } from 'chai';
import { pollPause } from '../../src/platform/poll-pause.ts';

describe('the pause between two looks for work', () => {
  for (const [failures, shortest, longest] of [
    [0, 1_000, 2_000],
    [1, 2_000, 4_000],
    [4, 16_000, 32_000],
    [5, 30_000, 60_000],
    [1_000, 30_000, 60_000],
  ] as const) {
    it(`is ${shortest} to ${longest} ms after ${failures} failures`, () => {
      expect([pollPause(failures, 0), pollPause(failures, 1)]).to.deep.equal([shortest, longest]);
    });
  }
});
