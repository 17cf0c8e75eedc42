import type { Texts } from '../language/texts.ts';
import { placedComparisons } from './condition-problem.ts';
import { declaredFactProblems } from './declared-fact-problem.ts';
import { explainedProblems } from './explained-problem.ts';
import type { FactTypes } from './fact-type.ts';
import { matrixProblems } from './matrix-problem.ts';
import { definitionIn } from './rulebook-facts.ts';
import type { Condition, GradingRulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';
import { scaleProblems } from './scale-problem.ts';

type Path = readonly (string | number)[];

/** What can be wrong with a grading rulebook's base, its scales, its own facts and what it requires. */
export function gradingProblems(rulebook: GradingRulebook, types: FactTypes): readonly Problem[] {
  const { base } = rulebook;
  return [
    ...scaleProblems(rulebook),
    ...declaredFactProblems(rulebook),
    ...requiredProblems(rulebook, types),
    ...('cells' in base ? matrixProblems(base, rulebook) : []),
    ...explainedProblems(rulebook, types),
    ...subjectProblems(rulebook),
  ];
}

function requiredProblems({ requires }: GradingRulebook, types: FactTypes): readonly Problem[] {
  return requires.flatMap((fact, index) =>
    types.has(fact)
      ? []
      : [
          {
            path: ['requires', index],
            words: ({ rulebooks }: Texts) => rulebooks.meaning['unknown-fact'](fact, [...types.keys()]),
          },
        ],
  );
}

// All points of a post get its grade, so nothing that differs between them may count.
function subjectProblems(rulebook: GradingRulebook): readonly Problem[] {
  const { base, adjustments, requires, subject } = rulebook;
  if (subject !== 'post') return [];
  if ('cells' in base)
    return [{ path: ['base'], words: ({ rulebooks }: Texts) => rulebooks.meaning['post-matrix']() }];
  const named = [
    ...requires.map((fact, index) => ({ fact, path: ['requires', index] as Path })),
    ...base.decisions.flatMap(({ when }, index) => factsNamed(when, ['base', 'decisions', index, 'when'])),
    ...adjustments.flatMap(({ when }, index) => factsNamed(when, ['adjustments', index, 'when'])),
  ];
  return named
    .filter(({ fact }) => definitionIn(rulebook, fact)?.of !== 'post')
    .map(({ fact, path }) => ({
      path,
      words: ({ rulebooks }: Texts) => rulebooks.meaning['not-of-post'](fact),
    }));
}

function factsNamed(when: Condition, path: Path): readonly { readonly fact: string; readonly path: Path }[] {
  return placedComparisons(when, path).map((placed) => ({
    fact: placed.comparison.fact,
    path: [...placed.path, 'fact'],
  }));
}
