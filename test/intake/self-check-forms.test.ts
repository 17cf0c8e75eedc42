import { expect } from 'chai';
import { findingsIn, formIn, formsIn, inShort, reading } from '../support/reading.ts';
import { listRows, selfCheck, selfCheckTable } from '../support/self-check-table.ts';
import { wordFile, type WordBlock, type WordTable } from '../support/word-file.ts';
import { workbookFile } from '../support/workbook-file.ts';

const RISKS = ['采购需求设置倾向性条款。', '履约验收走过场。', '收受供应商礼品。'];
const MEASURES = ['需求由三人以上小组论证。', '三方联合验收。', '签订廉洁协议。'];
const EXPECTED = {
  kind: 'annex1',
  unit: '办公室',
  name: '林某',
  post: '政府采购岗',
  risks: RISKS,
  measures: MEASURES,
};

const HEAD: WordTable = [
  ['姓名', '林某', '岗位名称', '政府采购岗'],
  ['岗位职责', { text: '负责采购。', across: 3 }],
];

function below(...rows: WordTable): WordBlock[] {
  return [
    '廉政风险自查表（岗位）',
    '单位（处室）名称：办公室',
    '填表日期：2021年4月22日',
    [...HEAD, ...rows],
  ];
}

function inOneCell(risks: string, measures: string): WordBlock[] {
  return below(['潜在风险', { text: risks, across: 3 }], ['防控措施', { text: measures, across: 3 }]);
}

function numbered(mark: (number: number) => string, parting: string): (texts: readonly string[]) => string {
  return (texts) => texts.map((text, index) => `${mark(index + 1)}${text}`).join(parting);
}

const WAYS_TO_NUMBER: readonly (readonly [string, (texts: readonly string[]) => string])[] = [
  ['1、 on lines', numbered((number) => `${number}、`, '\n')],
  ['1、 in one line', numbered((number) => `${number}、`, '')],
  ['1. on lines', numbered((number) => `${number}. `, '\n')],
  ['１．in full width', numbered((number) => `${'０１２３'.charAt(number)}．`, '\n')],
  ['（1）', numbered((number) => `（${number}）`, '')],
  ['1）', numbered((number) => `${number}）`, '\n')],
  ['①', numbered((number) => '①②③'.charAt(number - 1), '')],
  ['⑴', numbered((number) => '⑴⑵⑶'.charAt(number - 1), '\n')],
  ['一、', numbered((number) => `${'一二三'.charAt(number - 1)}、`, '\n')],
  ['（一）', numbered((number) => `（${'一二三'.charAt(number - 1)}）`, '\n')],
  ['风险1：', numbered((number) => `风险${number}：`, '\n')],
  ['lines that end like sentences', (texts) => texts.join('\n')],
];

describe('a self-check form (annex 1)', () => {
  it('is read in the notice’s layout', async () => {
    expect(await formsIn(await wordFile(selfCheck({ risks: RISKS, measures: MEASURES })))).to.deep.equal([
      EXPECTED,
    ]);
  });

  for (const [way, listed] of WAYS_TO_NUMBER) {
    it(`may have all risks in one cell, numbered by ${way}`, async () => {
      const file = await wordFile(inOneCell(listed(RISKS), listed(MEASURES)));
      expect(await formsIn(file)).to.deep.equal([EXPECTED]);
    });
  }

  it('may have risks that Word numbers by itself', async () => {
    const [risks, measures] = [RISKS.join('\n'), MEASURES.join('\n')];
    const file = await wordFile(
      below(
        ['潜在风险', { text: risks, across: 3, numbered: true }],
        ['防控措施', { text: measures, across: 3, numbered: true }],
      ),
    );
    expect(await formsIn(file)).to.deep.equal([EXPECTED]);
  });

  it('may have a table for the risks inside their cell', async () => {
    const inner = (texts: readonly string[]): WordTable =>
      texts.map((text, index) => [String(index + 1), text]);
    const file = await wordFile(
      below(
        ['潜在风险', { text: '', across: 3, inner: inner(RISKS) }],
        ['防控措施', { text: '', across: 3, inner: inner(MEASURES) }],
      ),
    );
    expect(await formsIn(file)).to.deep.equal([EXPECTED]);
  });

  it('may stand inside a frame', async () => {
    const table = selfCheckTable({ risks: RISKS, measures: MEASURES });
    const file = await wordFile([
      '廉政风险自查表（岗位）',
      '单位（处室）名称：办公室',
      [[{ text: '', inner: table }]],
    ]);
    expect(await formsIn(file)).to.deep.equal([EXPECTED]);
  });

  it('may have more rows than the template, also without a merge or a number', async () => {
    const file = await wordFile(
      below(
        ['潜在风险', '1', { text: RISKS[0] ?? '', across: 2 }],
        ['', '2', { text: RISKS[1] ?? '', across: 2 }],
        ['', '', { text: RISKS[2] ?? '', across: 2 }],
        ['防控措施', '1', { text: MEASURES[0] ?? '', across: 2 }],
        ['', '2', { text: MEASURES[1] ?? '', across: 2 }],
        ['', '', { text: MEASURES[2] ?? '', across: 2 }],
      ),
    );
    expect(await formsIn(file)).to.deep.equal([EXPECTED]);
  });

  it('may have risks and measures side by side', async () => {
    const rows = RISKS.map((risk, index) => [
      String(index + 1),
      { text: risk, across: 2 },
      MEASURES[index] ?? '',
    ]);
    const file = await wordFile(below(['序号', { text: '潜在风险', across: 2 }, '防控措施'], ...rows));
    expect(await formsIn(file)).to.deep.equal([EXPECTED]);
  });

  it('may have labels in rows of their own above the values', async () => {
    const file = await wordFile([
      '廉政风险自查表（岗位）',
      '单位名称：办公室',
      [
        ['姓名', '岗位名称', '填表日期'],
        ['林某', '政府采购岗', '2021.4.22'],
        [{ text: '岗位职责', across: 3 }],
        [{ text: '负责采购。', across: 3 }],
        [{ text: '潜在风险', across: 3 }],
        ...RISKS.map((text, index) => [String(index + 1), { text, across: 2 }]),
        [{ text: '防控措施', across: 3 }],
        ...MEASURES.map((text, index) => [String(index + 1), { text, across: 2 }]),
      ],
    ]);
    const form = await formIn(file);
    expect({ ...inShort(form), duties: form.duties?.value, filledOn: form.filledOn?.value }).to.deep.equal({
      ...EXPECTED,
      duties: '负责采购。',
      filledOn: '2021-04-22',
    });
  });

  it('may have no table at all', async () => {
    const file = await wordFile([
      '廉政风险自查表（岗位）',
      '单位（处室）名称：办公室　　　　填表日期：2021年4月22日',
      '姓名：林某　　岗位名称：政府采购岗',
      '岗位职责：负责采购。',
      '潜在风险：',
      ...RISKS.map((text, index) => `${String(index + 1)}、${text}`),
      '防控措施：',
      ...MEASURES.map((text, index) => `${String(index + 1)}、${text}`),
      '单位（处室）负责人意见：同意。',
    ]);
    const form = await formIn(file);
    expect(inShort(form)).to.deep.equal(EXPECTED);
    expect(form.opinions.map(({ text }) => text.value)).to.deep.equal(['同意。']);
  });

  it('may go on after its note, on a table or as text (可另附纸)', async () => {
    const start = selfCheck({ risks: RISKS.slice(0, 1), measures: MEASURES.slice(0, 1) });
    const onTable = [
      '（附页）',
      [...listRows('潜 在 风 险', RISKS.slice(1), 2), ...listRows('防 控 措 施', MEASURES.slice(1), 2)],
    ];
    const asText = [
      '附页',
      '潜在风险：',
      `2、${RISKS[1] ?? ''}`,
      `3、${RISKS[2] ?? ''}`,
      '防控措施：',
      `2、${MEASURES[1] ?? ''}`,
      `3、${MEASURES[2] ?? ''}`,
    ];
    const again = [
      '廉政风险自查表（续表）',
      selfCheckTable({ risks: RISKS.slice(1), measures: MEASURES.slice(1) }),
    ];
    expect(await formsIn(await wordFile([...start, ...onTable]))).to.deep.equal([EXPECTED]);
    expect(await formsIn(await wordFile([...start, ...asText]))).to.deep.equal([EXPECTED]);
    expect((await formsIn(await wordFile([...start, ...again])))[0]?.risks).to.have.length.above(0);
  });

  it('may count from one again on its further sheet', async () => {
    const start = selfCheck({ risks: RISKS.slice(0, 1), measures: MEASURES.slice(0, 1) });
    const more = [
      ...listRows('潜在风险（续）', RISKS.slice(1)),
      ...listRows('防控措施（续）', MEASURES.slice(1)),
    ];
    expect(await formsIn(await wordFile([...start, '附页', more]))).to.deep.equal([EXPECTED]);
  });

  it('may share a document with those of other people', async () => {
    const people = ['陈某', '林某', '阿依古丽·买买提'];
    const file = await wordFile(
      people.flatMap((name) => selfCheck({ name, risks: RISKS, measures: MEASURES })),
    );
    expect((await formsIn(file)).map(({ name, risks }) => [name, risks.length])).to.deep.equal(
      people.map((name) => [name, 3]),
    );
  });

  it('takes unit and date from above the first of several tables', async () => {
    const tables = ['陈某', '林某'].map((name) => selfCheckTable({ name }));
    const { forms } = await reading(
      await wordFile(['廉政风险自查表', '科室：办公室', '填表日期：2021-4-22', ...tables]),
    );
    expect(
      forms.map(({ unit, name, filledOn }) => [unit?.value, name?.value, filledOn?.value]),
    ).to.deep.equal([
      ['办公室', '陈某', '2021-04-22'],
      ['办公室', '林某', '2021-04-22'],
    ]);
  });

  it('may be in Excel, with the labels in any column', async () => {
    const file = await workbookFile({
      rows: [
        [null, '廉政风险自查表（岗位）'],
        [null, '单位(处室)名称：', null, '办公室', '填表日期：', new Date(Date.UTC(2021, 3, 22))],
        [null, '姓　　名', '林某', null, '岗位名称', '政府采购岗'],
        [null, '岗位职责', '负责采购。'],
        ...RISKS.map((text, index) => [null, index === 0 ? '潜在风险' : null, index + 1, text]),
        ...MEASURES.map((text, index) => [null, index === 0 ? '防控措施' : null, index + 1, text]),
        [null, '处室负责人意见', '同意'],
      ],
      merges: ['B1:F1', 'C4:F4', 'B5:B7', 'B8:B10', 'D5:F5', 'D6:F6', 'D7:F7'],
      formats: { F2: 'yyyy"年"m"月"d"日"' },
    });
    const form = await formIn(file);
    expect(inShort(form)).to.deep.equal(EXPECTED);
    expect(form.filledOn).to.deep.equal({
      value: '2021-04-22',
      raw: '2021-04-22',
      position: { sheet: 'Sheet1', row: 2, column: 6 },
    });
  });

  it('takes its unit from the title when no line names it', async () => {
    const file = await wordFile(['2021年度市场秩序处岗位廉政风险自查表', selfCheckTable()]);
    expect((await formIn(file)).unit?.value).to.equal('市场秩序处');
  });

  it('keeps a risk without a measure, and a name with a middle dot', async () => {
    const file = await wordFile(
      selfCheck({
        name: '买买提·阿卜杜拉',
        risks: RISKS,
        measures: ['需求由三人以上小组论证。', '', '签订廉洁协议。'],
      }),
    );
    const form = await formIn(file);
    expect(form.name?.value).to.equal('买买提·阿卜杜拉');
    expect(inShort(form).measures).to.deep.equal([MEASURES[0], null, MEASURES[2]]);
    expect((await reading(file)).findings).to.deep.equal([]);
  });

  it('pairs by number, not by order, and says which measure has no risk', async () => {
    const file = await wordFile(
      below(
        ['潜在风险', '1', { text: RISKS[0] ?? '', across: 2 }],
        ['', '3', { text: RISKS[2] ?? '', across: 2 }],
        ['防控措施', '3', { text: MEASURES[2] ?? '', across: 2 }],
        ['', '2', { text: MEASURES[1] ?? '', across: 2 }],
      ),
    );
    const { forms, findings } = await reading(file);
    expect(forms[0]?.risks.map(({ ordinal, measure }) => [ordinal, measure?.value ?? null])).to.deep.equal([
      [1, null],
      [3, MEASURES[2]],
    ]);
    expect(findings.map(({ code, message }) => [code, message])).to.deep.equal([
      ['measure-without-risk', '第 2 条防控措施没有对应的潜在风险。'],
    ]);
  });

  it('means one measure without a number for all risks, and says so', async () => {
    const file = await wordFile(
      below(...listRows('潜在风险', RISKS).map((row) => row), [
        '防控措施',
        { text: '严格执行采购制度。', across: 4 },
      ]),
    );
    expect((await formIn(file)).risks.map(({ measure }) => measure?.value)).to.deep.equal(
      RISKS.map(() => '严格执行采购制度。'),
    );
    expect(await findingsIn(file)).to.deep.equal(['warning shared-measure measure 6:2']);
  });

  it('is only a warning when it is an empty template', async () => {
    const empty = selfCheck({
      unit: '',
      filledOn: ' 年 月 日',
      name: '',
      post: '',
      duties: '',
      risks: ['', ''],
      measures: ['', ''],
    });
    const { forms, findings } = await reading(await wordFile(empty));
    expect(forms).to.deep.equal([]);
    expect(findings.map(({ severity, code }) => [severity, code])).to.deep.equal([['warning', 'blank-form']]);
  });

  it('says all that is missing', async () => {
    const file = await wordFile(
      selfCheck({ unit: '', name: '', post: '', duties: '', filledOn: '', risks: RISKS, measures: MEASURES }),
    );
    expect(await findingsIn(file)).to.deep.equal([
      'error missing-unit unit',
      'error missing-name name 1:2',
      'error missing-post post 1:4',
      'warning missing-duties duties 2:2',
      'warning missing-date filledOn',
    ]);
  });
});
