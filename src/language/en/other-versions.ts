import { counted } from './counted.ts';
import type { Texts } from '../texts.ts';

/** What a risk point would be under each other version of the grading rules, on the page that says why it has its grade. */
export const otherVersions: Texts['otherVersions'] = {
  heading: 'Under other versions',
  lead: 'The grade of this risk point by the rules of each version. Nothing is changed by looking.',
  caption: 'The grade of this risk point under other versions, and why',
  columns: { version: 'Version', grade: 'Grade, and why' },
  rescale: (facts) => `To be set anew, because its scales have no step for the present value: ${facts}`,
  ofPost: 'Grades posts: this is the grade of its post',
  backwards: 'What change would make it: ',
  backwardsTo: (draft, grade) => `${grade}: what change of “${draft}” would make it so`,
  more: (count) => `${counted(count, 'earlier version')}: see “Compare two versions”`,
};
