import { counted } from './counted.ts';

/** The list of self-check forms on file. */
export const forms = {
  list: {
    all: '{total} self-check {total|form|forms} on file',
    found: '{total} self-check {total|form matches|forms match} your filters',
    none: 'No self-check forms match your filters',
    nothingYet: 'No self-check forms yet',
    emptyFix: 'Remove some filters, or choose “Reset” to see all self-check forms.',
    nothingYetFix:
      'Self-check forms (annex 1) and summary forms (annex 2) appear here once the office has imported them.',
    sub: 'One for each person; the risk points of a unit itself are listed apart',
    caption: 'Self-check forms on file',
    filters: {
      words: 'Search names, posts, units and duties',
      year: 'Year',
      unit: 'Unit',
      state: 'State',
      revised: 'Version',
      annex1: 'Annex 1',
      size: 'Lines per page',
      page: 'Page',
    },
    revised: 'Second or later',
    duties: 'Duties',
    annex1Missing: 'Annex 1 not seen',
    columns: {
      unit: 'Unit',
      person: 'Name',
      posts: 'Posts',
      version: 'Version',
      state: 'State',
      filledOn: 'Date filled',
      points: 'Risk points',
      withMeasure: 'With a measure',
      file: 'From file',
    },
    unitsOwn: 'Unit itself',
    pointsLabel: (person: string, points: string) => `${person}: ${counted(points, 'risk point')}`,
    withMeasureLabel: (person: string, points: string) =>
      `${person}: ${counted(points, 'risk point')} with a measure`,
    version: (version: string) => version,
    missing: '—',
    onlySummary: 'Annex 1 not seen; known only from a summary form or register',
  },
  states: {
    draft: 'Draft',
    submitted: 'Submitted',
    returned: 'Returned',
    rated: 'Rated',
    rectifying: 'In rectification',
    accepted: 'Accepted',
  },
};
