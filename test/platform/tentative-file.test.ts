import { expect } from 'chai';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperationalError } from '../../src/platform/errors.ts';
import { TentativeFile } from '../../src/platform/tentative-file.ts';

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
