import { expect } from 'chai';
import { findingsIn, findingsInShort, formsIn, inShort, reading } from '../support/reading.ts';
import { ABOVE, HEADER, summaryOf, TWO_PEOPLE } from '../support/summary-table.ts';
import { wordFile, type WordTable } from '../support/word-file.ts';
import { workbookFile } from '../support/workbook-file.ts';

describe('summary forms in a document', () => {
  it('reads opinions below the table, on as many lines as they take', async () => {
    const file = await wordFile([
      ...summaryOf(['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '一级', '']),
      '处室负责人意见：同意上报。',
      '签字：王某　　日期：2021年4月26日',
      '局分管领导意见：',
      '同意。',
      '李某',
      '2021年4月27日',
      '局主要领导意见：',
      '派驻纪检组意见：',
    ]);
    const [form] = (await reading(file)).forms;
    expect(form?.opinions.map(({ label, text }) => [label, text.value])).to.deep.equal([
      ['处室负责人意见', '同意上报。\n签字：王某 日期：2021年4月26日'],
      ['局分管领导意见', '同意。\n李某\n2021年4月27日'],
    ]);
    expect(form?.filledOn?.value).to.equal('2021-04-25');
  });

  it('finds its date on the line below its label', async () => {
    const [title = '', unit = ''] = ABOVE;
    const table: WordTable = [HEADER, ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', '']];
    const { forms } = await reading(await wordFile([title, unit, '填表日期：', '2021 年 4 月 25 日', table]));
    expect(forms[0]?.filledOn?.value).to.equal('2021-04-25');
  });

  it('may be cut in two, with its header again or without', async () => {
    const first: WordTable = [HEADER, ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', '']];
    const more: WordTable = [
      ['2', '陈某', '财务岗', '', '风险乙', '措施乙', '', ''],
      ['3', '林某', '采购岗', '负责采购。', '风险丙', '措施丙', '', ''],
    ];
    expect(await formsIn(await wordFile([...ABOVE, first, '', [HEADER, ...more]]))).to.deep.equal(TWO_PEOPLE);
    expect(await formsIn(await wordFile([...ABOVE, first, '', more]))).to.deep.equal(TWO_PEOPLE);
  });

  it('may share a file with those of other divisions, on one sheet or on several', async () => {
    const rows = (unit: string) => [
      ['汇总表'],
      [`处室名称：${unit}`],
      HEADER,
      [1, `${unit}某`, '综合岗', '负责综合。', '风险甲', '措施甲'],
    ];
    const units = ['办公室', '市场秩序处'];
    const together = await workbookFile({ rows: units.flatMap(rows) });
    const apart = await workbookFile(...units.map((unit) => ({ name: unit, rows: rows(unit) })));
    for (const file of [together, apart]) {
      expect((await formsIn(file)).map(({ unit, name }) => [unit, name])).to.deep.equal(
        units.map((unit) => [unit, `${unit}某`]),
      );
    }
  });

  it('may name its divisions in rows of their own', async () => {
    const across = (text: string): WordTable[number] => [{ text, across: 8 }];
    const file = await wordFile([
      '廉政风险点及防控措施汇总表',
      [
        HEADER,
        across('一、办公室'),
        ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', ''],
        across('二、市场秩序处'),
        ['2', '周某', '审批岗', '负责审批。', '风险乙', '措施乙', '', ''],
      ],
    ]);
    expect((await formsIn(file)).map(({ unit, name }) => [unit, name])).to.deep.equal([
      ['办公室', '陈某'],
      ['市场秩序处', '周某'],
    ]);
  });

  it('may have a header of two rows', async () => {
    const file = await wordFile([
      ...ABOVE,
      [
        [
          ...['序号', '姓名', '岗位', '职责'].map((text) => ({ text, down: 'starts' as const })),
          { text: '廉政风险排查', across: 3 },
        ],
        [
          ...['', '', '', ''].map((text) => ({ text, down: 'goes on' as const })),
          '风险点',
          '防控措施',
          '等级',
        ],
        ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '高'],
      ],
    ]);
    const [form] = (await reading(file)).forms;
    expect(
      form?.risks.map(({ text, measure, grade }) => [text.value, measure?.value, grade?.value]),
    ).to.deep.equal([['风险甲', '措施甲', 1]]);
  });

  it('passes over template rows, notes and sums', async () => {
    const rows = [
      ['汇总表'],
      ['单位名称：办公室', '', '', '填表日期：2021/4/25'],
      HEADER,
      [1, '陈某', '财务岗', '负责财务。', '风险甲', '措施甲'],
      [2],
      [3],
      ['', '……'],
      ['合计', '1人'],
      ['注：等级由局党组审定。'],
    ];
    const { forms, findings } = await reading(await workbookFile({ rows }));
    expect(forms.map(inShort).map(({ risks }) => risks)).to.deep.equal([['风险甲']]);
    expect(findings).to.deep.equal([]);
  });

  it('is only a warning when it is an empty template', async () => {
    expect(await findingsIn(await wordFile(summaryOf(['1', '', '', '', '', '', '', ''])))).to.deep.equal([
      'warning blank-form 1:1',
    ]);
  });

  it('says at which cell something is missing or cannot be read', async () => {
    const file = await workbookFile({
      rows: [
        ['汇总表'],
        ['单位名称：'],
        ['填表日期：', '四月底'],
        HEADER,
        [1, '', '财务岗', '负责财务。', '风险甲', '措施甲', '特级'],
        [2, '林某', '', '', '风险乙', '措施乙', '四级'],
        [3, '周某', '审批岗', '负责审批。', '', '', ''],
        [4, '张某、王某', '审批岗', '负责审批。', '风险丙', '', ''],
        [5, '空缺', '执法岗', '负责执法。', '风险丁', '', ''],
      ],
    });
    const { forms, findings } = await reading(file);
    expect(findingsInShort(findings)).to.have.members([
      'error missing-name name 5:2',
      'error unknown-grade grade 5:7',
      'error unknown-grade grade 6:7',
      'error missing-risk text 7:5',
      'error several-names name 8:2',
      'warning vacant-post name 9:2',
      'error missing-unit unit 2:2',
      'error missing-post post 6:2',
      'warning missing-duties duties 6:2',
      'error unreadable-date filledOn 3:2',
    ]);
    expect(forms.at(-1)).to.deep.include({ name: null, ownedByUnit: false, vacant: true });
  });
});
