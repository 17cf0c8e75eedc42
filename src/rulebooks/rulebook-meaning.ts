import type { Texts } from '../language/texts.ts';
import { conditionProblems, valueProblem } from './condition-problem.ts';
import { countsFit } from './derived-value.ts';
import { declaredFacts } from './rulebook-facts.ts';
import { factTypes, type FactTypes } from './fact-type.ts';
import { gradingProblems } from './grading-problem.ts';
import { placedRules, type PlacedRule } from './placed-rules.ts';
import type { Rulebook } from './rulebook.ts';
import type { FindingWords, Problem } from './rulebook-finding.ts';

type Path = readonly (string | number)[];

/** What is wrong with a rulebook of the right form: all that a JSON Schema cannot say. */
export function meaningProblems(rulebook: Rulebook): readonly Problem[] {
  const types = factTypes(rulebook);
  const rules = placedRules(rulebook);
  return [
    ...repeatedNames(rules.map(({ rule, path }) => ({ name: rule.name, path: [...path, 'name'] }))),
    ...repeatedNames(
      rulebook.clauses.map(({ code }, index) => ({ name: code, path: ['clauses', index, 'code'] })),
    ),
    ...rules.flatMap((placed) => clauseProblems(placed, rulebook)),
    ...rules.flatMap(({ rule: { when }, path }) =>
      when === undefined ? [] : conditionProblems(when, [...path, 'when'], types),
    ),
    ...(rulebook.kind === 'grading' ? gradingProblems(rulebook, types) : []),
    ...exampleProblems(rulebook, types, new Set(rules.map(({ rule }) => rule.name))),
  ];
}

function repeatedNames(named: readonly { readonly name: string; readonly path: Path }[]): readonly Problem[] {
  const seen = new Set<string>();
  return named.flatMap(({ name, path }) => {
    if (seen.has(name))
      return [{ path, words: ({ rulebooks }: Texts) => rulebooks.meaning['duplicate-name'](name) }];
    seen.add(name);
    return [];
  });
}

function clauseProblems({ rule, path }: PlacedRule, { clauses }: Rulebook): readonly Problem[] {
  if (clauses.some(({ code }) => code === rule.clause)) return [];
  const words = ({ rulebooks }: Texts) => rulebooks.meaning['unknown-clause'](rule.clause);
  return [{ path: [...path, 'clause'], words, rules: [rule.name] }];
}

function exampleProblems(
  rulebook: Rulebook,
  types: FactTypes,
  known: ReadonlySet<string>,
): readonly Problem[] {
  return rulebook.examples.flatMap(({ facts, expect }, index) => {
    const path = ['examples', index];
    const values = Object.entries(facts).flatMap(([fact, value]) => {
      const words = valueProblem(fact, value, types);
      return words === null ? [] : [{ path: [...path, 'facts', fact], words }];
    });
    const impossible =
      values.length > 0 || countsFit(facts, declaredFacts(rulebook))
        ? []
        : [{ path: [...path, 'facts'], words: impossibleFacts, facts }];
    return [...values, ...impossible, ...expectationProblems(expect, [...path, 'expect'], known)];
  });
}

function impossibleFacts({ rulebooks }: Texts): FindingWords {
  return rulebooks.meaning['facts-impossible']();
}

function expectationProblems(
  expect: Rulebook['examples'][number]['expect'],
  path: Path,
  known: ReadonlySet<string>,
): readonly Problem[] {
  const named = 'rules' in expect ? expect.rules : 'rule' in expect ? [expect.rule] : [];
  const unknown = named.filter((rule) => !known.has(rule));
  const problems = unknown.map((rule) => ({
    path,
    words: ({ rulebooks }: Texts) => rulebooks.meaning['unknown-rule'](rule),
  }));
  const isUnassessed = 'grade' in expect && expect.grade === null;
  if (!isUnassessed || named.length === 0) return problems;
  return [
    ...problems,
    { path, words: ({ rulebooks }: Texts) => rulebooks.meaning['unassessed-with-rules']() },
  ];
}
