import { counted } from './counted.ts';

/** A post-holder's first page. */
export const own = {
  title: 'My self-check',
  meta: (person: string, year: string, document: string | null) =>
    `${person} · inspection of ${year}${document === null ? '' : ` · ${document}`}`,
  deadline: {
    ahead: (date: string, days: string) =>
      `Your self-check form is due on ${date}, in ${counted(days, 'day')}`,
    today: (date: string) => `Your self-check form is due today, ${date}`,
    late: (date: string, days: string) =>
      `Your self-check form was due on ${date}, ${counted(days, 'day')} ago`,
    none: 'Your self-check form is due; no date has been set yet',
    sentBack: 'Your self-check form has been sent back',
    filed: 'Your self-check form has been submitted',
    filedBefore: (date: string) => `Your self-check form has been submitted (due on ${date})`,
  },
  tasksHeading: 'To do now',
  tasks: {
    noPost: 'The system has no post of yours on record: ask the office to check.',
    file: 'Fill in the self-check form (annex 1), have the division head review it and hand it to the office.',
    revise: 'Your self-check form has been sent back: revise it and submit it again.',
    nothing: 'Nothing waits for you at the moment.',
  },
  postsHeading: 'My posts',
  noPosts: 'No post on record',
  formsHeading: 'My self-check form',
  noForms: 'Your self-check form has not been received yet.',
  pointsHeading: 'My risk points and measures',
  noPoints: 'No risk points yet.',
  steps: (probability: string, harm: string) => `Probability: ${probability}, harm: ${harm}`,
  withheld:
    'Grades and assessments are kept by the assessment group and not shown to post-holders during the inspection.',
  unlinked: {
    title: 'Your account is not linked to you yet',
    what: 'Your account is not linked to your entry in the list of people, so your self-check form cannot be shown.',
    fix: 'Ask the office to link your account to you under “Accounts”.',
  },
};
