import { expect } from 'chai';
import { createLog } from '../../src/platform/log.ts';
import { JobRunner } from '../../src/platform/job-runner.ts';
import { temporaryDatabase } from '../support/temporary-database.ts';
import { testClock } from '../support/test-clock.ts';

describe('the look for work', () => {
  it('goes by an index that holds no job that is done, and writes nothing', async () => {
    const { database, end } = await temporaryDatabase();
    const queries: { sql: string; bindings: string[] }[] = [];
    database.read.on('query', (query: { sql: string; bindings: string[] }) => queries.push(query));
    const written: unknown[] = [];
    database.schema.on('query', (query) => written.push(query));
    const parts = { database, clock: testClock(), log: createLog('silent') };
    await new JobRunner({ ...parts, kinds: [] }).runWaiting();
    const plans = [];
    for (const { sql, bindings } of queries.splice(0)) {
      plans.push(...(await database.read.raw<{ detail: string }[]>(`explain query plan ${sql}`, bindings)));
    }
    await end();
    expect(written).to.deep.equal([]);
    const looks = plans.map(({ detail }) => detail).filter((detail) => /SCAN|SEARCH/u.test(detail));
    expect(looks).to.deep.equal(looks.map(() => 'SEARCH job USING INDEX job_unfinished (state=?)'));
    expect(looks).not.to.have.length(0);
  });
});
