import { Writable } from 'node:stream';
import express, { type Express } from 'express';
import { expect } from 'chai';
import supertest from 'supertest';
import { createLog } from '../../src/platform/log.ts';
import { errorPages } from '../../src/web/errors.ts';
import { beginVisit } from '../../src/web/visit.ts';
import { testClock } from '../support/test-clock.ts';

/** An app whose page fails, and whose error page fails as well. */
function brokenApp(): Express {
  const log = createLog('silent', new Writable());
  const app = express();
  app.use(beginVisit<null>(testClock(), log, () => undefined));
  app.get('/', () => {
    throw new Error('the page failed');
  });
  app.use(errorPages<null>(() => Promise.reject(new Error('the layout failed')), log));
  return app;
}

describe('an error page that fails itself', () => {
  it('still says in plain text what to do, with its number', async () => {
    const answer = await supertest(brokenApp()).get('/');
    expect([answer.status, answer.type]).to.deep.equal([500, 'text/plain']);
    expect(answer.text).to.match(/^系统出错了\n.*\n请稍后再试.*\n[2-9A-HJKMNP-Z]{8}$/u);
  });
});
