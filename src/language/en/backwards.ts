import type { Texts } from '../texts.ts';
import { counted } from './counted.ts';

/** Words of the search from a wanted grade back to the change that gives it. */
export const backwards: Texts['backwards'] = {
  tab: 'Backwards',
  ofPoint: (point) => `Backwards, to the change that gives another grade to: ${point}`,
  title: 'The smallest change that gives risk points a grade',
  heading: 'Which risk points should have which grade',
  intro:
    'Tries each cell of the matrix, each grade and effect of a rule and each threshold by itself, one change at a time. Nothing is written.',
  points: 'Numbers of risk points',
  pointsHint:
    'The number at the end of a risk point’s address; several may be given, parted by commas or spaces, at most 50.',
  year: 'Year',
  grade: 'Grade',
  submit: 'Find changes',
  errorHeading: 'Nothing searched yet',
  faults: {
    unsound: 'The draft’s text is no complete grading rulebook at present; put it right first',
    noCampaign: 'There is no campaign yet, so there are no risk points to try',
    wrong: (typed) => `“${typed}” is no number of a risk point`,
    none: 'Give the number of at least one risk point',
    many: (most) => `At most ${most} at a time; search in several steps`,
  },
  finding: {
    all: '{ways} {ways|change gives|changes give} {grade} to {points|the|all} {points} risk {points|point|points}; the smallest moves {others} {others|other|others}.',
    some: 'No single change gives all {points} risk {points|point|points} {grade}; the best gives it to {most}.',
    none: 'No single change gives {grade} to more of them.',
    nothing: 'None of these risk points follows the rules.',
  },
  pointsHeading: 'These risk points',
  fixedBy: {
    approval: 'approved: rules do not change it',
    override: 'overridden: rules do not change it',
  },
  notes: {
    missing: (numbers) =>
      `No risk point of the chosen year within your reach has the number ${numbers}; left out.`,
    more: (shown, more) => `The ${shown} smallest are listed; ${more} more are not.`,
    cut: 'There was too much to try, and not everything was tried; search for fewer risk points.',
  },
  waysHeading: 'Changes, the smallest effect first',
  before: 'Now',
  after: 'Then',
  way: {
    wanted: (wanted, points, grade) => `${wanted} of ${points} would be ${grade}`,
    noOthers: 'no other risk point moves',
    others: (count) => `${counted(count, 'other risk point')} would move`,
    moves: 'All moves',
    raises: (kinds) => `Verification would newly find: ${kinds}`,
    raisedKind: (kind, count) => `${kind} (${count})`,
    raisesNothing: 'Verification would find nothing new',
    apply: 'Use this change',
    applied: (what) => `Use this change: ${what}`,
  },
  applied: 'The draft is changed; the rules in force are not.',
};
