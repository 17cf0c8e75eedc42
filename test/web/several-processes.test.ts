import { expect } from 'chai';
import express, { type Express } from 'express';
import supertest from 'supertest';
import { PASSWORD, signIn, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { HOUR, MINUTE } from '../support/test-clock.ts';
import { guardIn, uploaded, wordsIn } from '../support/uploading.ts';

const REGISTER = [
  '单位,姓名,岗位名称,潜在风险,防控措施',
  '对外贸易处,吴启航,外贸扶持资金岗,核验材料走过场。,双人核验。',
].join('\n');

const REASON = '本处室不承担政府采购，采购由办公室统一办理。';

/** What a proxy does that gives each request to the next process. */
function inTurn(apps: readonly Express[]): Express {
  let asked = 0;
  const proxy = express();
  proxy.use((request, response, next) => {
    const app = apps[asked % apps.length];
    asked += 1;
    if (app === undefined) next();
    else app(request, response, next);
  });
  return proxy;
}

describe('two processes behind a plain proxy', () => {
  let one: TestApp;
  let agent: Agent;
  beforeEach(async () => {
    one = await testApp();
    await inspectBureau(one);
    agent = supertest.agent(inTurn([one.app, one.beside().app]));
  });
  afterEach(() => one.end());

  it('take turns in one sign-in, its pages and its forms', async () => {
    expect((await signIn(agent, 'office')).status).to.equal(303);
    for (let page = 0; page < 4; page += 1) expect((await agent.get('/board')).status).to.equal(200);
    const _csrf = tokenIn(await agent.get('/account'));
    const renewed = { 'new-password': 'another-long-secret', 'new-password-again': 'another-long-secret' };
    const form = { _csrf, ...renewed, 'current-password': PASSWORD };
    const changed = await agent.post('/account/password').type('form').send(form);
    expect(changed.status).to.equal(303);
    expect((await agent.get(changed.headers['location'] ?? '')).status).to.equal(200);
    expect((await agent.get('/board')).status).to.equal(200);
  });

  it('hold a form for its sender over an expired session', async () => {
    await signIn(agent, 'division-head');
    const division = one.database.read('org_unit').where({ name: '对外贸易处' });
    const { id } = await division.first<{ id: number }>('id');
    const address = `/coverage/divisions/${id}/exemption`;
    const page = await agent.get(`${address}?domain=assets`);
    const keep = /name="_keep" value="([^"]+)"/u.exec(page.text)?.[1];
    const form = { _csrf: tokenIn(page), _keep: keep, domain: 'assets', reason: REASON };
    const post = (sent: object) =>
      agent.post(address).set('Sec-Fetch-Site', 'same-origin').type('form').send(sent);
    one.clock.pass(HOUR);
    expect((await post(form)).headers['location']).to.include('/sign-in?next=%2Fheld');
    await signIn(agent, 'division-head', PASSWORD, '/held');
    for (let look = 0; look < 2; look += 1) expect((await agent.get('/held')).text).to.include(REASON);
    await post({ ...form, _csrf: tokenIn(await agent.get('/held')) });
    expect((await one.database.read('coverage_exemption_step')).length).to.equal(1);
  });

  it('take an upload through its steps, whoever received its file', async () => {
    await signIn(agent, 'office');
    const address = await uploaded(agent, [[REGISTER, '登记表.csv']]);
    const page = await agent.get(`${address}?stage=commit`);
    const looked = await agent.get(`${address}?stage=rows`);
    expect(wordsIn(looked.text)).to.include('没有有问题的行');
    const sent = { _csrf: tokenIn(page), guard: guardIn(page.text) };
    expect((await agent.post(`${address}/commit`).type('form').send(sent)).status).to.equal(303);
    expect((await agent.get('/points?q=核验材料走过场')).text).to.include('核验材料走过场');
  });

  it('count what is guessed together', async () => {
    for (let guess = 0; guess < 5; guess += 1) await signIn(agent, 'office', `guess number ${guess}`);
    for (let turn = 0; turn < 2; turn += 1) expect((await signIn(agent, 'office')).status).to.equal(429);
    one.clock.pass(15 * MINUTE);
    expect((await signIn(agent, 'office')).status).to.equal(303);
  });

  it('end a session in both when its account is closed', async () => {
    await signIn(agent, 'office');
    await one.database.transaction(async (transaction) => {
      await transaction('account').where({ username: 'office' }).update({ is_active: 0 });
    });
    for (let turn = 0; turn < 2; turn += 1)
      expect((await agent.get('/board')).headers['location']).to.include('/sign-in');
  });
});
