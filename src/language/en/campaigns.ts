import type { Texts } from '../texts.ts';

/** The year's inspections. */
export const campaigns: Texts['campaigns'] = {
  none: (year: number | undefined) => ({
    what: year === undefined ? 'There is no campaign yet.' : `There is no campaign for ${String(year)}.`,
    fix: 'Ask the office to import self-check forms or summary forms: that creates the campaign.',
  }),
  noSuch: {
    what: 'There is no such campaign, or it belongs to another unit.',
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
    intro: 'One for each year. Once it is open, forms can be filled in and imported.',
    yearHint: 'Four digits, such as 2022',
    submit: 'Open the campaign',
    done: (year) => `The campaign of ${year} is open.`,
  },
  edit: {
    heading: 'Notice and dates',
    numberHint: 'As printed on the notice',
    grades: 'Post-holders see the grades of their own risk points',
    gradesHint: 'Usually off: people who see the grade while filling in may word the risk to suit it.',
    submit: 'Save',
    done: (year) => `The campaign of ${year} has been saved.`,
  },
  errorHeading: 'Nothing was saved',
  faults: {
    'year-invalid': 'Enter a year of four digits between 2000 and 2100',
    'year-taken': 'There is already a campaign for that year',
    'number-too-long': 'The document number may have at most 60 characters',
    'opens-invalid': 'Enter the opening date like 2021-04-20',
    'due-invalid': 'Enter the due date like 2021-04-26',
    'due-before': 'The due date cannot be before the opening date',
    stale:
      'Somebody changed this after you opened the page. Below is what you typed; open the page again to see how it stands, then save',
  },
};
