import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import { findingsIn, formIn, formsIn, inShort, reading, said } from '../support/reading.ts';
import {
  AS_READ,
  listRows,
  MEASURES,
  RISKS,
  selfCheck,
  selfCheckOf,
  selfCheckTable,
} from '../support/self-check-table.ts';
import { wordFile } from '../support/word-file.ts';
import { workbookFile } from '../support/workbook-file.ts';

describe('self-check forms in a document', () => {
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
    expect(await formsIn(await wordFile([...start, ...onTable]))).to.deep.equal([AS_READ]);
    expect(await formsIn(await wordFile([...start, ...asText]))).to.deep.equal([AS_READ]);
    expect((await formsIn(await wordFile([...start, ...again])))[0]?.risks).to.have.length.above(0);
  });

  it('may count from one again on its further sheet', async () => {
    const start = selfCheck({ risks: RISKS.slice(0, 1), measures: MEASURES.slice(0, 1) });
    const more = [
      ...listRows('潜在风险（续）', RISKS.slice(1)),
      ...listRows('防控措施（续）', MEASURES.slice(1)),
    ];
    expect(await formsIn(await wordFile([...start, '附页', more]))).to.deep.equal([AS_READ]);
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
    expect(inShort(form)).to.deep.equal(AS_READ);
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
      selfCheckOf(
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
    expect(findings.map(({ code }) => code)).to.deep.equal(['measure-without-risk']);
    expect(said(findings, zh)[0]).to.equal('第 2 条防控措施没有对应的潜在风险。');
  });

  it('means one measure without a number for all risks, and says so', async () => {
    const file = await wordFile(
      selfCheckOf(...listRows('潜在风险', RISKS).map((row) => row), [
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
