import { expect } from 'chai';
import supertest from 'supertest';
import type { SignInResult } from '../../src/access/sign-in-service.ts';
import { PASSWORD, signIn, testApp, type TestApp } from '../support/http.ts';
import { MINUTE } from '../support/test-clock.ts';

describe('guessing passwords', () => {
  let running: TestApp;
  beforeEach(async () => {
    running = await testApp();
  });
  afterEach(() => running.end());

  const attempt = (username: string, password: string, address = '192.0.2.1'): Promise<SignInResult> =>
    running.signIn.signIn({ username, password, address });

  async function guess(times: number, username: string, address?: string): Promise<void> {
    for (let time = 0; time < times; time += 1) await attempt(username, `guess number ${time}`, address);
  }

  it('locks the account after five failures, even for the right password from elsewhere', async () => {
    await guess(5, 'office');
    expect(await attempt('office', PASSWORD, '192.0.2.9')).to.deep.equal({ kind: 'locked-out', minutes: 15 });
  });

  it('locks an account that does not exist just the same', async () => {
    await guess(5, 'nobody');
    expect((await attempt('nobody', PASSWORD)).kind).to.equal('locked-out');
  });

  it('leaves other accounts open', async () => {
    await guess(5, 'office');
    expect((await attempt('auditor', PASSWORD)).kind).to.equal('signed-in');
  });

  it('locks an address after thirty failures over many accounts', async () => {
    for (let account = 0; account < 10; account += 1) await guess(3, `account-${account}`);
    expect((await attempt('office', PASSWORD)).kind).to.equal('locked-out');
    expect((await attempt('office', PASSWORD, '192.0.2.9')).kind).to.equal('signed-in');
  });

  it('is counted when it comes all at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => attempt('office', `guess number ${index}`)),
    );
    expect(results.filter(({ kind }) => kind === 'refused')).to.have.length(5);
  });

  it('is forgiven after a quarter of an hour', async () => {
    await guess(5, 'office');
    running.clock.pass(15 * MINUTE);
    expect((await attempt('office', PASSWORD)).kind).to.equal('signed-in');
  });

  it('is forgotten when the right password comes', async () => {
    await guess(4, 'office');
    await attempt('office', PASSWORD);
    await guess(4, 'office');
    expect((await attempt('office', PASSWORD)).kind).to.equal('signed-in');
  });

  it('does not count those who sign in rightly against their address', async () => {
    for (let time = 0; time < 31; time += 1) await attempt('office', PASSWORD);
    expect((await attempt('auditor', PASSWORD)).kind).to.equal('signed-in');
  });

  it('is told on the page how long to wait', async () => {
    await guess(5, 'office');
    const page = await signIn(supertest.agent(running.app), 'office');
    expect(page.status).to.equal(429);
    expect(page.text).to.include('请 15 分钟后再试');
  });
});
