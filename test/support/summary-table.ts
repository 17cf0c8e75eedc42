import type { WordBlock, WordTable } from './word-file.ts';

/** Columns of annex 2. */
export const HEADER = ['序号', '姓名', '岗位名称', '岗位职责', '潜在风险', '防控措施', '风险等级', '备注'];
/** What stands above the table of annex 2. */
export const ABOVE: readonly string[] = [
  '单位（处室）廉政风险点及防控措施汇总表',
  '单位名称：办公室',
  '填表日期：2021年4月25日',
];

/** An annex 2 with these rows. */
export function summaryOf(...rows: WordTable): WordBlock[] {
  return [...ABOVE, [HEADER, ...rows]];
}

/** Two people as they are read. */
export const TWO_PEOPLE = [
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
