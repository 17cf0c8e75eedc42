import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { inspectInstallation, openInstallation } from '../../src/installation.ts';
import type { Moved } from '../../src/platform/move.ts';
import { pointIdOf, submit } from '../support/assessing.ts';
import { runCommand } from '../support/command.ts';
import { signedInAgent, testApp, TEST_CONFIG, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { addAttempts, ATTEMPTS, failureOf } from '../support/moving.ts';
import { emptyDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const PROGRAM = fileURLToPath(new URL('../../src/qinglian.mjs', import.meta.url));
const CONFIG = readConfig({ QINGLIAN_LOG_LEVEL: 'silent' });
const PAGES = ['/', '/points', '/coverage', '/points?q=招标', '/forms', '/rulebooks'];

interface Report extends Pick<Moved, 'tables'> {
  readonly digestsEqual: boolean;
  readonly auditEqual: boolean;
  readonly figuresEqual: boolean;
}

describe('a bureau that moves from SQLite to PostgreSQL', function () {
  this.timeout(240_000);
  let source: TestApp;
  let target: TemporaryDatabase;
  let report: Report;
  const cut: string[] = [];

  before(async () => {
    source = await testApp({}, 'sqlite');
    await inspectBureau(source);
    await addAttempts(source.database);
    target = await emptyDatabase();
    for (let round = 0; round < 3; round += 1) cut.push(await killedMove(source.location, target.location));
    cut.push(await failureOf(openInstallation(target.location, CONFIG)));
    const moved = await runCommand('move', '--database', source.location, '--to', target.location, '--json');
    expect(moved.status, moved.errors).to.equal(0);
    report = JSON.parse(moved.output) as Report;
  });
  after(async () => {
    await source.end();
    await target.end();
  });

  it('goes on where it was killed, and is not opened while it is not whole', () => {
    expect(cut).to.deep.equal(['killed', 'killed', 'killed', 'half-moved']);
  });

  it('arrives with every row, which both sides say alike', async () => {
    expect(report).to.include({ digestsEqual: true, auditEqual: true, figuresEqual: true });
    expect(report.tables).to.include({ sign_in_attempt: ATTEMPTS });
    const { count } = (await source.database.read('risk_point').count({ count: '*' }).first()) as {
      count: number;
    };
    expect(report.tables['risk_point']).to.equal(count).and.to.be.above(5);
  });

  it('says the same by the command line', async () => {
    for (const words of [
      ['coverage', '--year', '2021'],
      ['audit', 'verify'],
    ]) {
      const said = await Promise.all(
        [source.location, target.location].map(async (database) => {
          const { output, errors } = await runCommand(...words, '--database', database, '--json');
          expect(errors).to.equal('');
          return JSON.parse(output) as unknown;
        }),
      );
      expect(said[1], words.join(' ')).to.deep.equal(said[0]);
    }
  });

  it('shows the same pages, finds words, and works on', async () => {
    const services = await inspectInstallation(target.location, CONFIG);
    const agent = await signedInAgent(createApp(services, TEST_CONFIG), 'assessment-group');
    const before = await signedInAgent(source.app, 'assessment-group');
    for (const page of PAGES) {
      const shown = await bare(agent, page);
      expect(shown, page).to.equal(await bare(before, page));
      if (page.includes('q=')) expect(shown).to.include('化整为零');
    }
    const pointId = await pointIdOf(services, '验收走过场，以次充好。');
    const answer = await submit(agent, `/points/${String(pointId)}/assess`, { probability: 'high' });
    expect(answer.status).to.equal(303);
    expect(await services.audit.verify()).to.include({ ok: true });
    await services.close();
  });

  it('is not moved to where something is already', async () => {
    const again = await runCommand('move', '--database', source.location, '--to', target.location, '--json');
    expect([again.status, again.output]).to.deep.equal([2, '']);
    expect(again.errors).to.include('已经有表');
  });
});

/** Kills a move somewhere in the middle, after a random number of tables. */
function killedMove(from: string, to: string): Promise<string> {
  const lines = 1 + Math.floor(Math.random() * 5);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, 'move', '--database', from, '--to', to], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = 0;
    child.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString().split('\n').length - 1;
      if (told >= lines) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (status, signal) => {
      resolve(signal === 'SIGKILL' ? 'killed' : `ended with ${String(status)}`);
    });
  });
}

async function bare(agent: Agent, page: string): Promise<string> {
  const { text } = await agent.get(page);
  return text
    .replaceAll(/name="_csrf" value="[^"]*"/gu, '')
    .replaceAll(/data-csrf="[^"]*"/gu, '')
    .replaceAll(/<time[^>]*>[^<]*<\/time>/gu, '');
}
