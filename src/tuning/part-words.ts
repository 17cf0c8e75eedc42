import { declaredFacts, definitionIn } from '../rulebooks/rulebook-facts.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import type { Difference } from './difference.ts';
import { gradeLabel } from './rule-words.ts';
import type { Saying } from './saying.ts';

type Part = Extract<Difference, { kind: 'part' }>['part'];

/** A part of a rulebook as it stands, short enough to be set beside another version's. */
export function partWords(part: Part, saying: Saying): string {
  const { rulebook, language, text } = saying;
  switch (part) {
    case 'title':
    case 'description':
      return rulebook[part][language];
    case 'clauses':
      return text.formats.list([...new Set(rulebook.clauses.map(({ reference }) => reference[language]))]);
    default:
      return rulebook.kind === 'grading' ? gradingPart(part, rulebook, saying) : '';
  }
}

function gradingPart(
  part: Exclude<Part, 'title' | 'description' | 'clauses'>,
  rulebook: Extract<Rulebook, { kind: 'grading' }>,
  saying: Saying,
): string {
  const { language, text } = saying;
  const { subjects, bases, scale, between } = text.compare.parts;
  const { list } = text.formats;
  switch (part) {
    case 'subject':
      return subjects[rulebook.subject];
    case 'grades':
      return list(([1, 2, 3] as const).map((grade) => gradeLabel(grade, saying)));
    case 'scales':
      return (['probability', 'harm'] as const)
        .map((fact) =>
          scale(factTitle(fact, saying), list(rulebook.scales[fact].steps.map((step) => step[language]))),
        )
        .join(between);
    case 'facts':
      return list(declaredFacts(rulebook).map(({ title }) => title[language]));
    case 'requires':
      return list(rulebook.requires.map((fact) => factTitle(fact, saying)));
    case 'base':
      return 'cells' in rulebook.base ? bases.matrix : bases[rulebook.base.hitPolicy];
  }
}

function factTitle(fact: string, { rulebook, language }: Saying): string {
  return definitionIn(rulebook, fact)?.title[language] ?? fact;
}
