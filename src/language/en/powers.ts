import type { Words } from '../words.ts';
import { counted } from './counted.ts';

/** The list of powers, and what coverage says of each. */
export const powers = {
  title: 'List of powers',
  finding: '{powers} {powers|power|powers} of {units} {units|unit|units} listed',
  none: 'There is no list of powers yet',
  noneFix:
    'Upload an Excel or CSV file. Its columns, headed in Chinese: number, name of the power, kind, unit, post (may be empty), legal basis, key domain (may be empty).',
  latest: (file: string, actor: string, at: string) => `Latest: ${file}, ${actor}, ${at}`,
  caption: 'Powers that stand',
  columns: {
    number: 'Number',
    name: 'Power',
    kind: 'Kind',
    unit: 'Unit',
    post: 'Post',
    basis: 'Legal basis',
    domain: 'Key domain',
  },
  suggested: (words: string) => `suggested (“${words}”)`,
  missing: '—',
  upload: {
    heading: 'Upload a list of powers',
    sub: 'A new list replaces what you choose of the one before: powers that it leaves out there are closed, not deleted. You see what changes before anything is written.',
    replaces: 'What it replaces',
    replacesHint:
      'If the file has some divisions only, do not choose the whole bureau: the powers of all others would be closed.',
    choose: 'Choose',
    chooseFirst: 'Choose what the new list replaces',
    whole: (bureau: string) => `The whole list of ${bureau}`,
    named: (bureau: string) => `${bureau}: only the units that the file names`,
    subtree: (unit: string) => `Only “${unit}” and what is under it`,
    file: 'File (.xlsx, .xls, .csv)',
    fileMissing: 'Choose a file',
    errorHeading: 'No preview',
    tooLarge: 'The file is too large and was not read; at most 20 MB',
    tooManyFiles: 'Upload one file at a time',
    submit: 'Preview',
  },
  preview: {
    title: 'Preview of the list of powers',
    refused: '{findings} {findings|problem|problems}, nothing was written',
    ready: '{opened} new or changed, {closed} to be closed, {unchanged} unchanged',
    nothingNew: 'The same as the list that stands ({unchanged}); nothing to write',
    refusedSub: 'Put it right in the file and upload it again.',
    readySub: (file: string) => `File: ${file}. Nothing changes until you write it.`,
    findings: 'Problems',
    findingColumns: { place: 'Place', value: 'What it says', message: 'Problem', fix: 'What to do' },
    opened: 'New or changed powers',
    closed: 'Powers to be closed',
    more: (count: string) => `${count} more not shown`,
    /** What is chosen begins with a capital letter where it stands alone. */
    replaces: (what: string) => `It replaces ${what.charAt(0).toLowerCase()}${what.slice(1)}.`,
    commit: 'Write',
    cancel: 'Back without writing',
    expired: {
      what: 'The preview is out of date or incomplete; nothing was written.',
      fix: 'Upload the file again.',
    },
  },
  done: (opened: string, closed: string) =>
    `List of powers written: ${opened} new or changed, ${closed} closed.`,
  division: {
    heading: 'Listed powers',
    sub: (total: string, gaps: string) => `${counted(total, 'power')}, ${gaps} without a risk point`,
    rule: 'What counts are risk points of the posts concerned in the same domain, and points whose words name the power; the coverage rules judge each power.',
    caption: 'Coverage of the listed powers',
    status: 'Coverage',
    points: 'Risk points',
    noDomain: 'no domain',
  },
  findings: {
    noHeader: (): Words => ({
      message: 'No header of a list of powers was found.',
      fix: 'Head the columns in Chinese; the name of the power and its unit must be among them.',
    }),
    noRow: (): Words => ({
      message: 'There is no power beneath the header.',
      fix: 'Check that this is the right file.',
    }),
    noName: (): Words => ({ message: 'This row has no name of a power.', fix: 'Add it, or delete the row.' }),
    noUnit: (): Words => ({ message: 'This row has no unit.', fix: 'Add the name of the unit.' }),
    unknownUnit: (unit: string, alike: readonly string[]): Words => ({
      message: `There is no unit named “${unit}”.`,
      fix:
        alike.length === 0 ? 'Write the name of a unit of the bureau.' : `Did you mean ${alike.join(', ')}?`,
    }),
    unknownPost: (post: string, unit: string, alike: readonly string[]): Words => ({
      message: `${unit} has no post named “${post}”.`,
      fix:
        alike.length === 0
          ? 'Write the name of one of its posts, or leave it empty.'
          : `Did you mean ${alike.join(', ')}? Put it right, or leave it empty.`,
    }),
    unknownDomain: (written: string): Words => ({
      message: `“${written}” is not one key domain.`,
      fix: 'Write one of the eleven key domains, or leave it empty for the rules to suggest one.',
    }),
    outside: (unit: string, root: string) => ({
      message: `“${unit}” is not part of “${root}”, which you chose.`,
      fix: 'Delete this row, or upload the file again and choose more.',
    }),
    twice: (name: string): Words => ({
      message: `“${name}” stands twice for the same unit.`,
      fix: 'Delete one of the rows, or say how they differ.',
    }),
  },
  noBureau: (name: string | null) => ({
    what: name === null ? 'There is no bureau to use.' : `There is no bureau named “${name}”.`,
    fix: 'Make the bureau first, or check the name.',
  }),
  command: {
    summary: (opened: number, closed: number, unchanged: number) =>
      `${opened} new or changed, ${closed} closed, ${unchanged} unchanged`,
    refused: (findings: number) => `${counted(findings, 'problem')} found, nothing was written.`,
    written: 'Written.',
    tried: 'Only tried, nothing was written.',
  },
};
