import { rulebooks } from '../language/zh/rulebooks.ts';
import type { BothLanguages, ExampleFacts } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

interface Difference {
  readonly expected: string;
  readonly found: string;
  /** The rules that decided otherwise than expected. */
  readonly rules: readonly string[];
}

/** The problem of an example whose result is not the one it expects. */
export function exampleProblem(
  example: { readonly name: BothLanguages; readonly facts: ExampleFacts },
  index: number,
  { expected, found, rules }: Difference,
): Problem {
  return {
    path: ['examples', index],
    kind: 'example',
    words: rulebooks.check['example-differs'](example.name.zh, expected, found),
    rules,
    facts: example.facts,
  };
}

/** A result and the rules it rests on, in words; `null` is no result. */
export function resultText(result: string | null, rules: readonly string[]): string {
  return rulebooks.result(result ?? rulebooks.nothing, rules);
}
