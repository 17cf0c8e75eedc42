import { expect } from 'chai';
import supertest from 'supertest';
import { testApp, type TestApp } from '../support/http.ts';

describe('whoever asks whether the program is there', () => {
  let running: TestApp;
  beforeEach(async () => {
    running = await testApp();
  });
  afterEach(() => running.end());

  for (const path of ['/health', '/ready']) {
    it(`is told so at ${path}, and nothing else, and leaves nothing behind`, async () => {
      const answer = await supertest(running.app).get(path);
      expect([answer.status, answer.text, answer.headers['cache-control']]).to.deep.equal([
        ...[200, 'ok\n', 'no-store'],
      ]);
      expect(answer.headers).not.to.have.any.keys('set-cookie', 'x-powered-by', 'server', 'etag');
      expect(await running.database.read('session').first()).to.equal(undefined);
      expect(running.logged()).to.equal('');
    });
  }

  it('hears that it is not ready while a migration is missing, but alive', async () => {
    await running.database.schema('schema_migration').where({ id: 1 }).delete();
    expect((await supertest(running.app).get('/ready')).status).to.equal(503);
    expect((await supertest(running.app).get('/health')).status).to.equal(200);
  });

  it('hears that it is ready when a newer version has added a migration', async () => {
    const newer = { name: '9999-of-a-newer-version.ts', batch: 2 };
    await running.database.schema('schema_migration').insert(newer);
    expect((await supertest(running.app).get('/ready')).status).to.equal(200);
  });

  it('makes the database work once a second at most', async () => {
    let looks = 0;
    running.database.read.on('query', () => {
      looks += 1;
    });
    await Promise.all(Array.from({ length: 20 }, () => supertest(running.app).get('/ready')));
    expect(looks).to.equal(1);
    running.clock.pass(1_000);
    await supertest(running.app).get('/ready');
    expect(looks).to.equal(2);
  });

  it('hears at once that it is to stop', async () => {
    await supertest(running.app).get('/ready');
    running.readiness.stop();
    const answer = await supertest(running.app).get('/ready');
    expect([answer.status, answer.text]).to.deep.equal([503, 'not ready\n']);
  });

  it('hears that it is not ready when the database is gone', async () => {
    await running.database.read.destroy();
    expect((await supertest(running.app).get('/ready')).status).to.equal(503);
    running.database.read.initialize();
  });
});
