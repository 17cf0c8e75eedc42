import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperationalError } from '../../src/platform/errors.ts';
import { TentativeFile } from '../../src/platform/tentative-file.ts';

const MODULE = new URL('../../src/platform/tentative-file.ts', import.meta.url).href;

describe('a file that is made tentatively', () => {
  let folder: string;
  let filename: string;
  let made: TentativeFile;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
    filename = join(folder, 'bureau.sqlite');
    made = new TentativeFile(filename);
    for (const end of ['', '-wal', '-shm']) writeFileSync(made.path + end, 'ours');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is the only one left when it is kept', () => {
    made.keep();
    expect([readdirSync(folder), readFileSync(filename, 'utf8')]).to.deep.equal([['bureau.sqlite'], 'ours']);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`leaves nothing when the program is ended by ${signal}`, async () => {
      const program = `
        import { writeFileSync } from 'node:fs';
        import { TentativeFile } from ${JSON.stringify(MODULE)};
        const file = new TentativeFile(${JSON.stringify(join(folder, 'other.sqlite'))});
        for (const end of ['', '-wal', '-shm']) writeFileSync(file.path + end, 'ours');
        process.stdout.write('made');
        setInterval(() => undefined, 1000);`;
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
      await once(child.stdout, 'data');
      expect(readdirSync(folder).filter((name) => name.startsWith('other'))).to.have.length(3);
      child.kill(signal);
      const [status, by] = (await once(child, 'exit')) as [number | null, string | null];
      expect([status, by]).to.deep.equal([null, signal]);
      expect(readdirSync(folder).filter((name) => name.startsWith('other'))).to.deep.equal([]);
    });
  }

  it('leaves nothing when it is dropped', () => {
    made.drop();
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('never takes the place of what somebody else made meanwhile', () => {
    writeFileSync(filename, 'theirs');
    expect(() => {
      made.keep();
    })
      .to.throw(OperationalError)
      .with.property('kind', 'conflict');
    expect([readdirSync(folder), readFileSync(filename, 'utf8')]).to.deep.equal([
      ['bureau.sqlite'],
      'theirs',
    ]);
  });
});
