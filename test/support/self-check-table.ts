import type { WordBlock, WordTable } from './word-file.ts';

export interface SelfCheckWords {
  readonly unit?: string;
  readonly name?: string;
  readonly post?: string;
  readonly duties?: string;
  readonly filledOn?: string;
  readonly risks?: readonly string[];
  readonly measures?: readonly string[];
}

/** Annex 1 as the notice lays it out: title, unit, date, table, note. */
export function selfCheck(words: SelfCheckWords = {}): WordBlock[] {
  return [
    '廉政风险自查表（岗位）',
    `单位(处室)名称：${words.unit ?? '办公室'}`,
    `填表日期：${words.filledOn ?? '2021年4月22日'}`,
    selfCheckTable(words),
    '注：表格内潜在风险和防控措施如填写不下，可另附纸。',
  ];
}

export function selfCheckTable(words: SelfCheckWords = {}): WordTable {
  const risks = words.risks ?? ['采购需求设置倾向性条款。', '履约验收走过场。'];
  const measures = words.measures ?? ['需求由三人以上小组论证。', '三方联合验收。'];
  return [
    ['姓 名', { text: words.name ?? '林某', across: 2 }, '岗 位 名 称', words.post ?? '政府采购岗'],
    ['岗 位 职 责', { text: words.duties ?? '负责采购计划申报、合同签订和履约验收。', across: 4 }],
    ...listRows('潜 在 风 险', risks),
    ...listRows('防 控 措 施', measures),
    ['单 位（处 室）负 责 人 意 见', { text: '签字：_____ 年 月 日', across: 4 }],
    ['局 分 管 领 导 意 见', { text: '签字：_____ 年 月 日', across: 4 }],
  ];
}

/** Rows of a numbered list under a label that is merged down. */
export function listRows(label: string, texts: readonly string[], first = 1): WordTable {
  return texts.map((text, index) => [
    { text: index === 0 ? label : '', down: index === 0 ? 'starts' : 'goes on' },
    String(first + index),
    { text, across: 3 },
  ]);
}

/** Three risks with their measures, and what a form of them reads as. */
export const RISKS = ['采购需求设置倾向性条款。', '履约验收走过场。', '收受供应商礼品。'];
export const MEASURES = ['需求由三人以上小组论证。', '三方联合验收。', '签订廉洁协议。'];
export const AS_READ = {
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

/** A form with these rows below name, post and duties. */
export function selfCheckOf(...rows: WordTable): WordBlock[] {
  return [
    '廉政风险自查表（岗位）',
    '单位（处室）名称：办公室',
    '填表日期：2021年4月22日',
    [...HEAD, ...rows],
  ];
}
