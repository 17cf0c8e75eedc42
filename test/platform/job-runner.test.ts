import { expect } from 'chai';
import { OperationalError } from '../../src/platform/errors.ts';
import type { Job, JobKind } from '../../src/platform/job.ts';
import { JobRunner } from '../../src/platform/job-runner.ts';
import { JobService } from '../../src/platform/job-service.ts';
import { createLog } from '../../src/platform/log.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { HOUR, MINUTE, testClock, type TestClock } from '../support/test-clock.ts';

describe('the runner of jobs', () => {
  let temporary: TemporaryDatabase;
  let clock: TestClock;
  let jobs: JobService;
  let steps: string[];
  beforeEach(async () => {
    temporary = await temporaryDatabase();
    clock = testClock();
    jobs = new JobService(temporary.database, clock);
    steps = [];
  });
  afterEach(() => temporary.end());

  function runner(step: (job: Job) => void = () => undefined): JobRunner {
    const counting: JobKind = {
      kind: 'counting',
      step: async (_transaction, job) => {
        steps.push(`${String(job.id)}:${String(job.done)}`);
        step(job);
        await Promise.resolve();
        const done = job.done + 1;
        return { cursor: String(done), done, total: 3, isFinished: done === 3 };
      },
    };
    return new JobRunner({
      database: temporary.database,
      clock,
      log: createLog('silent'),
      kinds: [counting],
    });
  }

  function order(dueOn: string | null = null): Promise<number> {
    const asked = { lane: 'one', kind: 'counting', payload: {}, dueOn, createdBy: '张三' };
    return temporary.database.transaction((transaction) => jobs.enqueue(transaction, asked));
  }

  it('takes the steps of one job after another', async () => {
    await order();
    await order();
    expect(await runner().runWaiting()).to.equal(2);
    expect(steps).to.deep.equal(['1:0', '1:1', '1:2', '2:0', '2:1', '2:2']);
  });

  it('leaves a job whose day has not come, until it comes or somebody wants it now', async () => {
    const id = await order('2021-04-23');
    expect(await runner().runWaiting()).to.equal(0);
    clock.pass(24 * HOUR);
    expect(await runner().runWaiting()).to.equal(1);
    const next = await order('2021-05-01');
    await temporary.database.transaction((transaction) => jobs.hasten(transaction, next));
    expect(await runner().runWaiting()).to.equal(1);
    expect((await jobs.find(id))?.state).to.equal('done');
  });

  it('gives a job back between two steps when it is told to stop, and goes on there', async () => {
    const id = await order();
    const first: JobRunner = runner(({ done }) => {
      if (done === 1) void first.stop();
    });
    await first.runWaiting();
    expect(await jobs.find(id)).to.include({ state: 'waiting', done: 2, error: null });
    await runner().runWaiting();
    expect(steps).to.deep.equal(['1:0', '1:1', '1:2']);
  });

  it('writes nothing of a step that failed, tries again later, and gives up after the fifth time', async () => {
    const id = await order();
    const failing = runner(({ done }) => {
      if (done === 1) throw new Error('on purpose');
    });
    for (let round = 1; round <= 5; round += 1) {
      await failing.runWaiting();
      clock.pass(MINUTE);
    }
    expect(await jobs.find(id)).to.include({ state: 'failed', done: 1, cursor: '1', error: 'Error' });
    expect(steps).to.have.length(6);
  });

  it('gives up at once on what only a person can put right, and does it again when asked', async () => {
    const id = await order();
    await runner(() => {
      throw new OperationalError('conflict', 'no-way', () => ({ what: '', fix: '' }));
    }).runWaiting();
    expect(await jobs.find(id)).to.include({ state: 'failed', error: 'no-way' });
    await temporary.database.transaction((transaction) => jobs.hasten(transaction, id));
    expect(await runner().runWaiting()).to.equal(1);
  });

  it('takes over from a worker whose lease has run out, and from no other', async () => {
    const id = await order();
    await temporary.database.transaction(async (transaction) => {
      const lease = { lease_owner: 'gone', lease_until: '2021-04-22T01:01:00.000Z' };
      await transaction('job')
        .where({ id })
        .update({ state: 'running', ...lease });
    });
    expect(await runner().runWaiting()).to.equal(0);
    clock.pass(2 * MINUTE);
    expect(await runner().runWaiting()).to.equal(1);
  });

  it('starts on what is ordered while it runs, and ends when it is stopped', async () => {
    const running = runner();
    jobs.onOrder(() => {
      running.nudge();
    });
    running.start();
    const id = await order();
    while ((await jobs.find(id))?.state !== 'done') await new Promise((resolve) => setTimeout(resolve, 5));
    await running.stop();
    await order();
    expect(steps).to.have.length(3);
  });

  describe('of a job that is shared out', () => {
    /** A job of three parts; `partStep` is told which of them takes a step. */
    function sharing(partStep: (part: number) => void = () => undefined): JobRunner {
      const whole: JobKind = {
        kind: 'whole',
        step: async (transaction, job) => {
          steps.push(`whole:${job.cursor ?? 'first'}:${String(job.done)}`);
          if (job.cursor !== null) return { ...job, cursor: 'ended', isFinished: true };
          for (const part of [1, 2, 3]) {
            const asked = { lane: `part ${String(part)}`, kind: 'part', payload: { part }, dueOn: null };
            await jobs.enqueue(transaction, { ...asked, createdBy: '张三', partOf: job.id });
          }
          return { cursor: 'shared', done: 0, total: 6, isFinished: false, waitsForParts: true };
        },
      };
      const part: JobKind = {
        kind: 'part',
        turn: 'shared',
        step: (_transaction, job) => {
          const { part: number } = job.payload as { readonly part: number };
          steps.push(`part ${String(number)}`);
          partStep(number);
          return Promise.resolve({ cursor: '', done: job.done + 1, total: 2, isFinished: job.done === 1 });
        },
      };
      return new JobRunner({
        ...{ database: temporary.database, clock, log: createLog('silent'), kinds: [whole, part] },
      });
    }

    function orderWhole(): Promise<number> {
      const asked = { lane: 'one', kind: 'whole', payload: {}, dueOn: null, createdBy: '张三' };
      return temporary.database.transaction((transaction) => jobs.enqueue(transaction, asked));
    }

    it('goes on when all parts are done, with what they did, and counts as one', async () => {
      const id = await orderWhole();
      expect(await sharing().runWaiting()).to.equal(1);
      const parts = ['part 1', 'part 1', 'part 2', 'part 2', 'part 3', 'part 3'];
      expect(steps).to.deep.equal(['whole:first:0', ...parts, 'whole:shared:6']);
      expect(await jobs.find(id)).to.include({ state: 'done', done: 6 });
    });

    it('keeps its lane while its parts are worked on', async () => {
      const id = await orderWhole();
      const later = await orderWhole();
      const worker: JobRunner = sharing((part) => {
        if (part === 2) void worker.stop();
      });
      await worker.runWaiting();
      expect(await jobs.find(id)).to.include({ state: 'running', done: 3 });
      expect(await jobs.find(later)).to.include({ state: 'waiting', cursor: null });
      clock.pass(24 * HOUR);
      expect(await sharing().runWaiting()).to.equal(2);
    });

    it('fails with a part that fails for good, and goes on by itself when asked again', async () => {
      const id = await orderWhole();
      await sharing((part) => {
        if (part === 2) throw new OperationalError('conflict', 'no-way', () => ({ what: '', fix: '' }));
      }).runWaiting();
      expect(await jobs.find(id)).to.include({ state: 'failed', error: 'no-way' });
      await temporary.database.transaction((transaction) => jobs.hasten(transaction, id));
      expect(await sharing().runWaiting()).to.equal(1);
      expect(await jobs.find(id)).to.include({ state: 'done' });
    });
  });
});
