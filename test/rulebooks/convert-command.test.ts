import { expect } from 'chai';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../../src/rulebooks/digest.ts';
import { runCommand, type CommandResult } from '../support/command.ts';
import { EditedSheets } from '../support/rulebook-workbook.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';
import { workbookFile } from '../support/workbook-file.ts';

const NOTICE = fileURLToPath(new URL('../../rules/grading/notice-2021.json', import.meta.url));

describe('the command line, with rulebooks as workbooks', function () {
  this.timeout(120_000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'rules-convert-'))));
  after(() => rmSync(folder, { recursive: true }));

  const inFolder = (name: string): string => join(folder, name);
  const rules = (...words: readonly string[]): Promise<CommandResult> => runCommand('rules', ...words);
  const wrongBook = async (): Promise<string> => {
    const book = new EditedSheets(noticeRulebook()).write('规则', 'probability-high', '发生机率', '极高');
    writeFileSync(inFolder('wrong.xlsx'), await workbookFile(...book.sheets));
    return inFolder('wrong.xlsx');
  };

  it('writes a rulebook as a workbook, checks that, and gives the same rulebook back', async () => {
    const [book, back] = [inFolder('notice.xlsx'), inFolder('back.json')];
    const written = await rules('convert', NOTICE, book);
    expect([written.status, written.errors]).to.deep.equal([0, '']);
    expect(written.output).to.include('notice.xlsx');
    const checked = await rules('check', book);
    expect([checked.status, checked.output.trim()]).to.deep.equal([
      0,
      '通过：格式和示例无误，核对了 9 种情形组合。',
    ]);
    const { status, output } = await rules('convert', book, back, '--json');
    const digest = digestOf(noticeRulebook());
    expect([status, JSON.parse(output)]).to.deep.equal([0, { ok: true, files: [back], digest }]);
    expect(JSON.parse(readFileSync(back, 'utf8'))).to.deep.equal(noticeRulebook());
  });

  it('writes over no file', async () => {
    writeFileSync(inFolder('kept.xlsx'), 'somebody’s');
    const { status, output, errors } = await rules('convert', NOTICE, inFolder('kept.xlsx'));
    expect([status, output]).to.deep.equal([2, '']);
    expect(errors).to.include('kept.xlsx').and.not.include('    at ');
    expect(readFileSync(inFolder('kept.xlsx'), 'utf8')).to.equal('somebody’s');
  });

  it('writes no other kind of file', async () => {
    const { status, errors } = await rules('convert', NOTICE, inFolder('notice.docx'));
    expect([status, existsSync(inFolder('notice.docx'))]).to.deep.equal([2, false]);
    expect(errors).to.include('.xlsx').and.not.include('    at ');
  });

  it('says plainly that a file cannot be written where there is no folder', async () => {
    const { status, errors } = await rules('convert', NOTICE, join(folder, 'nowhere', 'notice.xlsx'));
    expect(status).to.equal(2);
    expect(errors).to.include('请核对文件夹是否存在').and.not.include('    at ');
  });

  it('names the cell of what is wrong, in words and as JSON, and converts nothing of it', async () => {
    const wrong = await wrongBook();
    const words = await rules('check', wrong);
    expect(words.status).to.equal(1);
    expect(words.output).to.include('“规则 Rules”第 2 行 E 列').and.include('“极高”不是“发生机率”的取值');
    const result = await rules('convert', wrong, inFolder('wrong.json'), '--json');
    expect([result.status, existsSync(inFolder('wrong.json'))]).to.deep.equal([1, false]);
    expect(JSON.parse(result.output))
      .to.have.nested.property('findings[0].position')
      .that.deep.equals({
        ...{ sheet: '规则 Rules', row: 2, column: 5 },
      });
  });

  it('shows the cell of what judging finds', async () => {
    const book = new EditedSheets(noticeRulebook());
    book.sheet('矩阵')[3]?.splice(3, 1, '三级');
    writeFileSync(inFolder('inverted.xlsx'), await workbookFile(...book.sheets));
    const { status, output } = await rules('check', inFolder('inverted.xlsx'), '--json');
    const { findings } = JSON.parse(output) as { findings: { kind: string; position?: object }[] };
    expect(status).to.equal(1);
    expect(findings.map(({ kind }) => kind)).to.include('non-monotone');
    expect(findings.every(({ kind, position }) => kind === 'non-monotone' || position)).to.equal(true);
  });

  for (const [what, words] of [
    ['check', ['check', 'nothing-here.xlsx']],
    ['convert', ['convert', 'nothing-here.xlsx', 'out.json']],
  ] as const) {
    it(`says of ${what} that there is no such workbook`, async () => {
      const { status, errors } = await rules(...words);
      expect(status).to.equal(2);
      expect(errors).to.include('nothing-here.xlsx').and.not.include('    at ');
    });
  }
});
