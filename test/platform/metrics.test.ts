import { expect } from 'chai';
import supertest from 'supertest';
import { whileMeasured } from '../../src/platform/metrics-server.ts';
import { signedInAgent, testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const HERE = '127.0.0.1';

describe('what is measured', () => {
  let running: TestApp;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    running.metrics.watch(() => running.jobs.figures());
  });
  afterEach(() => running.end());

  async function measured(): Promise<string> {
    return (await running.metrics.text()).body;
  }

  it('names patterns of addresses, never what somebody asked for', async () => {
    const agent = await signedInAgent(running.app, 'assessment-group');
    await agent.get('/points/1?q=秘密');
    await agent.get('/nobody-knows-this/秘密');
    await supertest(running.app).options('/points/1');
    const text = await measured();
    expect(text).to.include(
      'qinglian_request_seconds_count{route="/points/:id",method="GET",status="2xx"} 1',
    );
    expect(text).to.include('qinglian_request_seconds_count{route="none",method="GET",status="4xx"} 1');
    expect(text).to.match(/route="\w+",method="other"/u);
    for (const personal of ['秘密', 'nobody-knows-this', 'points/1', 'assessment-group', '张三', '127.0.0.1'])
      expect(text).not.to.include(personal);
  });

  it('says how many jobs wait, and for how long', async () => {
    expect(await measured()).to.include('qinglian_oldest_waiting_job_seconds 0');
    const order = { kind: 'tidying', payload: {}, createdBy: '张三' };
    await running.database.transaction(async (transaction) => {
      await running.jobs.enqueue(transaction, { ...order, lane: 'one', dueOn: null });
      await running.jobs.enqueue(transaction, { ...order, lane: 'two', dueOn: '2099-01-01' });
    });
    running.clock.pass(90_000);
    const text = await measured();
    expect(text)
      .to.include('qinglian_jobs{state="waiting"} 2')
      .and.include('qinglian_jobs{state="failed"} 0');
    expect(text).to.include('qinglian_oldest_waiting_job_seconds 90');
  });

  it('includes transactions, the event loop and the process, and no version', async () => {
    await running.database.transaction(() => Promise.reject(new Error('on purpose'))).catch(() => undefined);
    const text = await measured();
    expect(text).to.match(/qinglian_transaction_seconds_count\{kind="write",outcome="committed"\} \d+/u);
    expect(text).to.include('qinglian_transaction_seconds_count{kind="write",outcome="taken-back"} 1');
    expect(text)
      .to.include('nodejs_eventloop_lag_p99_seconds ')
      .and.include('process_resident_memory_bytes ');
    expect(text).to.include('qinglian_database_up 1').and.not.include('version');
  });

  it('says when the database is gone', async () => {
    await running.database.read.destroy();
    const text = await measured();
    expect(text).to.include('qinglian_database_up 0').and.not.include('qinglian_jobs{state="waiting"} 0');
    running.database.read.initialize();
  });

  it('is answered at an address of its own while work goes on, and nothing else is', async () => {
    const metricsPort = 20_000 + Math.floor(Math.random() * 20_000);
    const measuring = supertest(`http://${HERE}:${metricsPort}`);
    await whileMeasured(running.metrics, { metricsHost: HERE, metricsPort }, async () => {
      const answer = await measuring.get('/metrics');
      expect(answer.type).to.equal('text/plain');
      expect(answer.text).to.include('qinglian_database_up 1');
      for (const path of ['/', '/board', '/metrics/'])
        expect((await measuring.get(path)).status).to.equal(404);
      expect((await measuring.post('/metrics')).status).to.equal(404);
    });
    const refused = await measuring.get('/metrics').catch(String);
    expect(refused).to.include('ECONNREFUSED');
  });

  it('is not in the application itself', async () => {
    expect((await supertest(running.app).get('/metrics')).status).to.equal(404);
  });
});
