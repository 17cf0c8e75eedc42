import { expect } from 'chai';
import supertest from 'supertest';
import { signedInAgent, testApp, type TestApp } from '../support/http.ts';

describe('the choice of a language', () => {
  let running: TestApp;

  before(async () => {
    running = await testApp();
  });

  after(async () => {
    await running.end();
  });

  it('begins with Chinese, the other language one link away', async () => {
    const { text } = await supertest(running.app).get('/sign-in?next=%2Fpoints');
    expect(text).to.include('<html lang="zh-CN">');
    expect(text).to.include('href="/language?to=en&amp;next=%2Fsign-in%3Fnext%3D%252Fpoints"');
  });

  it('comes back to where one was, and is kept by the browser', async () => {
    const agent = supertest.agent(running.app);
    const chosen = await agent.get('/language?to=en&next=%2Fsign-in');
    expect([chosen.status, chosen.get('Location')]).to.deep.equal([303, '/sign-in']);
    const { text } = await agent.get('/sign-in');
    expect(text).to.include('<html lang="en">').and.include('Password');
  });

  it('outlives signing in, and goes back to Chinese', async () => {
    const agent = await signedInAgent(running.app, 'auditor');
    await agent.get('/language?to=en');
    expect((await agent.get('/audit')).text).to.include('Audit trail');
    await agent.get('/language?to=zh');
    expect((await agent.get('/audit')).text).to.include('审计记录');
  });

  for (const [query, to] of [
    ['to=en&next=https%3A%2F%2Fexample.org%2F', '/'],
    ['to=fr&next=%2Fsign-in', '/sign-in'],
  ] as const) {
    it(`leads nowhere else: ${query}`, async () => {
      expect((await supertest(running.app).get(`/language?${query}`)).get('Location')).to.equal(to);
    });
  }

  it('remembers no language that there is none of', async () => {
    const { headers } = await supertest(running.app).get('/language?to=fr');
    expect(headers).not.to.have.property('set-cookie');
  });

  it('speaks English of an error, too', async () => {
    const agent = await signedInAgent(running.app, 'auditor');
    const [cookie] = (await agent.get('/language?to=en')).get('Set-Cookie') ?? [];
    expect(cookie).to.match(/^qinglian-language=en; .*HttpOnly; SameSite=Lax$/u);
    expect((await agent.get('/nowhere')).text).to.include('Not found');
    expect((await agent.get('/points')).text).to.include('You do not have access');
  });
});
