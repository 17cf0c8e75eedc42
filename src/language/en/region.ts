/** What regional roles see: numbers of bureaus, no texts. */
export const region = {
  finding:
    '{region}: {bureaus} {bureaus|bureau|bureaus}, {total} risk {total|point|points}, of which {gradeOne} rated {grade} and {unassessed} unassessed; {gaps} {gaps|gap|gaps} in coverage.',
  noBureaus: 'There is no bureau under {region} yet.',
  meta: (at: string) => `As of ${at} · counts of the bureaus only: no texts of risk points, no names`,
  calledApart: (grades: string) =>
    `The bureaus call their grades differently; this page says ${grades} for all`,
  barsCaption: 'Risk points by bureau',
  barsSub: (grade: string, total: string) =>
    `Risk points by bureau, most rated ${grade} first; ${total} in all`,
  tableHeading: 'How far the bureaus are',
  tableSub: 'Each bureau’s latest campaign',
  columns: {
    bureau: 'Bureau',
    year: 'Year',
    forms: 'Forms in',
    gaps: 'Gaps',
    unassessed: 'Unassessed',
  },
  year: (year: string) => year,
  forms: (submitted: string, expected: string) => `${submitted} / ${expected}`,
  noCampaign: 'Not begun',
  missing: '—',
};
