import type { Texts } from '../texts.ts';
import { counted } from './counted.ts';

export const persons: Texts['persons'] = {
  name: 'Name',
  holdings: 'Posts held',
  noHoldings: 'No posts on record.',
  rename: 'Change the name',
  renameIntro:
    'For a name that was misspelt. Filed forms keep it as it was written; later ones with the old name mean this person, too.',
  spellings: (names) => `Forms that say “${names}” mean this person, too.`,
  renamed: (name) => `The name is now “${name}”.`,
  candidates: 'Other spellings that may be the same person',
  candidatesIntro:
    'Only similar names are listed; whether it is one person is for you to say. The name on this page is kept.',
  noCandidates: 'No similar names.',
  look: (name) => `Compare with “${name}”`,
  because: { 'same-name': 'same name', pinyin: 'sounds the same', typing: 'written alike' },
  mergeHeading: (gone, kept) => `Merge “${gone}” into “${kept}”`,
  mergeIntro:
    'Compare the posts of both and merge only if they are one person. This is not undone by itself.',
  kept: (name) => `Stays: ${name}`,
  gone: (name) => `Is merged: ${name}`,
  moves: 'What will change',
  movedHoldings: (count) => `Moves to the name that stays: ${counted(count, 'holding')}.`,
  movedForms: (count) => `Moves with them, content unchanged: ${counted(count, 'form')}.`,
  nothingMoves: 'There are no holdings, forms or accounts to move; only this spelling goes.',
  movedAccount: 'The account belongs to the person who stays.',
  nameEnds: (name) =>
    `“${name}” is no longer kept as a person: filed forms keep the name as it was written, later ones with it mean the person who stays.`,
  merge: 'It is one person: merge',
  back: 'Back',
  blocked: 'They cannot be merged now',
  clashes: {
    samePost: (post) => `Both hold “${post}” now. End one of the holdings on the post’s page first.`,
    sameForm: (year, post) =>
      `Each has a form of ${year} for “${post}”. Undo the import of one of them first.`,
    twoAccounts: 'Each has an account in use. Close one of them first.',
  },
  mergedSpelling: (gone, kept) => `“${gone}” was merged into “${kept}”.`,
  merged: (gone, kept, holdings) => `Moved from “${gone}” to “${kept}”: ${counted(holdings, 'holding')}.`,
  noSuch: {
    what: 'There is no such person, or you may not see them.',
    fix: 'Start from a post under “Units and posts”.',
  },
};
