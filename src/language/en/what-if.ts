import type { Texts } from '../texts.ts';
import { counted } from './counted.ts';

/** Words of what a change of rules would do. */
export const whatIf: Texts['whatIf'] = {
  command: {
    description: 'say what a rulebook would do to grades, coverage or suggested domains; changes nothing',
    rulebook: 'a rulebook’s file, or name@version of one in the database',
    total: (points: number, changed: number, seconds: number): string =>
      changed === 0
        ? `${points} risk points, no grade would change (${seconds} s).`
        : `${points} risk points, ${changed} would change grade (${seconds} s).`,
    move: (from: string, to: string, count: number): string => `${from} → ${to}: ${count}`,
    unit: 'Unit',
    moved: 'Moves',
    before: (grade) => `Rated ${grade} before`,
    after: (grade) => `Rated ${grade} after`,
  },
  finding: {
    nothing: 'No grade of the {points} risk {points|point|points} would change.',
    up: 'Points rated {grade} go from {before} up to {after}, {top} of them in {units} {units|division|divisions}; {changed} {changed|point|points} would change grade.',
    down: 'Points rated {grade} go from {before} down to {after}, {top} of them in {units} {units|division|divisions}; {changed} {changed|point|points} would change grade.',
    none: 'Points rated {grade} go from {before} down to none; {changed} {changed|point|points} would change grade.',
    same: 'Points rated {grade} stay at {after}; {changed} {changed|point|points} would change grade.',
  },
  renamed: (grade, before) => `${grade} (${before} before)`,
  rulebooks: 'Rulebooks',
  crumb: 'What it would move',
  change: (before: string, after: string): string => `From ${before} to ${after}`,
  inForce: (title: string, version: string): string => `“${title}” in force (${version})`,
  draft: (title: string): string => `the draft “${title}”`,
  scope: (bureau: string, year: string, seconds: string): string =>
    `${bureau}, ${year} · worked out in ${seconds} s`,
  frozen:
    'Approved and overridden grades stay as they are. This page only works things out: nothing is written.',
  cutAnew:
    'The new rulebook cuts numbers where none was cut before; the points concerned were sorted by their values.',
  unassessed: (count: string): string =>
    `${counted(count, 'point')} would become unassessed: a fact that the new rulebook requires is unknown, or a value has no counterpart on the new scale.`,
  moves: {
    heading: 'How grades move',
    sub: 'Rows are before, columns after; what stays is on the diagonal',
    caption: 'Grades before and after',
    corner: 'From \\ to',
    totalBefore: 'Before',
    totalAfter: 'After',
    cell: (from: string, to: string, count: string): string => `from ${from} to ${to}: ${count}`,
  },
  divisions: {
    heading: (grade) => `Points rated ${grade} by division`,
    top: (grade, names, count) => `Most rated ${grade} afterwards: ${names}, ${count} in all`,
    noGradeOne: (grade) => `No point rated ${grade} afterwards`,
    sub: 'The share tells the distribution; it is no quota',
    chartLabel: (grade) => `Points rated ${grade} by division: staying, new and leaving`,
    stays: (grade) => `Stays ${grade}`,
    rises: (grade) => `Becomes ${grade}`,
    leaves: (grade) => `Leaves ${grade}`,
    caption: (grade) => `Points rated ${grade} by division, before and after`,
    unit: 'Unit',
    points: 'Points',
    before: (grade) => `Rated ${grade} before`,
    after: (grade) => `Rated ${grade} after`,
    share: (grade) => `Share rated ${grade}`,
    changed: 'Change grade',
    from: (before: string, after: string): string => `${before} → ${after}`,
    cell: (unit: string, what: string, count: string): string => `${unit}, ${what}: ${count}`,
    total: 'All',
  },
  domains: {
    heading: (grade) => `Points rated ${grade} by key domain`,
    sub: 'A point with two domains counts in both, so there is no sum',
    caption: (grade) => `Points rated ${grade} by key domain, before and after`,
    domain: 'Key domain',
  },
  list: {
    heading: 'Points that would change grade',
    sheet: 'Points that change grade',
    all: '{total} risk {total|point|points} would change grade',
    found: '{total} risk {total|point|points} found',
    none: 'No risk point meets the conditions',
    nothingYet: 'No risk point would change grade',
    emptyFix: 'Ask for less and search again.',
    nothingYetFix: 'Go on changing the rules, or compare another version.',
    filters: {
      year: 'Year',
      was: 'Before',
      becomes: 'After',
      unit: 'Unit',
      domain: 'Key domain',
      size: 'Lines per page',
      page: 'Page',
    },
    columns: {
      move: 'Grade',
      point: 'Risk point',
      home: 'Unit · post',
      before: 'Reason before',
      after: 'Reason after',
    },
    exported: {
      id: 'No.',
      before: 'Grade before',
      after: 'Grade after',
      text: 'Risk point',
      unit: 'Unit',
      post: 'Post',
      holder: 'Name',
      because: 'Reason before',
      wouldBe: 'Reason after',
    },
    missing: (facts: string): string => `unknown: ${facts}`,
    becomes: 'becomes',
  },
  unsound: {
    title: 'The draft has faults and cannot be tried out yet',
    fix: 'Put the following right, then come back to this page.',
  },
};
