import { expect } from 'chai';
import supertest from 'supertest';
import { signedInAgent, testApp, type TestApp } from '../support/http.ts';
import { HOUR, MINUTE } from '../support/test-clock.ts';

const EXPIRED = '/sign-in?notice=expired';

describe('a session', () => {
  let running: TestApp;
  beforeEach(async () => {
    running = await testApp();
  });
  afterEach(() => running.end());

  it('lasts while somebody works', async () => {
    const agent = await signedInAgent(running.app, 'post-holder');
    for (let worked = 0; worked < 9 * HOUR; worked += 29 * MINUTE) {
      running.clock.pass(29 * MINUTE);
      await agent.get('/account').expect(200);
      await renewal(running);
    }
    expect((await agent.get('/account')).status).to.equal(200);
  });

  it('ends after half an hour without use, and the page says so', async () => {
    const agent = await signedInAgent(running.app, 'post-holder');
    running.clock.pass(30 * MINUTE);
    expect((await agent.get('/')).headers['location']).to.equal(EXPIRED);
    expect((await agent.get(EXPIRED)).text).to.include('登录已过期，请重新登录');
  });

  it('ends after ten hours however busy it is', async () => {
    const agent = await signedInAgent(running.app, 'post-holder');
    for (let worked = 0; worked < 10 * HOUR; worked += 20 * MINUTE) {
      running.clock.pass(20 * MINUTE);
      await agent.get('/');
      await renewal(running);
    }
    expect((await agent.get('/')).headers['location']).to.equal(EXPIRED);
  });

  for (const [what, cookie] of [
    ['made up', 'qinglian=s%3Amadeup.c2lnbmF0dXJl'],
    ['unsigned', 'qinglian=madeup'],
    ['of another program', 'connect.sid=s%3Amadeup.c2lnbmF0dXJl'],
  ] as const) {
    it(`that is ${what} lets nobody in`, async () => {
      const answer = await supertest(running.app).get('/').set('Cookie', cookie);
      expect(answer.headers['location']).to.match(/^\/sign-in/u);
    });
  }

  it('signed with another secret lets nobody in', async () => {
    const agent = await signedInAgent(running.app, 'post-holder');
    const { value } = agent.jar.getCookie('qinglian', {
      path: '/',
      domain: '127.0.0.1',
      secure: false,
      script: false,
    }) ?? { value: '' };
    const [id = ''] = decodeURIComponent(value).split('.');
    const forged = `qinglian=${encodeURIComponent(`${id}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`)}`;
    expect((await supertest(running.app).get('/').set('Cookie', forged)).headers['location']).to.equal(
      EXPIRED,
    );
    expect((await supertest(running.app).get('/account').set('Cookie', `qinglian=${value}`)).status).to.equal(
      200,
    );
  });

  it('is cleared away when it has ended', async () => {
    await signedInAgent(running.app, 'post-holder');
    running.clock.pass(31 * MINUTE);
    await signedInAgent(running.app, 'auditor');
    const rows = await running.database.read('session').select('sess');
    expect(rows).to.have.length(1);
  });
});

/** A renewed end is written after the answer; reading the same table's writer waits for it. */
async function renewal({ database }: TestApp): Promise<void> {
  await database.transaction(async () => undefined);
}
