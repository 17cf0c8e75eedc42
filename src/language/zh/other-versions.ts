/** What a risk point would be under each other version of the grading rules, on the page that says why it has its grade. */
export const otherVersions = {
  heading: '在其他版本下',
  lead: '按每个版本的规则推算这个风险点的等级，不改动任何数据。',
  caption: '这个风险点在其他版本下的等级和依据',
  columns: { version: '版本', grade: '等级和依据' },
  rescale: (facts: string): string => `${facts}的现有取值在它的尺度上没有对应，须重评`,
  ofPost: '按岗位定级：这是所在岗位的等级',
  backwards: '怎样改规则会使它成为：',
  backwardsTo: (draft: string, grade: string): string => `怎样改《${draft}》会使它成为${grade}`,
  more: (count: string): string => `另有 ${count} 个较早的版本，可到“比较两个版本”查看`,
};
