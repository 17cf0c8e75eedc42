import { expect } from 'chai';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../src/qinglian.mjs', import.meta.url));
const FORM = 'username=nobody&password=nothing';

interface Served {
  readonly child: ChildProcess;
  readonly port: number;
  readonly end: Promise<number | null>;
}

describe('a server that is asked to stop', () => {
  let folder: string;
  const children: ChildProcess[] = [];
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  async function serve(settings: Readonly<Record<string, string>> = {}): Promise<Served> {
    const words = [PROGRAM, 'serve', '--port', '0', '--database', join(folder, 'served.sqlite')];
    const env = { ...process.env, ...settings };
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'], env });
    children.push(child);
    const end = once(child, 'exit').then(([status]) => status as number | null);
    const port = await new Promise<number>((resolve) => {
      child.stderr.on('data', (line: Buffer) => {
        const [, found] = /"address":"http:[^"]*:(\d+)"/u.exec(line.toString()) ?? [];
        if (found !== undefined) resolve(Number(found));
      });
    });
    return { child, port, end };
  }

  it('answers what is under way, takes nothing new and ends well', async () => {
    const { child, port, end } = await serve();
    const slow = beginSending(port);
    await setTimeout(300);
    child.kill('SIGTERM');
    await setTimeout(300);
    expect(await codeOf(get(port, '/health')), 'a new connection').to.equal('ECONNREFUSED');
    slow.rest();
    const answer = await slow.answer;
    expect([answer.statusCode, answer.headers.connection]).to.deep.equal([403, 'close']);
    expect(await end).to.equal(0);
  });

  it('says that it is not ready on a connection that is still open', async () => {
    const { child, port, end } = await serve();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect((await get(port, '/ready', agent)).statusCode).to.equal(200);
    const slow = beginSending(port);
    await setTimeout(300);
    child.kill('SIGTERM');
    await setTimeout(300);
    expect(await codeOf(get(port, '/ready', agent)), 'an idle one was closed').to.match(/ECONN/u);
    slow.rest();
    await slow.answer;
    expect(await end).to.equal(0);
  });

  it('cuts off what does not end in time', async () => {
    const { child, port, end } = await serve({ QINGLIAN_STOP_SECONDS: '1' });
    const slow = beginSending(port);
    await setTimeout(300);
    child.kill('SIGTERM');
    expect(await codeOf(slow.answer)).to.equal('ECONNRESET');
    expect(await end).to.equal(0);
  });

  it('ends at once when it is asked again, but not for one Ctrl+C that comes twice', async () => {
    const { child, port, end } = await serve();
    const slow = beginSending(port);
    await setTimeout(300);
    child.kill('SIGINT');
    child.kill('SIGINT');
    await setTimeout(1_300);
    expect(child.exitCode).to.equal(null);
    child.kill('SIGINT');
    expect(await codeOf(slow.answer)).to.equal('ECONNRESET');
    expect([await end, child.signalCode]).to.deep.equal([null, 'SIGINT']);
  });
});

/** Sends half of a form, and the other half when it is told to. */
function beginSending(port: number): {
  readonly answer: Promise<IncomingMessage>;
  readonly rest: () => void;
} {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': FORM.length };
  const sending = request({ port, host: '127.0.0.1', path: '/sign-in', method: 'POST', headers });
  const answer = answerTo(sending);
  sending.write(FORM.slice(0, 10));
  return { answer, rest: () => sending.end(FORM.slice(10)) };
}

function get(port: number, path: string, agent?: Agent): Promise<IncomingMessage> {
  const sending = request({ port, host: '127.0.0.1', path, ...(agent === undefined ? {} : { agent }) });
  const answer = answerTo(sending);
  sending.end();
  return answer;
}

function answerTo(sending: ReturnType<typeof request>): Promise<IncomingMessage> {
  const answer = once(sending, 'response').then(([response]) => {
    const got = response as IncomingMessage;
    got.resume();
    return got;
  });
  // What was not waited for yet must not end the test.
  answer.catch(() => undefined);
  return answer;
}

async function codeOf(answer: Promise<IncomingMessage>): Promise<unknown> {
  const failure = await answer.catch((error: unknown) => error);
  return failure instanceof Error && 'code' in failure ? failure.code : 'answered';
}
