import { expect } from 'chai';
import { findingsIn, findingsInShort, formsIn, inShort, reading } from '../support/reading.ts';
import { wordFile, type WordBlock, type WordTable } from '../support/word-file.ts';
import { plainWorkbookFile, workbookFile } from '../support/workbook-file.ts';

const HEADER = ['序号', '姓名', '岗位名称', '岗位职责', '潜在风险', '防控措施', '风险等级', '备注'];
const ABOVE: readonly string[] = [
  '单位（处室）廉政风险点及防控措施汇总表',
  '单位名称：办公室',
  '填表日期：2021年4月25日',
];

function onPaper(...rows: WordTable): WordBlock[] {
  return [...ABOVE, [HEADER, ...rows]];
}

const TWO_PEOPLE = [
  {
    kind: 'annex2',
    unit: '办公室',
    name: '陈某',
    post: '财务岗',
    risks: ['风险甲', '风险乙'],
    measures: ['措施甲', '措施乙'],
  },
  { kind: 'annex2', unit: '办公室', name: '林某', post: '采购岗', risks: ['风险丙'], measures: ['措施丙'] },
];

describe('a summary form (annex 2)', () => {
  it('carries a person’s name, post and duties down over blank cells', async () => {
    const file = await wordFile(
      onPaper(
        ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', ''],
        ['', '', '', '', '风险乙', '措施乙', '', ''],
        ['2', '林某', '采购岗', '负责采购。', '风险丙', '措施丙', '', ''],
      ),
    );
    const { forms, findings } = await reading(file);
    expect(forms.map(inShort)).to.deep.equal(TWO_PEOPLE);
    expect(forms.map(({ duties }) => duties?.value)).to.deep.equal(['负责财务。', '负责采购。']);
    expect(findings).to.deep.equal([]);
  });

  it('makes one form of rows of a person that do not stand together', async () => {
    const file = await wordFile(
      onPaper(
        ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', ''],
        ['2', '林某', '采购岗', '负责采购。', '风险丙', '措施丙', '', ''],
        ['3', '陈　某', '财务岗', '', '风险乙', '措施乙', '', ''],
      ),
    );
    expect(await formsIn(file)).to.deep.equal(TWO_PEOPLE);
  });

  it('keeps two posts of one person apart, and gives the second no duties of the first', async () => {
    const file = await wordFile(
      onPaper(
        ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', ''],
        ['', '', '资产岗', '', '风险乙', '措施乙', '', ''],
      ),
    );
    const { forms } = await reading(file);
    expect(forms.map(({ name, post, duties }) => [name?.value, post?.value, duties?.value])).to.deep.equal([
      ['陈某', '财务岗', '负责财务。'],
      ['陈某', '资产岗', undefined],
    ]);
  });

  it('reads a merged cell once, in Excel and in Excel 97', async () => {
    const rows = [
      ...ABOVE.map((line) => [line]),
      HEADER,
      [1, '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '一级', ''],
      ['', '', '', '', '风险乙', '措施乙', 'Ⅱ级', ''],
      [2, '林某', '采购岗', '负责采购。', '风险丙', '措施丙', 3, ''],
    ];
    const merges = ['A5:A6', 'B5:B6', 'C5:C6', 'D5:D6', 'A1:H1'];
    for (const file of [await workbookFile({ rows, merges }), plainWorkbookFile(rows, merges)]) {
      const { forms, findings } = await reading(file);
      expect(forms.map(inShort)).to.deep.equal(TWO_PEOPLE);
      expect(forms.flatMap(({ risks }) => risks.map(({ grade }) => grade?.value))).to.deep.equal([1, 2, 3]);
      expect(findings).to.deep.equal([]);
    }
  });

  it('reads one risk merged over several measures as one risk, and one measure merged over several risks as theirs', async () => {
    const file = await wordFile(
      onPaper(
        ['1', '陈某', '财务岗', '负责财务。', { text: '风险甲', down: 'starts' }, '措施一', '', ''],
        ['', '', '', '', { text: '', down: 'goes on' }, '措施二', '', ''],
        ['', '', '', '', '风险乙', { text: '措施三', down: 'starts' }, '', ''],
        ['', '', '', '', '风险丙', { text: '', down: 'goes on' }, '', ''],
        ['', '', '', '', '风险丁', '措施四', '', ''],
        ['', '', '', '', '', '措施五', '', ''],
      ),
    );
    const [form] = await formsIn(file);
    expect(form?.risks).to.deep.equal(['风险甲', '风险乙', '风险丙', '风险丁']);
    expect(form?.measures).to.deep.equal(['措施一\n措施二', '措施三', '措施三', '措施四\n措施五']);
  });

  it('divides risks numbered in one cell, with their measures and grades', async () => {
    const file = await wordFile(
      onPaper([
        '1',
        '陈某',
        '财务岗',
        '负责财务。',
        '1、风险甲；\n2、风险乙。',
        '1.措施甲\n2.措施乙',
        '一级\n二级',
        '',
      ]),
    );
    const [form] = (await reading(file)).forms;
    expect(
      form?.risks.map(({ text, measure, grade }) => [text.value, measure?.value, grade?.value]),
    ).to.deep.equal([
      ['风险甲', '措施甲', 1],
      ['风险乙。', '措施乙', 2],
    ]);
  });

  it('keeps several measures of one risk together', async () => {
    const file = await wordFile(
      onPaper(['1', '陈某', '财务岗', '负责财务。', '1、风险甲', '1、措施甲；\n2、措施乙。', '', '']),
    );
    expect((await formsIn(file))[0]).to.deep.include({
      risks: ['风险甲'],
      measures: ['1、措施甲；\n2、措施乙。'],
    });
  });

  for (const mark of ['—', '－', '-', '——', '/', '无', '办公室', '办 公 室', '本处室']) {
    it(`takes ${mark} in the place of a person as the division itself`, async () => {
      const file = await wordFile(
        onPaper(
          ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', ''],
          ['2', mark, mark, '', '风险乙', '措施乙', '', ''],
          ['', '', '', '', '风险丙', '措施丙', '', ''],
        ),
      );
      const { forms, findings } = await reading(file);
      expect(forms[1]).to.deep.include({ name: null, ownedByUnit: true });
      expect(forms[1]?.risks.map(({ text }) => text.value)).to.deep.equal(['风险乙', '风险丙']);
      expect(findings.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    });
  }

  it('reads opinions below the table, on as many lines as they take', async () => {
    const file = await wordFile([
      ...onPaper(['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '一级', '']),
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
    expect(await findingsIn(await wordFile(onPaper(['1', '', '', '', '', '', '', ''])))).to.deep.equal([
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
