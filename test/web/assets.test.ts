import { expect } from 'chai';
import supertest, { type Response } from 'supertest';
import { signedInAgent, testApp, type TestApp } from '../support/http.ts';

describe('style sheets and scripts', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
  });
  after(() => running.end());

  const get = (path: string): Promise<Response> => supertest(running.app).get(path).then();

  it('are kept for a year under an address that names their content', async () => {
    const page = await get('/sign-in');
    const address = /\/assets\/theme\.css\?v=[0-9a-f]{16}/u.exec(page.text)?.[0] ?? 'none';
    const sheet = await get(address);
    expect([sheet.status, sheet.headers['cache-control']]).to.deep.equal([
      200,
      'public, max-age=31536000, immutable',
    ]);
  });

  it('are asked for again under any other address', async () => {
    const sheet = await get('/assets/theme.css?v=old');
    expect([sheet.status, sheet.headers['cache-control']]).to.deep.equal([200, 'no-cache']);
  });

  it('include the chart library from this machine', async () => {
    const script = await get('/assets/vendor/chart.js');
    expect([script.status, script.type]).to.deep.equal([200, 'text/javascript']);
    expect(script.text).to.include('Chart.js');
  });

  for (const path of [
    '/assets/../app.ts',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/none.css',
    '/assets/',
  ]) {
    it(`are nothing else: ${path}`, async () => {
      expect((await get(path)).status).to.equal(404);
    });
  }

  it('are all named by the pages with their address on this machine', async () => {
    const agent = await signedInAgent(running.app, 'auditor');
    const page = await agent.get('/nowhere');
    const addresses = [...page.text.matchAll(/(?:href|src|action)="([^"]+)"/gu)].map(
      ([, address]) => address,
    );
    expect(addresses).to.have.length.greaterThan(5);
    expect(addresses.filter((address) => !/^[/#]/u.test(address ?? ''))).to.deep.equal([]);
  });
});
