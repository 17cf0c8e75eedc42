/** The year's inspections. */
export const campaigns = {
  none: (year: number | undefined) => ({
    what: year === undefined ? 'There is no campaign yet.' : `There is no campaign for ${String(year)}.`,
    fix: 'Ask the office to import self-check forms or summary forms: that creates the campaign.',
  }),
};
