import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import supertest from 'supertest';
import { readConfig } from '../../../src/config.ts';
import { startServer, type RunningServer } from '../../../src/server.ts';
import { cookieIn, testApp, tokenIn, type Agent, type TestApp } from '../../support/http.ts';
import { inspectBureau } from '../../support/inspected-bureau.ts';
import { messyRegister } from '../../support/messy-register.ts';
import {
  temporaryFolder,
  uploadingOffice,
  upload,
  wordsIn,
  type TemporaryFolder,
} from '../../support/uploading.ts';

const START = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nhalf of';

describe('an upload on its way', () => {
  let running: TestApp;
  let office: Agent;
  let temporary: TemporaryFolder;
  let end: () => Promise<void>;
  before(async () => {
    ({ running, office, temporary, end } = await uploadingOffice());
  });
  after(() => end());

  async function drafts(): Promise<number> {
    return (await running.database.read('import_draft').pluck('id')).length;
  }

  it('is refused without the form’s token, and nothing is kept: 403', async () => {
    const answer = await office
      .post('/imports/new')
      .field('_csrf', 'made up')
      .attach('files', await messyRegister(), 'a.xlsx');
    expect([answer.status, await drafts(), temporary.left()]).to.deep.equal([403, 0, []]);
  });

  it('is told what to do when no file was chosen, and keeps the year', async () => {
    const form = await office.get('/imports/new');
    const answer = await office.post('/imports/new').field('_csrf', tokenIn(form)).field('year', '2021');
    expect(answer.status).to.equal(422);
    expect(wordsIn(answer.text)).to.include('请选择要上传的文件');
    expect(answer.text).to.match(/<option value="2021" selected>/u);
  });

  it('has at most 50 files: what is too many is named', async () => {
    const files = Array.from({ length: 52 }, (_, index) => [Buffer.from('x'), `${index + 1}.csv`] as const);
    const answer = await upload(office, files);
    expect(answer.status).to.equal(422);
    expect(wordsIn(answer.text)).to.include('“51.csv”没有收下：一次最多上传 50 个文件');
    expect(await drafts()).to.equal(0);
  });

  it('is answered ten times at once', async () => {
    const register = await messyRegister();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => upload(office, [[register, 'a.xlsx']])),
    );
    expect(answers.map(({ status }) => status)).to.deep.equal(Array.from({ length: 10 }, () => 303));
    expect(temporary.left()).to.deep.equal([]);
  });
});

describe('an upload over a slow or broken line', () => {
  let running: TestApp;
  let server: RunningServer;
  let temporary: TemporaryFolder;
  before(async () => {
    temporary = temporaryFolder();
    running = await testApp();
    await inspectBureau(running);
    const config = { ...readConfig({}), port: 0, requestSeconds: 1, sessionSecret: 'only for tests' };
    server = await startServer(running, config, []);
  });
  after(async () => {
    await server.stop();
    await running.end();
    temporary.end();
  });

  /** Begins to send a form and leaves it at that. */
  async function begin(
    role: 'office' | 'auditor',
    body: string,
  ): Promise<{ socket: Socket; answer: () => string }> {
    const cookie = await signedInCookie(role);
    const { hostname, port } = new URL(server.address);
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
    });
    socket.on('error', () => undefined);
    const head = [
      'POST /imports/new HTTP/1.1',
      `Host: ${hostname}`,
      `Cookie: ${cookie}`,
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 100000',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    return { socket, answer: () => heard };
  }

  async function signedInCookie(role: string): Promise<string> {
    const agent = supertest.agent(server.address);
    const page = await agent.get('/sign-in');
    const fields = { _csrf: tokenIn(page), username: role, password: 'correct-horse-battery', next: '' };
    const answer = await agent.post('/sign-in').type('form').send(fields);
    return (cookieIn(answer) ?? '').split(';')[0] ?? '';
  }

  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 100 && !(await holds()); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('is refused before its body is there when its sender may not: 403', async () => {
    const { socket, answer } = await begin('auditor', '');
    await until(() => answer().includes('\r\n\r\n'));
    socket.destroy();
    expect(answer()).to.match(/^HTTP\/1\.1 403 /u);
  });

  it('leaves nothing when it breaks off half-sent', async () => {
    const { socket } = await begin('office', START);
    await until(() => temporary.left().length === 1);
    expect(temporary.left()).to.have.length(1);
    socket.destroy();
    await until(() => temporary.left().length === 0);
    expect(temporary.left()).to.deep.equal([]);
    expect(await running.database.read('import_draft')).to.deep.equal([]);
  });

  it('is cut off when it takes too long, and leaves nothing', async () => {
    const { socket, answer } = await begin('office', START);
    await until(() => temporary.left().length === 1);
    await until(() => socket.closed && temporary.left().length === 0);
    expect([socket.closed, temporary.left()]).to.deep.equal([true, []]);
    expect(answer()).not.to.match(/^HTTP\/1\.1 (?:200|303) /u);
  });
});
