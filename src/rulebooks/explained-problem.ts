import { valueProblem } from './condition-problem.ts';
import type { DeclaredFact } from './declared-fact.ts';
import { countsFit } from './derived-value.ts';
import type { FactTypes } from './fact-type.ts';
import type { ExampleFacts, ExplainedInversion, GradingRulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

type Path = readonly (string | number)[];

/** What can be wrong with inversions that a rulebook explains: their clause, and the facts that are to prove them. */
export function explainedProblems(
  { explained = [], clauses, facts = [] }: GradingRulebook,
  types: FactTypes,
): readonly Problem[] {
  return explained.flatMap((inversion, index) => {
    const path = ['explained', index];
    const isCited = clauses.some(({ code }) => code === inversion.clause);
    return [
      ...(isCited ? [] : [{ path: [...path, 'clause'], words: unknownClause(inversion) }]),
      ...factsProblems(inversion.better, [...path, 'better'], types, facts),
      ...factsProblems(inversion.worse, [...path, 'worse'], types, facts),
      ...differenceProblems(inversion, path),
    ];
  });
}

function unknownClause({ clause }: ExplainedInversion): Problem['words'] {
  return ({ rulebooks }) => rulebooks.meaning['unknown-clause'](clause);
}

function factsProblems(
  facts: ExampleFacts,
  path: Path,
  types: FactTypes,
  declared: readonly DeclaredFact[],
): readonly Problem[] {
  const unfit = Object.entries(facts).flatMap(([fact, value]) => {
    const problem = valueProblem(fact, value, types);
    return problem === null ? [] : [{ path: [...path, fact], words: problem }];
  });
  if (unfit.length > 0 || countsFit(facts, declared)) return unfit;
  return [{ path, words: ({ rulebooks }) => rulebooks.meaning['facts-impossible'](), facts }];
}

function differenceProblems({ better, worse }: ExplainedInversion, path: Path): readonly Problem[] {
  const names = new Set([...Object.keys(better), ...Object.keys(worse)]);
  if ([...names].some((fact) => better[fact] !== worse[fact])) return [];
  return [{ path, words: ({ rulebooks }) => rulebooks.meaning['explained-alike']() }];
}
