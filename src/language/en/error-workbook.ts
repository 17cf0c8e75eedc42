import type { Texts } from '../texts.ts';

/** The workbook that goes back to those who filled in the forms. */
export const errorWorkbook: Texts['errorWorkbook'] = {
  sheet: 'To be corrected',
  columns: {
    file: 'File',
    severity: 'Severity',
    place: 'Sheet or table',
    row: 'Row',
    column: 'Column',
    field: 'Field',
    value: 'As written',
    wrong: 'What is wrong',
    fix: 'How to correct it',
  },
  table: (number) => `Table ${String(number)}`,
  fields: {
    unit: 'Unit (division)',
    name: 'Name',
    post: 'Post',
    duties: 'Duties',
    filledOn: 'Date filled in',
    text: 'Potential risk',
    measure: 'Preventive measure',
    probability: 'Probability',
    harm: 'Harm',
    grade: 'Grade',
    domains: 'Key domains',
  },
};
