/** Facts of a grading rulebook in words, the bureau's own ones included. */
export const facts = {
  truths: { true: 'yes', false: 'no' },
  withUnit: (value: string, unit: string) => `${value} ${unit}`,
  /** A fact as it might be, within a condition. */
  as: (fact: string, value: string) => `“${fact}” were “${value}”`,
  anyOther: 'any other option',
};
