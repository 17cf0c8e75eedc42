import type { Grade, GradingRulebook, ResponsibleLeader } from '../rulebooks/rulebook.ts';

type Grades = GradingRulebook['grades'];

const GRADES: readonly Grade[] = [1, 2, 3];

/** The leaders who may answer for the points of a grade, the highest first. */
export const RESPONSIBLE_LEADERS: readonly ResponsibleLeader[] = [
  'principal-leader',
  'leader-in-charge',
  'division-head',
];

/** The leaders whom a rulebook names, the highest first. */
export function leadersNamed(grades: Grades): readonly ResponsibleLeader[] {
  return RESPONSIBLE_LEADERS.filter((leader) => gradesUnder(leader, grades).length > 0);
}

/** The grades whose points a leader answers for, severest first. */
export function gradesUnder(leader: ResponsibleLeader, grades: Grades): readonly Grade[] {
  return GRADES.filter((grade) => grades[grade].responsible === leader);
}
