import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import { inShort, reading, said, sampleBytes } from '../support/reading.ts';

/** File, format, and of each form: kind, unit, name, post, risks, measures. */
const SAMPLES = [
  ['annex1-finance.docx', 'docx', ['annex1 办公室 陈某 财务管理岗 4 4']],
  ['annex1-procurement-continued.docx', 'docx', ['annex1 办公室 林某 政府采购岗 6 6']],
  ['annex1-approvals.doc', 'doc', ['annex1 市场秩序处 周某 行政审批岗 4 4']],
  ['annex1-procurement-continued.doc', 'doc', ['annex1 办公室 林某 政府采购岗 6 6']],
  ['annex2-office.xlsx', 'xlsx', ['annex2 办公室 陈某 财务管理岗 4 4', 'annex2 办公室 林某 政府采购岗 6 6']],
  ['annex2-office.xls', 'xls', ['annex2 办公室 陈某 财务管理岗 4 4', 'annex2 办公室 林某 政府采购岗 6 6']],
  ['annex2-market.docx', 'docx', ['annex2 市场秩序处 周某 行政审批岗 4 4']],
  ['annex2-market.doc', 'doc', ['annex2 市场秩序处 周某 行政审批岗 4 4']],
  ...(['register-utf8.csv', 'register-gb18030.csv'] as const).map(
    (name) =>
      [
        name,
        'csv',
        [
          'register 办公室 陈某 财务管理岗 4 4',
          'register 办公室 林某 政府采购岗 6 6',
          'register 市场秩序处 周某 行政审批岗 4 4',
        ],
      ] as const,
  ),
] as const;

describe('the sample forms', () => {
  for (const [name, format, expected] of SAMPLES) {
    it(`${name} is read without a finding`, async () => {
      const file = await reading(sampleBytes(name));
      const forms = file.forms.map(inShort).map(({ kind, unit, name: person, post, risks, measures }) => {
        const paired = measures.filter((measure) => measure !== null).length;
        return [kind, unit, person, post, risks.length, paired].join(' ');
      });
      expect({ format: file.format, forms, findings: file.findings }).to.deep.equal({
        format,
        forms: expected,
        findings: [],
      });
    });
  }

  it('in UTF-8 and in GB18030 say the same', async () => {
    const [one, other] = [
      await reading(sampleBytes('register-utf8.csv')),
      await reading(sampleBytes('register-gb18030.csv')),
    ];
    expect(one.forms).to.deep.equal(other.forms);
  });

  it('keep duties, date, declared grades and the head’s opinion', async () => {
    const [finance] = (await reading(sampleBytes('annex1-finance.docx'))).forms;
    const [market] = (await reading(sampleBytes('annex2-market.docx'))).forms;
    expect(finance?.duties?.value).to.match(/^负责局机关及下属单位经费预算编制.*票据管理。$/u);
    expect(finance?.filledOn).to.deep.equal({
      value: '2021-04-22',
      raw: '2021年4月22日',
      position: { paragraph: 3 },
    });
    expect(finance?.opinions).to.deep.equal([
      {
        label: '单位（处室）负责人意见',
        text: {
          value: '同意。\n签字：_____ 2021年4月23日',
          raw: '同意。\n签字：_____ 2021年4月23日',
          position: { table: 1, row: 11, column: 2 },
        },
      },
    ]);
    expect(market?.risks.map(({ grade }) => grade?.value)).to.deep.equal([1, 2, 3, 1]);
  });

  it('keep the curly quotation marks of Word 97', async () => {
    const [form] = (await reading(sampleBytes('annex1-finance.doc'))).forms;
    expect(form?.risks[0]?.measure?.value).to.include('“双审”');
  });

  it('pair each measure to its risk and know where both stood', async () => {
    const [form] = (await reading(sampleBytes('annex1-procurement-continued.docx'))).forms;
    const sixth = form?.risks[5];
    expect(sixth).to.deep.include({
      ordinal: 6,
      text: {
        value: '零星采购长期固定一家供应商。',
        raw: '零星采购长期固定一家供应商。',
        position: { table: 2, row: 2, column: 3 },
      },
    });
    expect(sixth?.measure).to.deep.equal({
      value: '零星采购实行三家比价，每半年轮换供应商名录。',
      raw: '零星采购实行三家比价，每半年轮换供应商名录。',
      position: { table: 2, row: 4, column: 3 },
    });
  });

  it('give probability and harm as steps of the notice’s scales', async () => {
    const [form] = (await reading(sampleBytes('register-utf8.csv'))).forms;
    expect(
      form?.risks.map(({ probability, harm }) => [probability?.value.step, harm?.value.step]),
    ).to.deep.equal([
      ['high', 'serious'],
      ['fairly-high', 'fairly-serious'],
      ['small', 'limited'],
      ['high', 'fairly-serious'],
    ]);
  });

  it('without a name are an error at the blank cell', async () => {
    const { forms, findings } = await reading(sampleBytes('bad-annex1-no-name.docx'));
    expect(forms.map(inShort)[0]).to.deep.include({ unit: '电子商务处', name: null, post: '重点项目岗' });
    expect(
      findings.map(({ severity, code, field, position }) => ({ severity, code, field, position })),
    ).to.deep.equal([
      { severity: 'error', code: 'missing-name', field: 'name', position: { table: 1, row: 1, column: 2 } },
    ]);
  });

  it('with three bad rows are three errors, each at its place', async () => {
    const { findings } = await reading(sampleBytes('bad-register.csv'));
    expect(
      findings.map(({ severity, code, field, position }) => ({ severity, code, field, position })),
    ).to.deep.equal([
      {
        severity: 'error',
        code: 'unknown-step',
        field: 'probability',
        position: { line: 3, row: 3, column: 7 },
      },
      { severity: 'error', code: 'missing-risk', field: 'text', position: { line: 4, row: 4, column: 5 } },
      { severity: 'error', code: 'missing-unit', field: 'unit', position: { line: 5, row: 5, column: 1 } },
    ]);
    expect(said(findings, zh)[1]).to.equal('请改为：较小、较高、高。');
  });
});
