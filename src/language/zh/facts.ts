/** Facts of a grading rulebook in words, the bureau's own ones included. */
export const facts = {
  truths: { true: '是', false: '否' },
  withUnit: (value: string, unit: string) => `${value} ${unit}`,
  /** A fact as it might be, within a condition. */
  as: (fact: string, value: string) => `“${fact}”为“${value}”`,
  anyOther: '标准没有单列的其他选项',
};
