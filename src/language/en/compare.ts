import type { Texts } from '../texts.ts';

/** Words of the comparison of two versions of a rulebook. */
export const compare: Texts['compare'] = {
  title: 'Compare two versions',
  titled: (finding) => `Compare: ${finding}`,
  change: (before, after) => `From ${before} to ${after}`,
  caption: (before, after) => `${before} → ${after} · risk points that would change grade`,
  errorHeading: 'Nothing compared yet',
  link: 'Compare two versions',
  withInForce: 'Compare with the one in force',
  withReplaced: 'Compare with the one before',
  withBase: 'Compare with what it changed',
  ofVersion: (action, title) => `${action}: ${title}`,
  swap: 'Swap sides',
  form: {
    heading: 'What to compare',
    open: 'Choose',
    submit: 'Compare',
  },
  fields: {
    from: 'Before',
    to: 'After',
    campaign: 'Tried on the points of',
    year: (year) => year,
    option: (name, state) => `${name} · ${state}`,
  },
  faults: {
    unknown: 'What was chosen is gone or not within your reach; choose again',
    same: 'Both sides are the same version; choose another',
    kinds: 'Both sides must be of one kind (grading, coverage or domains); choose another',
  },
  differences: {
    heading: 'How the rules differ',
    same: 'The rules of both versions are the same.',
    differ: (count) =>
      count === '1'
        ? 'The rules of the two versions differ in 1 place.'
        : `The rules of the two versions differ in ${count} places.`,
    caption: 'Differences between the rules',
    what: 'Change',
  },
  noRule: 'no such rule',
  none: 'none',
  ground: (title, reason, clause) => `${title}: ${reason} (${clause})`,
  sameInShort: (what) => `${what} (details only; see the JSON text)`,
  parts: {
    subjects: { 'risk-point': 'risk points', post: 'posts' },
    bases: {
      matrix: 'matrix',
      first: 'decision table, the first that applies decides',
      any: 'decision table whose rules agree',
    },
    scale: (fact, steps) => `${fact}: ${steps}`,
    between: '; ',
  },
  noOutcome: {
    unsound: 'One side is a draft with faults in its text; it can be compared once they are put right.',
    noCampaign: 'There is no campaign yet: rules can be compared, grades cannot be tried out.',
    none: {
      coverage:
        'Coverage rules grade no risk point. Only the rules are compared for now, not which gaps would come and go.',
      domain:
        'Domain rules only suggest, and a suggestion changes no grade until it is accepted. Only the rules are compared for now, not the suggestions.',
    },
  },
};
