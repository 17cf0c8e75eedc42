import { counted } from './counted.ts';

/** Overrides grouped by case: should the rulebook be changed? */
export const calibration = {
  title: 'Calibration',
  sub: (bureau: string, year: string) =>
    `${bureau}, ${year}: current overrides by case, to see whether the rulebook should change.`,
  empty: 'No overrides to look at',
  emptyFix: 'When the assessment group overrides grades, overrides in one case are brought together here.',
  severer: (total: string, count: string) =>
    `${total} ${total === '1' ? 'override' : 'overrides'} in this case, ${count} upwards: change the rulebook?`,
  milder: (total: string, count: string) =>
    `${total} ${total === '1' ? 'override' : 'overrides'} in this case, ${count} downwards: change the rulebook?`,
  case: (number: string) => `Case ${number}`,
  fact: (fact: string, value: string) => `${fact}: ${value}`,
  unknown: 'unknown',
  between: (from: string, below: string) => `${from} to less than ${below}`,
  atLeast: (from: string) => `${from} or more`,
  lessThan: (below: string) => `less than ${below}`,
  proposed: 'The rules propose: ',
  given: 'Overridden to: ',
  count: (count: string) => `${count}×`,
  caption: 'Overrides in this case',
  columns: { point: 'Risk point', unit: 'Unit', grade: 'Overridden to', reason: 'Reason' },
  prepare: (grade: string) => `Prepare a draft: this case becomes ${grade}`,
  findings: (count: string) =>
    `With this change alone the check of the draft finds ${counted(count, 'problem')} (such as a worse case with a milder grade), to be put right or explained on the workbench before it can be proposed.`,
  openDraft: 'A draft is open already: go and change it',
  noMajority: 'The overrides do not agree: no grade has more than half of them, so no draft is prepared.',
  notByRule: 'One change of the rulebook in force cannot give this grade; change it by hand in a draft.',
  prepared:
    'The draft is prepared, with the change and its reason. Look at its impact before you propose it.',
  ruleTitle: (grade: string) => `${grade}, as overridden`,
  ruleReason: (total: string, count: string, grade: string) =>
    `Of ${total} overrides in this case ${count} were to ${grade}; the rulebook follows them.`,
  gone: {
    what: 'There are no overrides in this case now that a draft could rest on, so none was prepared.',
    fix: 'Load the page again and look at what stands now.',
  },
};
