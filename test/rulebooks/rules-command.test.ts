import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperationalError } from '../../src/platform/errors.ts';
import { LONGEST_RULEBOOK } from '../../src/rulebooks/rulebook-schema.ts';
import { rulesCheck } from '../support/rules-check.ts';
import { shippedText } from '../support/shipped-rulebooks.ts';

describe('rules check', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-check-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function fileOf(text: string | Buffer): string {
    const path = join(folder, 'rulebook.json');
    writeFileSync(path, text);
    return path;
  }

  it('says of a sound rulebook in one line that it is, and how many cases were judged', async () => {
    expect(await rulesCheck(fileOf(shippedText('grading/notice-2021.json')))).to.deep.equal({
      documents: [],
      lines: ['通过：格式和示例无误，核对了 9 种情形组合。'],
      status: 0,
    });
  });

  it('prints one JSON document when asked', async () => {
    const { documents, lines } = await rulesCheck(fileOf(shippedText('grading/notice-2021.json')), '--json');
    expect({ documents, lines }).to.deep.equal({
      documents: [{ ok: true, cases: 9, findings: [], sampled: false, warnings: [] }],
      lines: [],
    });
  });

  it('exits with 1 when it finds something, and says where, what, and how to put it right', async () => {
    const text = shippedText('grading/notice-2021.json').replace(
      '"operator": "equal"',
      '"operator": "equals"',
    );
    const { lines, status } = await rulesCheck(fileOf(text));
    expect(status).to.equal(1);
    expect(lines[0]).to.equal('发现 1 个问题：');
    expect(lines[1]).to.match(
      /^第 \d+ 行 \/base\/rules\/0\/when\/operator：不是允许的取值。请从以下取值中选一个/u,
    );
  });

  it('names the line of a text that is no JSON once, and none of what is wrong with the whole', async () => {
    const broken = await rulesCheck(fileOf('{"kind": "grading",'));
    expect(broken.lines[1]).to.match(/^第 1 行不是正确的 JSON/u);
    const bare = await rulesCheck(fileOf('{"kind": "grading"}'));
    expect(bare.lines[1]).to.match(/^缺少“name”/u);
  });

  it('prints the facts that prove a finding', async () => {
    const text = shippedText('grading/five-by-five.json').replace(/"lowerBy": 1/u, '"noMilderThan": 1');
    const { lines, status } = await rulesCheck(fileOf(text));
    expect(status).to.equal(1);
    expect(lines.join('\n')).to.match(/情形：probability＝.*，harm＝.*，domain＝.*，measureCount＝\d/u);
  });

  it('finds a file too large and a file in another encoding, as findings', async () => {
    const large = await rulesCheck(fileOf(' '.repeat(LONGEST_RULEBOOK + 5)));
    const otherEncoding = await rulesCheck(fileOf(Buffer.from([0x7b, 0xc1, 0xae, 0xd5, 0xfe, 0x7d])));
    expect([large.lines[1], otherEncoding.lines[1], large.status, otherEncoding.status]).to.deep.equal([
      '评定标准超过 1024 KB，没有读取。请删去多余内容，或拆成几份评定标准。',
      '文件不是 UTF-8 编码。请用 UTF-8 编码另存后再试。',
      1,
      1,
    ]);
  });

  for (const path of ['there-is-none.json', '']) {
    it(`says that “${path || 'a folder'}” is no file to read, which ends the program with 2`, async () => {
      const error = await rulesCheck(join(folder, path)).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(OperationalError).with.property('kind', 'not-found');
    });
  }
});
