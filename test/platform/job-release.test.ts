import { expect } from 'chai';
import { OperationalError } from '../../src/platform/errors.ts';
import { leftAfter } from '../../src/platform/job-release.ts';

const NOW = '2021-04-22T01:00:00.000Z';

describe('a job that is given back', () => {
  it('waits when nothing went wrong', () => {
    expect(leftAfter(null, 0, NOW)).to.deep.equal({
      ...{ state: 'waiting', error: null, attempts: 0, retryAt: null, endedAt: null },
    });
  });

  it('is tried again, each time later, and fails for good the fifth time', () => {
    const left = [1, 2, 3, 4, 5].map((attempt) => leftAfter(new Error('the disk is broken'), attempt, NOW));
    expect(left.map(({ state, retryAt, endedAt }) => [state, retryAt, endedAt])).to.deep.equal([
      ['waiting', '2021-04-22T01:00:05.000Z', null],
      ['waiting', '2021-04-22T01:00:10.000Z', null],
      ['waiting', '2021-04-22T01:00:15.000Z', null],
      ['waiting', '2021-04-22T01:00:20.000Z', null],
      ['failed', null, NOW],
    ]);
  });

  it('fails at once by what would be refused again', () => {
    const refused = new OperationalError('conflict', 'fact-differs', () => ({ what: '', fix: '' }));
    expect(leftAfter(refused, 1, NOW)).to.deep.equal({
      ...{ state: 'failed', error: 'fact-differs', attempts: 1, retryAt: null, endedAt: NOW },
    });
  });
});
