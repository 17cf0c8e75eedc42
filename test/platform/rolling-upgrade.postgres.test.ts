import { expect } from 'chai';
import supertest from 'supertest';
import { pointIdOf, submit } from '../support/assessing.ts';
import { signIn, testApp, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { newerVersion, runIn, serveIn, THIS_VERSION, type ServedProcess } from '../support/two-versions.ts';

const PAGES = ['/points', '/coverage', '/forms', '/rulebooks'];
const STEPS = ['high', 'small', 'fairly-high'];

describe('an upgrade of a PostgreSQL that several processes work on', function () {
  this.timeout(240_000);
  let app: TestApp;
  let newer: { readonly folder: string; end(): void };
  let points: readonly number[];
  const processes: ServedProcess[] = [];
  before(async () => {
    app = await testApp();
    await inspectBureau(app);
    points = [await pointIdOf(app, '验收走过场，以次充好。'), await pointIdOf(app, '兑现时拖延刁难企业。')];
    newer = newerVersion();
  });
  after(async () => {
    for (const each of processes) await each.stop();
    await app.end();
    newer.end();
  });

  const serve = async (folder: string): Promise<ServedProcess> => {
    const served = await serveIn(folder, app.location);
    processes.push(served);
    return served;
  };
  const signedIn = async ({ address }: ServedProcess): Promise<Agent> => {
    const agent = supertest.agent(address);
    expect((await signIn(agent, 'assessment-group')).status).to.equal(303);
    return agent;
  };
  /** Opens every page and writes once. */
  const use = async (agent: Agent, turn: number): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (const page of PAGES) statuses.push((await agent.get(page)).status);
    const probability = STEPS[turn % STEPS.length] ?? 'high';
    const point = points[turn % points.length] ?? 0;
    statuses.push((await submit(agent, `/points/${String(point)}/assess`, { probability })).status);
    return statuses;
  };
  const WELL = [...PAGES.map(() => 200), 303];

  it('leaves the old version at work before, while and after the schema grows, beside the new one', async () => {
    const old = await serve(THIS_VERSION);
    const agent = await signedIn(old);
    expect(await use(agent, 0)).to.deep.equal(WELL);

    const early = await runIn(newer.folder, 'serve', '--database', app.location, '--port', '0');
    expect(early.status).to.equal(2);
    expect(early.errors).to.include('migrate');

    const underWay = new Set(['migrate']);
    const migrating = runIn(newer.folder, 'migrate', '--database', app.location, '--json').finally(() =>
      underWay.clear(),
    );
    let turns = 1;
    while (underWay.size > 0) {
      expect(await use(agent, turns)).to.deep.equal(WELL);
      turns += 1;
    }
    expect(turns).to.be.above(1);
    expect(JSON.parse((await migrating).output)).to.deep.equal({ migrated: ['9999-sample.ts'] });

    const young = await serve(newer.folder);
    const other = await signedIn(young);
    const restarted = await signedIn(await serve(THIS_VERSION));
    for (const [turn, each] of [agent, other, restarted, agent, other].entries()) {
      expect(await use(each, turns + turn)).to.deep.equal(WELL);
    }
    for (const { address } of processes) {
      expect((await supertest(address).get('/ready')).status, address).to.equal(200);
    }
    for (const each of processes.splice(0)) expect(await each.stop()).to.equal(0);
    const { count } = (await app.database.read('risk_point_assessment').count({ count: '*' }).first()) as {
      count: number;
    };
    expect(count).to.be.at.least(turns + 5);
    expect(await app.audit.verify()).to.include({ ok: true });
  });
});
