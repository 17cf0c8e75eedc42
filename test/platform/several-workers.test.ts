import { expect } from 'chai';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { JobService } from '../../src/platform/job-service.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { testClock } from '../support/test-clock.ts';

const CHILD = fileURLToPath(new URL('working-child.ts', import.meta.url));
const JOBS = 24;
const LANES = 6;
const STEPS = 8;
const WORKERS = 3;
const KILLS = 4;

describe('several workers on one database', function () {
  this.timeout(120_000);
  let temporary: TemporaryDatabase;
  let workers: ChildProcess[];
  beforeEach(async () => {
    temporary = await temporaryDatabase();
    workers = [];
    await temporary.database.schema.schema.createTable('worked', (table) => {
      table.integer('job').notNullable();
      table.integer('step').notNullable();
      table.text('worker').notNullable();
    });
  });
  afterEach(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await temporary.end();
  });

  async function begin(name: string): Promise<ChildProcess> {
    const words = ['--import', 'tsx', CHILD, temporary.location, name];
    const worker = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    workers.push(worker);
    await once(worker.stdout, 'data');
    return worker;
  }

  async function ask(): Promise<void> {
    const jobs = new JobService(temporary.database, testClock());
    await temporary.database.transaction(async (transaction) => {
      for (let job = 0; job < JOBS; job += 1) {
        const order = { kind: 'counting', payload: {}, dueOn: null, createdBy: '张三' };
        await jobs.enqueue(transaction, { ...order, lane: `lane ${job % LANES}` });
      }
    });
  }

  function left(): Promise<number> {
    return temporary.database
      .read('job')
      .whereNot({ state: 'done' })
      .then((rows) => rows.length);
  }

  it('share the jobs, each step taken once, though some are killed', async () => {
    let working = await Promise.all(Array.from({ length: WORKERS }, (_, index) => begin(`first ${index}`)));
    await ask();
    for (let kill = 0; kill < KILLS; kill += 1) {
      await setTimeout(Math.random() * 300);
      const [victim, ...others] = working;
      victim?.kill('SIGKILL');
      working = [...others, await begin(`later ${kill}`)];
    }
    while ((await left()) > 0) await setTimeout(50);
    const worked = await temporary.database.read<{ job: number; step: number; worker: string }>('worked');
    expect(new Set(worked.map(({ job, step }) => `${job}:${step}`)).size).to.equal(JOBS * STEPS);
    expect(worked, 'no step was taken twice').to.have.length(JOBS * STEPS);
    expect(new Set(worked.map(({ worker }) => worker)).size, 'several took part').to.be.greaterThan(1);
    for (const worker of working) worker.kill('SIGTERM');
    const ends = await Promise.all(working.map((worker) => once(worker, 'exit')));
    expect(ends.map(([status]) => status as unknown)).to.deep.equal(working.map(() => 0));
  });

  it('give back what they are at when they are asked to stop, where it stands', async () => {
    const worker = await begin('only');
    await ask();
    while ((await temporary.database.read('worked')).length < STEPS + 2) await setTimeout(5);
    worker.kill('SIGTERM');
    const [status] = (await once(worker, 'exit')) as [number | null];
    expect(status).to.equal(0);
    const jobs = await temporary.database.read<{ state: string; done: number; attempts: number }>('job');
    expect(jobs.filter(({ state }) => state === 'running')).to.deep.equal([]);
    const begun = jobs.filter(({ state, done }) => state === 'waiting' && done > 0);
    expect(begun.map(({ attempts }) => attempts)).to.deep.equal([0]);
  });

  it('notice within seconds what another process asked for', async () => {
    await begin('only');
    await setTimeout(200);
    await ask();
    while ((await left()) === JOBS) await setTimeout(20);
    expect(await left()).to.be.lessThan(JOBS);
  });
});
