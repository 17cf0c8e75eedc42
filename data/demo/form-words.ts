/** The words of the notice's annexes 1 and 2, in its spacing. */
export const ANNEX1 = {
  mark: '附件 1',
  title: '廉政风险自查表（岗位）',
  unit: '单位(处室)名称：',
  filledOn: '填表日期：',
  name: '姓 名',
  post: '岗 位 名 称',
  duties: '岗 位 职 责',
  risks: '潜 在 风 险',
  measures: '防 控 措 施',
  head: '单位（处室）负责人意见',
  leader: '局分管领导意见',
  note: '注：表格内潜在风险和防控措施如填写不下，可另附纸。',
  continuation: '（附页）',
} as const;

export const ANNEX2 = {
  mark: '附件 2',
  title: '单位（处室）廉政风险点及防控措施汇总表',
  unit: '单位名称：',
  filledOn: '填表日期：',
  columns: ['序号', '姓名', '岗位名称', '岗位职责', '潜在风险', '防控措施', '风险等级', '备注'],
  head: '处室负责人意见：',
  otherOpinions: ['局分管领导意见：', '局主要领导意见：', '派驻纪检组意见：'],
} as const;

export const NOBODY = '—';

const AGREED = '同意。';
const SIGNATURE = '签字：__________';
const NO_DATE = '    年  月  日';
const DAY = 24 * 60 * 60 * 1000;

/** The notice's last paragraph: forms are due on 26 April. */
const DUE_ON = '2021-04-26';

/** 2021-04-22 → 2021年4月22日 */
export function chineseDate(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${year}年${String(Number(month))}月${String(Number(day))}日`;
}

/** What a head writes the day after the form was filled in; the signature itself comes with pen and ink. */
export function headOpinion(filledOn: string): readonly [string, string] {
  return [AGREED, `${SIGNATURE}    ${chineseDate(signedOn(filledOn))}`];
}

/** An opinion that still waits for its giver. */
export const openOpinion: readonly [string, string] = ['', `${SIGNATURE}${NO_DATE}`];

function signedOn(filledOn: string): string {
  const nextDay = new Date(Date.parse(filledOn) + DAY).toISOString().slice(0, 10);
  return nextDay < DUE_ON ? nextDay : DUE_ON;
}
