import type { Texts } from '../texts.ts';
import type { ExpectedFact, UnsupportedKind } from '../zh/findings.ts';
import { counted } from './counted.ts';

const RESAVE = 'Open it in Word or WPS, save it as .docx or .xlsx, and submit it again.';
const SPLIT = 'Split it into several files.';

const UNSUPPORTED: Readonly<Record<UnsupportedKind, string>> = {
  pdf: 'PDF file',
  rtf: 'RTF text',
  image: 'image',
  odf: 'OpenDocument file',
  xlsb: 'Excel binary workbook (.xlsb)',
  word95: 'document of Word 95 or earlier',
  zip: 'archive, or a file of another program',
  xml: 'XML file',
  binary: 'unknown binary file',
  compound: 'file of another program',
};

const STEP_FIELDS = { probability: 'Probability', harm: 'Harm' } as const;

function factWords({ type, unit, maximum, options }: ExpectedFact): string {
  if (type === 'boolean') return 'yes or no';
  if (type === 'choice') return `one of ${options.map(({ en }) => en).join(', ')}`;
  const most = maximum === null ? '' : `, at most ${maximum}`;
  return `a whole number, at least 0${most}${unit === null ? '' : ` (${unit.en})`}`;
}

/** What reading and importing find wrong with files and forms, by code. */
export const findings: Texts['findings'] = {
  'file-too-large': ({ limit }) => ({
    message: `The file is larger than ${limit} MB and was not read.`,
    fix: 'Take out pictures and the like, or split it into several files.',
  }),
  'empty-file': () => ({
    message: 'There is no text in the file.',
    fix: 'Check that this is the right file. A scan or picture has to be typed in before it is submitted.',
  }),
  'unsupported-format': ({ kind }) => ({
    message: `This kind of file is not supported: ${UNSUPPORTED[kind]}.`,
    fix: 'Submit a .docx, .doc, .xlsx, .xls, .csv, .tsv or .json file.',
  }),
  'html-file': () => ({
    message: 'This is a web page (HTML) under another extension, not a Word or Excel file.',
    fix: RESAVE,
  }),
  'damaged-file': () => ({
    message: 'The file is damaged or incomplete and cannot be opened.',
    fix: 'Open the original in Word, Excel or WPS, save a copy and submit that; export it again if a system made it; ask its author to send it again if it does not open.',
  }),
  'not-as-named': ({ program }) => ({
    message: `This is no ${program} file: it is damaged, or only its name was changed.`,
    fix: `Open the original in ${program} or WPS, save a copy and submit that; export it again if a system made it; ask its author to send it again if it does not open.`,
  }),
  'password-protected': () => ({
    message: 'The file needs a password to open and cannot be read.',
    fix: 'Save it without the password and submit it again.',
  }),
  'macro-file': () => ({
    message: 'The file contains macros and was not read, for safety.',
    fix: 'Save it as .docx or .xlsx without macros and submit it again.',
  }),
  'unsafe-xml': () => ({
    message: 'The file contains an unsafe XML declaration (DOCTYPE) and was not read.',
    fix: RESAVE,
  }),
  'too-many-entries': ({ count, limit }) => ({
    message: `The file has ${count} parts inside, more than the limit of ${limit}, and was not read.`,
    fix: RESAVE,
  }),
  'unzips-too-large': ({ limit }) => ({
    message: `The file unpacks to more than ${limit} MB and was not read.`,
    fix: 'Take out pictures, blank rows and the like, save it and submit it again.',
  }),
  'packed-suspiciously': () => ({
    message: 'The file is packed in an unusual way, may be malicious and was not read.',
    fix: RESAVE,
  }),
  'directory-lies': () => ({
    message:
      'The file’s inner directory does not match its content; it may be malicious or damaged and was not read.',
    fix: RESAVE,
  }),
  'too-many-rows': ({ limit }) => ({
    message: `The table has more than ${limit} rows and was not read.`,
    fix: `Split it into several files of at most ${limit} rows each.`,
  }),
  'too-many-columns': ({ limit }) => ({
    message: `The table has more than ${limit} columns and was not read.`,
    fix: 'Delete the columns that do not belong here.',
  }),
  'too-many-cells': ({ limit }) => ({
    message: `The file has more than ${limit} cells and was not read.`,
    fix: SPLIT,
  }),
  'too-many-sheets': ({ limit }) => ({
    message: `The workbook has more than ${counted(limit, 'sheet')} and was not read.`,
    fix: `Delete the sheets that do not belong here. ${SPLIT}`,
  }),
  'too-many-forms': ({ limit }) => ({
    message: `The file has more than ${limit} forms or risk points and was not read.`,
    fix: SPLIT,
  }),
  'text-too-long': ({ limit }) => ({
    message: `A text has more than ${limit} characters and was not read.`,
    fix: 'Check whether something else was pasted here, shorten it and submit it again.',
  }),
  'out-of-memory': ({ limit }) => ({
    message: `Reading this file used up ${limit} MB of memory and was stopped.`,
    fix: `Take out what does not belong here. ${SPLIT}`,
  }),
  'time-out': ({ seconds }) => ({
    message: `Reading this file took longer than ${counted(seconds, 'second')} and was stopped.`,
    fix: `Take out what does not belong here. ${SPLIT}`,
  }),
  'reader-failed': () => ({
    message: 'The program failed while reading this file and stopped.',
    fix: RESAVE,
  }),
  'unreadable-encoding': () => ({
    message: 'The text encoding is unknown, so the text would be garbled; it was not read.',
    fix: 'Save it as UTF-8 or GB18030 (GBK) and submit it again.',
  }),
  'open-quotation': () => ({
    message:
      'A quotation mark opened in this line is never closed, so the rest cannot be split into columns.',
    fix: 'Add the closing quotation mark, or delete the one that is too many.',
  }),
  'invalid-json': () => ({
    message: 'This is not valid JSON and cannot be read.',
    fix: 'Submit JSON as “read --json” prints it, or check brackets and quotation marks.',
  }),
  'json-shape': ({ path }) => ({
    message: `The JSON is not laid out as it should be: ${path}.`,
    fix: 'It should be laid out as “read --json” prints it: files, forms, risks.',
  }),
  'not-recognised': () => ({
    message: 'No annex 1, annex 2 or register of risk points was recognised.',
    fix: 'Use the forms that came with the notice, or name the columns in the heading: unit, name, post, risk, measure and so on.',
  }),
  'unread-sheet': ({ sheet }) => ({
    message: `No form was recognised in sheet “${sheet}”; it was skipped.`,
    fix: 'If it holds something to be submitted, use the forms that came with the notice.',
  }),
  'hidden-sheet': ({ sheet }) => ({
    message: `Sheet “${sheet}” is hidden and was not read.`,
    fix: 'If it holds something to be submitted, unhide it and submit the file again.',
  }),
  'blank-form': () => ({
    message: 'This form is blank and was skipped.',
    fix: 'Delete it if it is not needed; otherwise fill it in and submit it again.',
  }),
  'formula-error': ({ shown }) => ({
    message: `The formula in this cell fails (${shown}); the cell counts as blank.`,
    fix: 'If this cell has to be filled, type text instead.',
  }),
  'missing-unit': () => ({
    message: 'The name of the unit (division) is missing.',
    fix: 'Fill in the name of the unit (division).',
  }),
  'missing-name': () => ({
    message: 'The name of the person is missing.',
    fix: 'Fill in the name; for risk points of the division itself write “—”.',
  }),
  'missing-post': () => ({
    message: 'The name of the post is missing.',
    fix: 'Fill in the name of the post.',
  }),
  'missing-duties': () => ({
    message: 'The duties are missing, so the key domains to be covered cannot be told.',
    fix: 'Fill in the duties of the post.',
  }),
  'missing-date': () => ({
    message: 'The date filled is missing.',
    fix: 'Fill in the date.',
  }),
  'missing-risk': () => ({
    message: 'The risk is missing.',
    fix: 'Fill in the risk, or delete this row.',
  }),
  'several-names': ({ raw }) => ({
    message: `The name “${raw}” names more than one person.`,
    fix: 'Give each person a form of their own (in a summary form, a row of their own).',
  }),
  'vacant-post': ({ raw }) => ({
    message: `The name says “${raw}”, so the post counts as vacant.`,
    fix: 'If somebody holds the post, fill in the name.',
  }),
  'unknown-step': ({ field, raw, allowed }) => ({
    message: `${STEP_FIELDS[field]} “${raw}” is not on the scale of the rulebook.`,
    fix: `Write one of: ${allowed.map((step) => step.en).join(', ')}.`,
  }),
  'unknown-fact-value': ({ title, raw, expected }) => ({
    message: `“${raw}” is not understood as “${title.en}”.`,
    fix: `Write ${factWords(expected)}; leave it blank where it is not known.`,
  }),
  'unknown-fact-name': ({ name, known }) => ({
    message: `The rulebook has no fact “${name}”.`,
    fix:
      known.length === 0
        ? 'Take it out.'
        : `Write one of: ${known.map(({ en }) => en).join(', ')}; or take it out.`,
  }),
  'post-fact-differs': ({ title, raw, earlier }) => ({
    message: `“${title.en}” of the same post was “${earlier}” before and is “${raw}” here.`,
    fix: 'It is a fact of the whole post: write the same, or write it in one row only.',
  }),
  'fact-without-post': ({ title }) => ({
    message: `“${title.en}” is a fact of a post, and this row is a risk of the unit itself: it was not kept.`,
    fix: 'To keep it, write post and name.',
  }),
  'unknown-grade': ({ raw }) => ({
    message: `The grade “${raw}” is not understood.`,
    fix: 'Write 1, 2 or 3; leave it blank where it is not yet assessed.',
  }),
  'unknown-domain': ({ raw, allowed }) => ({
    message: `“${raw}” is not one of the key domains that the notice lists.`,
    fix: `Write one of: ${allowed.join(', ')}.`,
  }),
  'unreadable-date': ({ raw }) => ({
    message: `The date “${raw}” is not understood.`,
    fix: 'Write it like 2021-04-22.',
  }),
  'measure-without-risk': ({ number }) => ({
    message: `Measure ${number} has no risk to go with it.`,
    fix: 'Fill in the risk that it prevents, or merge it with another measure.',
  }),
  'shared-measure': () => ({
    message: 'There is one measure without a number; it was taken for all risks.',
    fix: 'If each risk has its own measure, number the measures as the risks are numbered.',
  }),
  'same-form-twice': () => ({
    message: 'The form of one person in one post stands in this file twice.',
    fix: 'Keep only one; on a continuation sheet go on with the numbers.',
  }),
  'owner-unknown': () => ({
    message: 'This form does not give unit, name or post, so nobody knows whose it is.',
    fix: 'Fill in the unit, the name and the post on the form and import it again.',
  }),
  'ambiguous-point': ({ text, known }) => ({
    message: `“${text}” is close to several risk points on file, so it cannot be told which one it changes: ${known.map((other) => `“${other}”`).join(', ')}.`,
    fix: 'Import in two steps, leaving one of them as it was the first time, or word the change closer to the one that it changes.',
  }),
  'wording-kept': ({ known }) => ({
    message: `The wording differs from “${known}” in the self-check form; the self-check form’s was kept.`,
    fix: 'If the wording here is right, change the self-check form and import it again.',
  }),
  'form-twice': () => ({
    message:
      'The self-check form of one person in one post stands in this import twice, with different content.',
    fix: 'Keep only one, or merge the two, and import again.',
  }),
  'would-create': ({ name }) => ({
    message: `“${name}” is not on file, and this import may not create it.`,
    fix: 'Check whether the name is mistyped; if it is really new, allow the import to create it.',
  }),
  'unit-out-of-reach': ({ unit }) => ({
    message: `“${unit}” is not a unit of yours, so you cannot import its forms.`,
    fix: 'Take the forms of other units out of the file; if the name is mistyped, put it right.',
  }),
  'confidential-post': ({ post }) => ({
    message: `“${post}” is a confidential post, handled on paper: its duties, risks and measures cannot be imported.`,
    fix: 'Take what belongs to this post out of the file, and keep the paper by the rules on secrecy. If the post is no longer confidential, the office first changes that under “Units and posts”.',
  }),
  'confidential-file': ({ post }) => ({
    message: `This file held texts of the confidential post “${post}”; the whole of it was deleted and is not kept.`,
    fix: 'A confidential post is handled on paper, which is kept by the rules on secrecy. Remove this file from the upload; upload the forms of other posts in a file without the confidential post. If the post is no longer confidential, the office first changes that under “Units and posts”.',
  }),
  'confidential-row': ({ post }) => ({
    message: `This row belonged to the confidential post “${post}”; it was deleted, is not kept and will not be imported.`,
    fix: 'A confidential post is handled on paper: there is nothing to fill in here. Take the row out of the original file, and keep the paper by the rules on secrecy.',
  }),
  'name-undecided': ({ name }) => ({
    message: `“${name}” is not on file, and nobody has decided yet whether to create it or to use an existing name.`,
    fix: 'Choose in the step “Values”.',
  }),
};
