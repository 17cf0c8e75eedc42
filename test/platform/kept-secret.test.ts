import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { keptSecret } from '../../src/platform/kept-secret.ts';

describe('a secret kept in a file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-secret-'));
    file = join(folder, 'a.sqlite.secret');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is made once, and is the same at every start', () => {
    const made = keptSecret(file);
    expect(made).to.match(/^[0-9a-f]{64}$/u);
    expect(keptSecret(file)).to.equal(made);
    expect(readdirSync(folder)).to.deep.equal(['a.sqlite.secret']);
  });

  it('is read by its owner alone, also where it was readable to others', () => {
    const made = keptSecret(file);
    chmodSync(file, 0o644);
    expect(keptSecret(file)).to.equal(made);
    expect((statSync(file).mode & 0o777).toString(8)).to.equal('600');
  });

  it('is refused where the file holds something else, which stays', () => {
    writeFileSync(file, 'short');
    expect(() => keptSecret(file)).to.throw('里不是会话密钥');
    expect(readFileSync(file, 'utf8')).to.equal('short');
  });
});
