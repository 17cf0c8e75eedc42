import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createLog } from '../../src/platform/log.ts';
import { createServices } from '../../src/services.ts';
import { changedCell, movedThresholds } from './bench-rulebooks.ts';
import { timed } from './measurement.ts';

/** A program that has just begun: asks one what-if of a database and prints how many milliseconds the answer took. */
const [, , filename = '', campaignId = '', draft = ''] = process.argv;
const database = openDatabase(filename);
const services = createServices(database, systemClock('Asia/Shanghai'), createLog('silent'));
const rulebook = draft === 'cut-anew' ? movedThresholds(0) : changedCell(0);
const milliseconds = await timed(() => services.whatIf.impact(rulebook, Number(campaignId), EVERYWHERE));
process.stdout.write(String(milliseconds));
await services.parsing.close();
await services.judging.close();
await database.close();
