import { expect } from 'chai';
import { readCommand } from '../../src/intake/read-command.ts';
import { OperationalError } from '../../src/platform/errors.ts';

const SAMPLES = `${import.meta.dirname}/samples`;

interface Run {
  readonly documents: unknown[];
  readonly lines: string[];
  status: number;
}

async function run(...words: readonly string[]): Promise<Run> {
  const seen: Run = { documents: [], lines: [], status: 0 };
  const output = {
    json: (value: unknown) => seen.documents.push(value),
    text: (line: string) => seen.lines.push(line),
    error: () => undefined,
  };
  const exitWith = (status: number): void => {
    seen.status = status;
  };
  await readCommand({ output, exitWith }).parseAsync(words, { from: 'user' });
  return seen;
}

describe('read', () => {
  it('prints one JSON document with the fields that other programs read', async () => {
    const file = `${SAMPLES}/register-utf8.csv`;
    const { documents, lines, status } = await run('--json', file);
    expect({ documents: documents.length, lines, status }).to.deep.equal({
      documents: 1,
      lines: [],
      status: 0,
    });
    const printed = documents[0] as {
      files: { file: string; format: string; forms: object[]; findings: [] }[];
    };
    expect(printed.files[0]).to.deep.include({ file, format: 'csv', findings: [] });
    expect(printed.files[0]?.forms[2]).to.deep.include({
      kind: 'register',
      unit: '市场秩序处',
      name: '周某',
      post: '行政审批岗',
      duties: '负责拍卖、典当、成品油零售经营等事项的受理、审查和审批转报。',
      filledOn: null,
    });
    const [risk] = (printed.files[0]?.forms[2] as { risks: object[] }).risks;
    expect(risk).to.deep.equal({
      ordinal: 1,
      text: '对不符合条件的申请人违规准予许可。',
      measure: '严格执行审查要点清单，受理、审查、决定三岗分离。',
      probability: 'fairly-high',
      harm: 'fairly-serious',
      grade: null,
      domains: null,
    });
  });

  it('exits with 1 when a file has errors, and says where', async () => {
    const { documents, status } = await run(
      '--json',
      `${SAMPLES}/bad-register.csv`,
      `${SAMPLES}/bad-not-a-word-file.docx`,
    );
    expect(status).to.equal(1);
    const { files } = documents[0] as { files: { format: string | null; findings: object[] }[] };
    expect(files.map(({ format, findings }) => [format, findings.length])).to.deep.equal([
      ['csv', 3],
      [null, 1],
    ]);
    expect(files[0]?.findings[0]).to.deep.equal({
      severity: 'error',
      position: { line: 3, row: 3, column: 7 },
      field: 'probability',
      code: 'unknown-step',
      message: '发生机率“很高”不在评定标准的刻度上。',
      fix: '请改为：较小、较高、高。',
    });
    expect(files[1]?.findings[0]).to.deep.include({ position: { row: null, column: null } });
  });

  it('prints a table for people, findings below their file', async () => {
    const { lines, documents } = await run(
      `${SAMPLES}/annex1-approvals.doc`,
      `${SAMPLES}/bad-annex1-no-name.docx`,
    );
    expect(documents).to.deep.equal([]);
    expect(lines.slice(0, 3)).to.deep.equal([
      `${SAMPLES}/annex1-approvals.doc（Word 97–2003 文档）`,
      '  表     单位        姓名  岗位        填表日期    风险  措施',
      '  附件1  市场秩序处  周某  行政审批岗  2021-04-22  4     4',
    ]);
    expect(lines).to.include(
      '  错误（表 1 第 1 行第 2 列）：没有填写姓名。请补填姓名；处室自身的风险点请在姓名栏写“—”。',
    );
    expect(lines.at(-1)).to.equal('共 2 个文件，2 份表，8 条风险；错误 1 处，提示 0 处。');
  });

  it('refuses a file that is not there before it reads any', async () => {
    const refused = await run(`${SAMPLES}/annex1-finance.docx`, 'nowhere.docx').catch(
      (error: unknown) => error,
    );
    expect(refused).to.be.instanceOf(OperationalError).with.property('kind', 'not-found');
  });
});
