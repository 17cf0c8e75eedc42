import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { createServices } from '../../src/services.ts';
import { fillWithPeople } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { approved } from '../support/proposing.ts';
import { addOwnFacts, afterTheChange } from '../support/rule-change.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';
import { temporaryCopy, type TemporaryDatabase } from '../support/temporary-database.ts';
import { testClock } from '../support/test-clock.ts';

const CHILD = fileURLToPath(new URL('activating-child.ts', import.meta.url));
const KILLS = 6;
/** Of three workers each. */
const SHARED_KILLS = 2;
const LONGEST_BEFORE_A_KILL = 120;

const BEFORE = ['before-an-activation', fillBeforeActivation] as const;

async function fillBeforeActivation(database: Database): Promise<void> {
  await fillWithPeople(database);
  const services = createServices(database, testClock(), createLog('silent'));
  await inspectBureau(services);
  await addOwnFacts(services);
  await approved(services, stricterNotice());
  await Promise.all([services.parsing.close(), services.judging.close()]);
}

describe('an activation that is killed', function () {
  this.timeout(240_000);
  let copies: readonly TemporaryDatabase[];
  beforeEach(async () => {
    copies = [await temporaryCopy(...BEFORE), await temporaryCopy(...BEFORE)];
  });
  afterEach(async () => {
    for (const copy of copies) await copy.end();
  });

  it('goes on where it was and ends as one that nobody disturbed', async () => {
    const [calm, disturbed] = copies.map(({ location }) => location) as [string, string];
    expect(await work(calm, 0, null)).to.equal(0);
    let ended = 0;
    for (let round = 1; round <= KILLS; round += 1) {
      const exit = await work(disturbed, round, Math.random() * LONGEST_BEFORE_A_KILL);
      if (exit === 0) ended += 1;
    }
    expect(ended, 'somebody was killed').to.be.lessThan(KILLS);
    expect(await work(disturbed, KILLS + 1, null)).to.equal(0);
    expect(await stateOf(disturbed)).to.deep.equal(await stateOf(calm));
  });

  it('ends likewise when three share it and are killed, each at a moment of its own', async () => {
    const [calm, disturbed] = copies.map(({ location }) => location) as [string, string];
    expect(await work(calm, 0, null)).to.equal(0);
    const ends: (number | null)[] = [];
    for (let round = 1; round <= SHARED_KILLS; round += 1) {
      const crew = [1, 2, 3].map(() => work(disturbed, round, Math.random() * LONGEST_BEFORE_A_KILL));
      ends.push(...(await Promise.all(crew)));
    }
    expect(
      ends.filter((exit) => exit !== 0),
      'who was killed',
    ).to.have.length.above(0);
    expect(await work(disturbed, KILLS + 1, null)).to.equal(0);
    expect(await partsOf(disturbed), 'parts').to.be.above(2);
    expect(await stateOf(disturbed)).to.deep.equal(await stateOf(calm));
  });
});

/** Works in a process of its own, which is killed so many milliseconds after it began, if it still runs. */
function work(file: string, round: number, killAfter: number | null): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, file, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => {
      if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

async function partsOf(file: string): Promise<number> {
  const database = openDatabase(file);
  const parts = await database.read('job').whereNotNull('part_of');
  await database.close();
  return parts.length;
}

async function stateOf(file: string): Promise<unknown> {
  const database = openDatabase(file);
  const state = await afterTheChange(database);
  await database.close();
  return state;
}
