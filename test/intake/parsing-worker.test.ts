import { expect } from 'chai';
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { noticeScales } from '../../src/intake/notice-scales-service.ts';
import { ParsingWorker } from '../../src/intake/parsing-worker-service.ts';
import { sampleBytes } from '../support/reading.ts';

const SCALES = noticeScales();
const SAMPLE = sampleBytes('annex1-finance.docx');
/** Long to read: 19,000 rows. */
const LONG = Buffer.from(
  `单位,姓名,岗位,潜在风险\n${Array.from({ length: 19_000 }, (_, index) => `办公室,陈某,财务岗,风险${String(index)}`).join('\n')}`,
);

describe('the parsing worker', () => {
  const workers: ParsingWorker[] = [];

  function worker(limits?: ConstructorParameters<typeof ParsingWorker>[0]): ParsingWorker {
    const made = new ParsingWorker(limits);
    workers.push(made);
    return made;
  }

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((used) => used.close()));
  });

  it('reads files that are asked for at once, each by its own name', async () => {
    const reader = worker();
    const names = ['a.docx', 'b.docx', 'c.docx'];
    const files = await Promise.all(names.map((name) => reader.read(SAMPLE, name, SCALES)));
    expect(files.map(({ file, forms }) => [file, forms.length])).to.deep.equal(
      names.map((name) => [name, 1]),
    );
  });

  it('stops a file that takes too long, and reads the next', async () => {
    const reader = worker({ memoryMegabytes: 512, seconds: 0.3 });
    const [long, next] = await Promise.all([
      reader.read(LONG, 'long', SCALES),
      reader.read(SAMPLE, 'next', SCALES),
    ]);
    expect(long.findings.map(({ severity, code }) => [severity, code])).to.deep.equal([
      ['error', 'time-out'],
    ]);
    expect(next.forms).to.have.length(1);
  });

  it('stops a file that takes too much memory, and reads the next', async () => {
    const reader = worker({ memoryMegabytes: 48, seconds: 30 });
    const long = await reader.read(LONG, 'long', SCALES);
    expect(long.findings.map(({ code }) => code)).to.deep.equal(['out-of-memory']);
    expect((await reader.read(SAMPLE, 'next', SCALES)).forms).to.have.length(1);
  });

  it('does not even start for a file over the limit', async () => {
    const { findings } = await worker().read(Buffer.alloc(50 * 1024 * 1024), 'large', SCALES);
    expect(findings.map(({ code }) => code)).to.deep.equal(['file-too-large']);
  });

  it('works again after it was closed', async () => {
    const reader = worker();
    await reader.read(SAMPLE, 'one', SCALES);
    await reader.close();
    expect((await reader.read(SAMPLE, 'two', SCALES)).forms).to.have.length(1);
  });

  it('lets the program end while it is idle', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
    const script = join(folder, 'program.ts');
    const source = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
    writeFileSync(
      script,
      `import { ParsingWorker } from ${source('../../src/intake/parsing-worker-service.ts')};
       import { noticeScales } from ${source('../../src/intake/notice-scales-service.ts')};
       void new ParsingWorker().read(Buffer.from('x'), 'x', noticeScales());`,
    );
    const program = fork(script, [], { execArgv: ['--import', import.meta.resolve('tsx')], stdio: 'ignore' });
    const ended = new Promise((resolve) => program.once('exit', resolve));
    const status = await Promise.race([ended, wait(20_000, 'still running', { ref: false })]);
    rmSync(folder, { recursive: true });
    expect(status).to.equal(0);
  });
});
