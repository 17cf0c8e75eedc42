import { openDatabase } from '../../src/platform/database.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { instantAfter } from '../../src/platform/instant.ts';
import { createLog } from '../../src/platform/log.ts';
import { createServices } from '../../src/services.ts';
import { runnerInSteps } from '../support/rule-change.ts';

/** Does the jobs of a database in the smallest steps; its clock is late enough for leases before to have run out. */
const clock = systemClock('Asia/Shanghai');
const late = Number(process.argv[3]) * 3_600_000;
const database = openDatabase(process.argv[2] ?? '');
const services = createServices(
  database,
  { ...clock, now: () => instantAfter(clock.now(), late) },
  createLog('silent'),
);
process.stdout.write('ready\n');
await runnerInSteps(services, 1).runWaiting();
await database.close();
