import type { CoverageExample, GradingExample, Rulebook } from '../rulebooks/rulebook.ts';

/**
 * The rulebook with its examples speaking of a rule by another name, or with `null` no more of it: an example that
 * expects a rule that is not there is unsound. Its facts and the result that it expects stay.
 */
export function withExampleRule(rulebook: Rulebook, name: string, to: string | null): Rulebook {
  if (rulebook.kind === 'domain' || name === to) return rulebook;
  return rulebook.kind === 'grading'
    ? { ...rulebook, examples: rulebook.examples.map((example) => graded(example, name, to)) }
    : { ...rulebook, examples: rulebook.examples.map((example) => covered(example, name, to)) };
}

function graded(example: GradingExample, name: string, to: string | null): GradingExample {
  const { grade, rules } = example.expect;
  if (rules?.includes(name) !== true) return example;
  const kept = rules.flatMap((rule) => (rule !== name ? [rule] : to === null ? [] : [to]));
  return { ...example, expect: kept.length === 0 ? { grade } : { grade, rules: kept } };
}

function covered(example: CoverageExample, name: string, to: string | null): CoverageExample {
  const { status, rule } = example.expect;
  if (rule !== name) return example;
  return { ...example, expect: to === null ? { status } : { status, rule: to } };
}
