import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { interrupted } from '../../src/platform/interrupt.ts';
import type { JobKind } from '../../src/platform/job.ts';
import { JobRunner } from '../../src/platform/job-runner.ts';
import { createLog } from '../../src/platform/log.ts';

/** A worker that notes each step it takes, until it is asked to stop. */
const [file = '', worker = ''] = process.argv.slice(2);
const STEPS = 8;
const database = openDatabase(file);
const counting: JobKind = {
  kind: 'counting',
  step: async (transaction, { id, done }) => {
    await transaction('worked').insert({ job: id, step: done, worker });
    await setTimeout(5);
    return { cursor: '', done: done + 1, total: STEPS, isFinished: done + 1 === STEPS };
  },
};
const runner = new JobRunner({
  ...{ database, clock: systemClock('Asia/Shanghai'), log: createLog('error'), kinds: [counting] },
  leaseMilliseconds: 500,
});
runner.start();
process.stdout.write('ready\n');
await interrupted();
await runner.stop();
await database.close();
