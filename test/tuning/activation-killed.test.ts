import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../src/platform/database.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { approved } from '../support/proposing.ts';
import { addOwnFacts, afterTheChange } from '../support/rule-change.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';

const CHILD = fileURLToPath(new URL('activating-child.ts', import.meta.url));
const KILLS = 6;
const LONGEST_BEFORE_A_KILL = 120;

describe('an activation that is killed', function () {
  this.timeout(120_000);
  let folder: string;
  let bureau: TestApp;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
    bureau = await testApp();
    await inspectBureau(bureau);
    await addOwnFacts(bureau);
    await approved(bureau, stricterNotice());
  });
  afterEach(async () => {
    await bureau.end();
    rmSync(folder, { recursive: true });
  });

  it('goes on where it was and ends as one that nobody disturbed', async () => {
    const [calm, disturbed] = [join(folder, 'calm.sqlite'), join(folder, 'disturbed.sqlite')];
    for (const copy of [calm, disturbed]) await bureau.database.schema.raw('vacuum into ?', [copy]);
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

async function stateOf(file: string): Promise<unknown> {
  const database = openDatabase(file);
  const state = await afterTheChange(database);
  await database.close();
  return state;
}
