import { expect } from 'chai';
import iconv from 'iconv-lite';
import { en } from '../../src/language/en.ts';
import { zh } from '../../src/language/zh.ts';
import { findingsIn, findingsInShort, formsIn, reading, said } from '../support/reading.ts';
import { workbookFile } from '../support/workbook-file.ts';

const HEADER = ['单位', '姓名', '岗位名称', '岗位职责', '潜在风险', '防控措施', '发生机率', '危害程度'];
const ROWS = [
  ['办公室', '陈某', '财务岗', '负责财务，含预算。', '风险甲', '措施甲', '高', '严重'],
  ['办公室', '陈某', '财务岗', '负责财务，含预算。', '风险乙', '', '较高', '一般'],
  ['市场秩序处', '—', '', '', '风险丙', '措施丙', '', ''],
];
const EXPECTED = [
  {
    kind: 'register',
    unit: '办公室',
    name: '陈某',
    post: '财务岗',
    risks: ['风险甲', '风险乙'],
    measures: ['措施甲', null],
  },
  { kind: 'register', unit: '市场秩序处', name: null, post: null, risks: ['风险丙'], measures: ['措施丙'] },
];

function delimited(
  delimiter: string,
  lineBreak = '\r\n',
  rows: readonly (readonly string[])[] = ROWS,
): string {
  return [HEADER, ...rows].map((row) => row.join(delimiter) + lineBreak).join('');
}

const FILES: readonly (readonly [string, Buffer])[] = [
  ['UTF-8 with commas', Buffer.from(delimited(','))],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${delimited(',')}`)],
  ['GB18030 with commas', iconv.encode(delimited(','), 'gb18030')],
  ['GBK with tabs', iconv.encode(delimited('\t'), 'gbk')],
  ['UTF-8 with semicolons and plain line feeds', Buffer.from(delimited(';', '\n'))],
  ['carriage returns alone', Buffer.from(delimited(',', '\r'))],
  [
    'UTF-16 with tabs, as Excel saves Unicode text',
    iconv.encode(delimited('\t'), 'utf16-le', { addBOM: true }),
  ],
  ['UTF-16, big end first', iconv.encode(delimited('\t'), 'utf16-be', { addBOM: true })],
  ['a first line that tells the delimiter', Buffer.from(`sep=;\r\n${delimited(';')}`)],
];

describe('a register', () => {
  for (const [title, bytes] of FILES) {
    it(`is read from ${title}`, async () => {
      const { format, forms, findings } = await reading(bytes);
      expect({ format, forms: forms.length, findings }).to.deep.equal({
        format: 'csv',
        forms: 2,
        findings: [],
      });
      expect(await formsIn(bytes)).to.deep.equal(EXPECTED);
    });
  }

  it('is read from Excel, also with merged cells', async () => {
    const merged = ROWS.map((row, index) =>
      row.map((text, column) => (index === 1 && column < 4 ? null : text)),
    );
    const plain = await workbookFile({ rows: [HEADER, ...ROWS] });
    const file = await workbookFile({
      rows: [HEADER, ...merged],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'],
    });
    expect(await formsIn(plain)).to.deep.equal(EXPECTED);
    expect(await formsIn(file)).to.deep.equal(EXPECTED);
  });

  it('may have its columns in any order, others among them, and lines above its header', async () => {
    const text = [
      '2021年度廉政风险点登记表,,,,,,',
      '制表：局办公室,,,,,,',
      '危害程度,序号,防范措施,责任人,廉政风险点,科室,职务,姓　名,概率,所属重点领域',
      '严重,1,措施甲,王某,风险甲,办公室,财务岗,陈某,高,财务管理、采购工作',
      '一般,2,措施乙,王某,风险乙,办公室,财务岗,陈某,较小,审批',
    ].join('\n');
    const { forms, findings } = await reading(text);
    expect(findings).to.deep.equal([]);
    expect(forms).to.have.length(1);
    expect(
      forms[0]?.risks.map((risk) => [
        risk.probability?.value.step,
        risk.harm?.value.step,
        risk.domains?.value,
      ]),
    ).to.deep.equal([
      ['high', 'serious', ['finance', 'procurement']],
      ['small', 'limited', ['approvals']],
    ]);
  });

  it('makes one form of rows of a person that do not stand together', async () => {
    const [first = [], second = [], third = []] = ROWS;
    expect(await formsIn(delimited(',', '\n', [first, third, second]))).to.deep.equal(EXPECTED);
  });

  it('prefers the division where it also names the bureau', async () => {
    const text =
      '单位,处室,姓名,岗位,风险点,措施\n市商务局,办公室,陈某,财务岗,风险甲,措施甲\n市商务局,,李某,局长,风险乙,措施乙\n';
    expect((await formsIn(text)).map(({ unit }) => unit)).to.deep.equal(['办公室', '市商务局']);
  });

  it('counts physical lines past quoted line breaks, rows and columns', async () => {
    const text = [
      '单位,姓名,岗位,潜在风险,防控措施,发生机率',
      '办公室,陈某,财务岗,"风险甲，',
      '分两行",措施甲,高',
      '',
      '办公室,陈某,财务岗,"他说""好""",措施乙,没准',
    ].join('\r\n');
    const { forms, findings } = await reading(text);
    expect(forms[0]?.risks.map(({ text: { value, position } }) => [value, position])).to.deep.equal([
      ['风险甲，\n分两行', { line: 2, row: 2, column: 4 }],
      ['他说"好"', { line: 5, row: 4, column: 4 }],
    ]);
    expect(findings[0]).to.deep.include({
      code: 'unknown-step',
      position: { line: 5, row: 4, column: 6 },
    });
    expect(said(findings, zh)).to.include('请改为：较小、较高、高。');
    expect(said(findings, en)).to.include('Write one of: small, fairly high, high.');
  });

  it('reads steps by code, alias and English word, whatever their spacing', async () => {
    const rows = [
      ['HIGH', 'Fairly-Serious'],
      ['较  高', '较严重'],
      ['概率较小', 'limited'],
      ['待评定', '—'],
    ].map(([probability = '', harm = ''], index) => [
      '办公室',
      '陈某',
      '岗',
      '',
      `风险${String(index)}`,
      '',
      probability,
      harm,
    ]);
    const { forms, findings } = await reading(delimited(',', '\n', rows));
    expect(
      forms[0]?.risks.map(({ probability, harm }) => [probability?.value.step, harm?.value.step]),
    ).to.deep.equal([
      ['high', 'fairly-serious'],
      ['fairly-high', 'fairly-serious'],
      ['small', 'limited'],
      [undefined, undefined],
    ]);
    expect(findings).to.deep.equal([]);
  });

  it('says which row lacks what', async () => {
    const rows = [
      ['', '陈某', '财务岗', '', '风险甲', '', '', ''],
      ['办公室', '', '财务岗', '', '风险乙', '', '', ''],
      ['办公室', '陈某', '', '', '风险丙', '', '', ''],
      ['办公室', '陈某', '财务岗', '', '', '措施', '', '致命'],
      ['', '', '', '', '', '', '', ''],
    ];
    expect(await findingsIn(delimited(',', '\n', rows))).to.have.members([
      'error missing-unit unit 2:1',
      'error missing-name name 3:2',
      'error missing-post post 4:2',
      'error missing-risk text 5:5',
    ]);
  });

  it('says which key domain is none', async () => {
    const { forms, findings } = await reading(
      '单位,姓名,岗位,风险点,重点领域\n办公室,陈某,财务岗,风险甲,财务管理；后勤\n',
    );
    expect(forms[0]?.risks[0]?.domains?.value).to.deep.equal(['finance']);
    expect(findingsInShort(findings)).to.deep.equal(['error unknown-domain domains 2:5']);
    expect(said(findings, zh).join('')).to.include('民主决策、干部管理');
    expect(said(findings, en).join('')).to.include('decision-making, cadre-management');
  });

  it('says where a quotation that never ends begins', async () => {
    const { findings } = await reading(
      '单位,姓名,岗位,风险点\n办公室,陈某,财务岗,"风险甲\n办公室,林某,采购岗,风险乙\n',
    );
    expect(findings.map(({ code, position }) => [code, position])).to.deep.equal([
      ['open-quotation', { line: 2 }],
    ]);
  });

  it('speaks of the unit itself when it has no columns for people', async () => {
    const { forms, findings } = await reading('单位,潜在风险,防控措施,发生机率\n办公室,风险甲,措施甲,高\n');
    expect(forms.map(({ ownedByUnit, name }) => [ownedByUnit, name])).to.deep.equal([[true, null]]);
    expect(findings).to.deep.equal([]);
  });
});
