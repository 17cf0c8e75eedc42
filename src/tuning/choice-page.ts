import type { BothLanguages, Grade, Rulebook } from '../rulebooks/rulebook.ts';
import { gradeLabel } from './rule-words.ts';
import type { Saying } from './saying.ts';

/** One line of a list to choose from. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

const GRADES: readonly Grade[] = [1, 2, 3];

/** The three grades to choose from, as the rulebook calls them. */
export function gradeChoices(saying: Saying): readonly Choice[] {
  return GRADES.map((grade) => ({ value: String(grade), text: gradeLabel(grade, saying) }));
}

/** The clauses of a rulebook to choose from. */
export function clauseChoices({ clauses }: Rulebook, language: keyof BothLanguages): readonly Choice[] {
  return clauses.map(({ code, reference }) => ({ value: code, text: `${reference[language]} (${code})` }));
}
