import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCommandWith } from '../support/command.ts';

const PASSWORD = 'correct-horse-battery';

describe('init on the command line', () => {
  let folder: string;
  let words: readonly string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-init-'));
    const database = join(folder, 'new.sqlite');
    words = ['init', '--bureau', '澄江市商务局', '--username', 'Bangongshi', '--database', database];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes bureau and office account with the password from standard input, and says so as JSON', async () => {
    const made = await runCommandWith(`${PASSWORD}\n`, ...words, '--password-stdin', '--json');
    expect([made.status, made.errors]).to.deep.equal([0, '']);
    const { bureau, account } = JSON.parse(made.output);
    expect([bureau.name, account.username]).to.deep.equal(['澄江市商务局', 'bangongshi']);
    expect(made.output).not.to.include(PASSWORD);
  });

  it('refuses a second time', async () => {
    await runCommandWith(PASSWORD, ...words, '--password-stdin');
    const again = await runCommandWith(PASSWORD, ...words, '--password-stdin');
    expect([again.status, again.output]).to.deep.equal([2, '']);
    expect(again.errors).to.include('不能再初始化');
  });

  for (const [what, input, more, says] of [
    ['a weak password', 'short', ['--password-stdin'], '密码至少 10 个字符'],
    ['no password', '', ['--password-stdin'], '密码至少 10 个字符'],
    ['no terminal to type it on', PASSWORD, [], '没有可以输入密码的终端'],
    ['a password as an argument', '', ['--password', PASSWORD], 'unknown option'],
  ] as const) {
    it(`makes nothing with ${what}`, async () => {
      const refused = await runCommandWith(input, ...words, ...more);
      expect([refused.status, refused.output]).to.deep.equal([2, '']);
      expect(refused.errors).to.include(says).and.not.include(PASSWORD);
      expect(refused.errors).not.to.include('    at ');
    });
  }
});
