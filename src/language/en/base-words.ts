import type { Texts } from '../texts.ts';

/** The base of a grading draft in forms: its sides, what its cells rest on, how its decision table is read. */
export const baseWords: Texts['workbench']['base'] = {
  tab: { matrix: 'Reasons of the matrix', table: 'Decision table' },
  title: { matrix: 'Layout and reasons of the base matrix', table: 'Settings of the decision table' },
  none: {
    what: 'A rulebook of this kind has no base matrix or decision table.',
    fix: 'Go back to the workbench and use its lists of rules.',
  },
  save: 'Save',
  saved: {
    'set-rows': 'The rows and columns of the matrix were saved.',
    'set-reasons': 'The reasons of the cells were saved.',
    'set-hit-policy': 'How the decision table is read was saved.',
    'set-otherwise': 'What holds otherwise was saved.',
  },
  rows: {
    heading: 'Rows and columns',
    sub: 'Which scale makes the rows; the other makes the columns. Grades and reasons of the cells stay.',
    label: 'Rows',
  },
  hitPolicy: {
    heading: 'Where several rules apply',
    sub: 'With “have to agree”, the check names the rules that contradict each other.',
    label: 'What then holds',
    choices: { first: 'The first that applies decides', any: 'All that apply have to agree' },
  },
  reasons: {
    heading: 'Reasons of each cell',
    sub: 'The reasons that are ticked, with their clauses, are what a grade is said to rest on; at least one for each cell. Grades are changed in the matrix of the workbench, reasons in its lists of rules.',
    add: 'Add a reason',
  },
  otherwise: {
    heading: 'Otherwise',
    sub: 'The grade where no rule applies. With “nothing”, the check lists the facts without a grade as gaps.',
    grade: 'Grade',
    nothing: 'Nothing',
  },
};
