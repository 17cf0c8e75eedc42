import { counted } from './counted.ts';

/** What would alter a grade, on the page that says why a point has it. */
export const otherwise = {
  step: (fact: string, step: string) => `${fact.toLowerCase()} were “${step}”`,
  measures: (count: string) => `there were ${counted(count, 'measure')}`,
  domain: (domain: string) => `the main domain were “${domain}”`,
  anyOtherDomain: 'the main domain were one that the rulebook does not single out',
  noDomain: 'no main domain were confirmed',
  condition: (changes: readonly string[]) => `If ${changes.join(' and ')}: `,
  milder: 'The nearest way to a milder grade',
  severer: 'The nearest way to a severer grade',
  noMilder: 'Changing one or two facts never makes the grade milder.',
  noSeverer: 'Changing one or two facts never makes the grade severer.',
  notDecided: 'This follows the rules; a grade that people overrode or approved does not move with it.',
  because: (rule: string) => ` (${rule})`,
  accepting: (domain: string) => `If “${domain}” were accepted: `,
  completions: 'What each possible value would give',
  completionsCaption: 'The grade that each value of the missing facts would give',
  grade: 'Grade',
  corner: (rows: string, columns: string) => `${rows} \\ ${columns}`,
};
