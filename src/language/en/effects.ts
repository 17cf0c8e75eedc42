import type { Texts } from '../texts.ts';
import { counted } from './counted.ts';

/** What a draft of coverage or domain rules would do. */
export const effects: Texts['effects'] = {
  states: { 'not-expected': 'Not concerned', unjudged: 'No rule applies' },
  becomes: 'becomes',
  against: (title, version) => `compared with “${title}” (${version}) in force`,
  scope: (bureau, year, seconds) => `${bureau} ${year} · worked out in ${seconds} s`,
  frozen: 'A trial only: this page has written nothing.',
  tables: { unit: 'Unit', domain: 'Key domain', rest: (count) => `${count} more` },
  change: (before, after) => `${before} → ${after}`,
  noReason: 'No rule applies',
  coverage: {
    changed:
      'Under this draft the coverage of {cells} {cells|cell|cells} would change: gaps {gaps}, weak {weak}.',
    none: 'Under this draft the coverage of {all} {all|cell|cells} would stay as it is.',
    sub: (year, cells, against, milliseconds) =>
      `${year}, ${counted(cells, 'cell', 'cells')} (division × key domain), ${against}, ${milliseconds} ms`,
    changes: '{cells} {cells|change|changes}',
    unjudged: (count) =>
      `No rule applies to ${counted(count, 'cell', 'cells')}: the draft has a gap and cannot be proposed until it is closed.`,
    powers:
      'Only divisions and key domains are counted here; listed powers are judged by the same rules: see a division’s coverage.',
    moves: {
      heading: 'How the coverage changes',
      sub: 'Rows are the rules in force, columns the draft; what stays is on the diagonal',
      caption: 'Coverage by the rules in force and by the draft',
      corner: 'In force \\ draft',
      cell: (from, to, count) => `From ${from} to ${to}: ${count}`,
    },
    divisions: { heading: 'By division', caption: 'How the coverage of each division changes' },
    domains: { heading: 'By key domain', caption: 'How the coverage of each key domain changes' },
    heads: { changed: 'Changes' },
    changedCell: (name, count) => `${name}: ${counted(count, 'change', 'changes')}`,
    list: {
      heading: 'Divisions and domains whose coverage would change',
      sheet: 'Coverage that changes',
      all: '{total} {total|cell|cells} would change',
      found: '{total} {total|cell meets|cells meet} the conditions',
      none: 'None meets the conditions',
      nothingYet: 'No coverage would change',
      emptyFix: 'Loosen the conditions and ask again.',
      nothingYetFix: 'You can go on changing the draft.',
    },
    columns: {
      move: 'Coverage',
      unit: 'Unit',
      domain: 'Key domain',
      before: 'Why, in force',
      after: 'Why, by the draft',
    },
    exported: {
      was: 'Coverage in force',
      becomes: 'Coverage by the draft',
      points: 'Risk points',
      posts: 'Posts concerned',
    },
    decides: (count) => `Decides ${counted(count, 'cell', 'cells')}`,
    summary: {
      changed: (cells, all) => `Coverage changes for ${cells} of ${all} cells (division × key domain)`,
      none: 'No coverage changes',
      cells: 'Cells',
      division: (unit, cells) => `${unit}: ${counted(cells, 'cell changes', 'cells change')}`,
    },
  },
  domain: {
    changed: 'Under this draft {who} would get other suggested domains{sums}.',
    who: {
      both: '{points} risk {points|point|points} and {posts} {posts|post|posts}',
      points: '{points} risk {points|point|points}',
      posts: '{posts} {posts|post|posts}',
    },
    sums: {
      both: ' ({gained} more, {lost} fewer)',
      gained: ' ({gained} more)',
      lost: ' ({lost} fewer)',
      main: ' (only which is the main one)',
    },
    none: 'Under this draft the suggestions for {all} risk {all|point|points} would stay as they are.',
    sub: (year, points, posts, against, milliseconds) =>
      `${year}, ${counted(points, 'risk point', 'risk points')}, ${counted(posts, 'post', 'posts')}, ${against}, ${milliseconds} ms`,
    changes:
      '{points} risk {points|point|points} and {posts} {posts|post|posts} change: {gained} more {gained|suggestion|suggestions}, {lost} fewer',
    later:
      'Coming into force rewrites no suggestion that is there; new ones are made when the words of a point or a post’s duties are filed again. What is shown is what follows then.',
    kept: (count) =>
      `For ${counted(count, 'more point or post', 'more points and posts')} the rules would say something else, but people accepted, rejected or confirmed those domains: nothing changes.`,
    untouched: 'What people accepted, rejected or confirmed never changes, and is listed beside.',
    outdated: (count) =>
      `${counted(count, 'risk point still has', 'risk points still have')} the suggestions of an earlier version; all are compared with what the version in force says.`,
    divisions: { heading: 'By division', caption: 'How the suggestions of each division change' },
    domains: { heading: 'By key domain', caption: 'Suggestions gained and lost in each key domain' },
    heads: {
      points: 'Risk points',
      posts: 'Posts',
      gained: 'Gained',
      lost: 'Lost',
      postChange: 'Of posts',
    },
    changedCell: (name, count) => `${name}: ${count} with other suggestions`,
    gainedCell: (name, count) => `${name}: ${count} gained`,
    lostCell: (name, count) => `${name}: ${count} lost`,
    plusMinus: (gained, lost) => `+${gained} −${lost}`,
    list: {
      heading: 'Risk points and posts with other suggestions',
      sheet: 'Suggestions that change',
      all: '{total} {total|risk point or post|risk points and posts} would get other suggestions',
      found: '{total} {total|meets|meet} the conditions',
      none: 'None meets the conditions',
      nothingYet: 'No risk point or post would get other suggestions',
      emptyFix: 'Loosen the conditions and ask again.',
      nothingYetFix: 'You can go on changing the draft.',
    },
    columns: {
      subject: 'Risk point or post',
      home: 'Unit · post',
      before: 'Suggested now',
      after: 'Suggested by the draft',
      decided: 'Decided by people (stays)',
    },
    subjects: { 'risk-point': 'Risk point', post: 'Post' },
    ownPoint: 'the unit’s own',
    home: (unit, post) => `${unit} · ${post}`,
    noSuggestion: 'Nothing suggested',
    words: (domain, words) => `${domain} (${words})`,
    decided: {
      accepted: (domain) => `Accepted: ${domain}`,
      rejected: (domain) => `Rejected: ${domain}`,
    },
    exported: { kind: 'Kind', number: 'Number', unit: 'Unit', post: 'Post', text: 'Words' },
    decides: (count) => `Suggests for ${counted(count, 'risk point', 'risk points')}`,
    summary: {
      changed: (points, posts, allPoints, allPosts) =>
        `Other domains are suggested for ${points} of ${counted(allPoints, 'risk point', 'risk points')} and ${posts} of ${counted(allPosts, 'post', 'posts')}`,
      none: 'No risk point or post gets other suggestions',
      untouched: 'What people accepted, rejected or confirmed never changes.',
      division: (unit, points, posts) =>
        `${unit}: ${counted(points, 'risk point', 'risk points')} and ${counted(posts, 'post', 'posts')} change`,
    },
  },
  grading: {
    decides: (count) => `Decides the proposed grade of ${counted(count, 'risk point', 'risk points')}`,
  },
  filters: {
    year: 'Year',
    was: 'In force',
    becomes: 'By the draft',
    subject: 'Kind',
    change: 'Change',
    unit: 'Unit',
    domain: 'Key domain',
    size: 'Lines a page',
    page: 'Page',
  },
  suggestionChanges: { gained: 'Gained', lost: 'Lost' },
};
