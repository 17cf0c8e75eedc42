import { GradingService } from '../../src/grading/grading-service.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { interrupted } from '../../src/platform/interrupt.ts';
import { JobRunner } from '../../src/platform/job-runner.ts';
import { createLog } from '../../src/platform/log.ts';
import { createServices } from '../../src/services.ts';
import { TIDYING } from '../../src/tuning/activation.ts';
import { jobKinds } from '../../src/worker.ts';

/**
 * A worker process as `qinglian work` is one, but for two things: it tidies nothing up afterwards, so that what is
 * compared stands still, and it keeps a lease for a time of our choice, so that nobody waits a minute for one killed.
 */
const [location = '', lease = ''] = process.argv.slice(2);
const database = openDatabase(location);
const services = createServices(database, systemClock('Asia/Shanghai'), createLog('error'));
const kinds = jobKinds({ ...services, grading: new GradingService(services.rulebooks) });
const runner = new JobRunner({
  ...services,
  kinds: kinds.filter(({ kind }) => kind !== TIDYING),
  leaseMilliseconds: Number(lease),
});
await database.read.raw('select 1');
runner.start();
process.stdout.write('ready\n');
await interrupted();
await runner.stop();
await Promise.all([services.parsing.close(), services.judging.close()]);
await database.close();
