import type { Words } from '../words.ts';

/** What an import has to say about forms that were read without fault. */
export const importWords = {
  'owner-unknown': (): Words => ({
    message: '这份表没有写明单位、姓名或岗位，不知道是谁的表。',
    fix: '请在表上补全单位名称、姓名和岗位名称后重新导入。',
  }),
  'ambiguous-point': ({ text, known }: { text: string; known: readonly string[] }): Words => ({
    message: `“${text}”与已有的几条风险点都相近，无法判断是哪一条的修改：${known.map((other) => `“${other}”`).join('、')}。`,
    fix: '请分两次导入：先保持其中一条原文不动，或者把改动写得更接近它所修改的那一条。',
  }),
  'wording-kept': ({ known }: { known: string }): Words => ({
    message: `文字与自查表中的“${known}”不一致，已保留自查表的写法。`,
    fix: '如以本表为准，请修改对应的自查表后重新导入。',
  }),
  'form-twice': (): Words => ({
    message: '同一人同一岗位的自查表在这次导入中出现两次，内容不同。',
    fix: '请只保留一份，或把两份合并为一份后重新导入。',
  }),
  'would-create': ({ name }: { name: string }): Words => ({
    message: `“${name}”尚不存在，而本次导入不允许新建。`,
    fix: '请核对名称是否写错；确需新建时，去掉 --no-create。',
  }),
};

export const importText = {
  summary: (result: {
    readonly written: boolean;
    readonly created: number;
    readonly unchanged: number;
    readonly replaced: number;
    readonly assessed: number;
    readonly createdUnits: readonly string[];
    readonly createdPosts: readonly unknown[];
  }): string => {
    const counts = `新增 ${String(result.created)} 份、不变 ${String(result.unchanged)} 份、更新 ${String(result.replaced)} 份，评估或确认 ${String(result.assessed)} 个风险点`;
    const made = `新建单位 ${String(result.createdUnits.length)} 个、岗位 ${String(result.createdPosts.length)} 个`;
    return result.written ? `已导入：${counts}；${made}。` : `未写入任何内容：${counts}；${made}。`;
  },
};
