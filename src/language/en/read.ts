import { counted } from './counted.ts';

/** What `read` says to people. */
export const reading = {
  description: 'Reads self-check forms, summary forms or registers without writing to the database',
  files: 'files: .docx, .doc, .xlsx, .xls, .csv, .tsv, .json',
  kinds: { annex1: 'Annex 1', annex2: 'Annex 2', register: 'Register' },
  formats: {
    docx: 'Word document',
    doc: 'Word 97–2003 document',
    xlsx: 'Excel workbook',
    xls: 'Excel 97–2003 workbook',
    csv: 'delimited text',
    json: 'JSON',
  },
  columns: ['Form', 'Unit', 'Name', 'Post', 'Date filled', 'Risks', 'Measures'],
  unreadable: 'cannot be read',
  ofUnit: '(unit itself)',
  vacant: '(vacant)',
  nothing: '—',
  paragraph: (number: number): string => `paragraph ${number}`,
  severities: { error: 'Error', warning: 'Note' },
  finding: (severity: string, place: string, message: string, fix: string): string =>
    `  ${severity}${place === '' ? '' : ` (${place})`}: ${message} ${fix}`,
  progress: (done: number, of: number): string => `${String(done)} of ${counted(of, 'file')} read`,
  file: (file: string, format: string): string => `${file} (${format})`,
  total: (count: { files: number; forms: number; risks: number; errors: number; warnings: number }): string =>
    `${counted(count.files, 'file')}, ${counted(count.forms, 'form')}, ${counted(count.risks, 'risk')}; ${counted(count.errors, 'error')}, ${counted(count.warnings, 'note')}.`,
} as const;
