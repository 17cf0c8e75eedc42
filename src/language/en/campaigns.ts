import type { Texts } from '../texts.ts';

/** The year's inspections. */
export const campaigns: Texts['campaigns'] = {
  none: (year: number | undefined) => ({
    what: year === undefined ? 'There is no campaign yet.' : `There is no campaign for ${String(year)}.`,
    fix: 'Ask the office to import self-check forms or summary forms: that creates the campaign.',
  }),
  noSuch: {
    what: 'There is no such campaign, or it is not of your unit.',
    fix: 'Choose one from the list of campaigns.',
  },
  title: 'Campaigns',
  pageTitle: (year) => `Campaign of ${year}`,
  meta: (bureau, state) => `${bureau} · ${state}`,
  caption: 'Campaigns by year',
  nothingYet: 'There is no campaign yet; open one below.',
  columns: {
    year: 'Year',
    bureau: 'Unit',
    number: 'Document number',
    opens: 'Opens on',
    due: 'Due on',
    state: 'State',
    grades: 'Post-holders see grades',
  },
  states: {
    planned: 'Planned',
    open: 'Open',
    assessing: 'Being assessed',
    approved: 'Approved',
    published: 'Published',
    closed: 'Closed',
  },
  unsaid: '—',
  shown: 'Yes',
  hidden: 'No',
  open: {
    heading: 'Open a campaign',
    intro: 'One for each year. Forms can be filled in and imported from then on.',
    yearHint: 'Four digits, such as 2022',
    submit: 'Open',
    done: (year) => `The campaign of ${year} is open.`,
  },
  edit: {
    heading: 'Notice and dates',
    numberHint: 'As it stands on the notice',
    grades: 'Post-holders see the grades of their own risk points',
    gradesHint: 'Usually off: who sees grades while filling in may write for the grade.',
    submit: 'Save',
    done: (year) => `The campaign of ${year} is saved.`,
  },
  errorHeading: 'Nothing was saved',
  faults: {
    'year-invalid': 'Enter a year of four digits between 2000 and 2100',
    'year-taken': 'There already is a campaign of that year',
    'number-too-long': 'The document number may have at most 60 characters',
    'opens-invalid': 'Enter the opening date like 2021-04-20',
    'due-invalid': 'Enter the due date like 2021-04-26',
    'due-before': 'The due date cannot be before the opening date',
    stale:
      'Somebody changed this after you opened the page. Below is what you typed; open the page anew to see how it stands, then save',
  },
};
