import type { Texts } from '../language/texts.ts';
import { titleOfRule } from './placed-rules.ts';
import type { BothLanguages, ExampleFacts, Rulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

/** What comes of an example, in words (`null`: nothing), and the rules it rests on. */
export interface ExampleResult {
  readonly said: ((texts: Texts) => string) | null;
  readonly rules: readonly string[];
}

interface Difference {
  readonly rulebook: Rulebook;
  readonly expected: ExampleResult;
  readonly found: ExampleResult;
}

/** The problem of an example whose result is not the one it expects. */
export function exampleProblem(
  example: { readonly name: BothLanguages; readonly facts: ExampleFacts },
  index: number,
  { rulebook, expected, found }: Difference,
): Problem {
  return {
    path: ['examples', index],
    kind: 'example',
    words: (texts) =>
      texts.rulebooks.check['example-differs'](
        texts.formats.inThisLanguage(example.name),
        resultText(expected, rulebook, texts),
        resultText(found, rulebook, texts),
      ),
    rules: found.rules,
    facts: example.facts,
  };
}

function resultText({ said, rules }: ExampleResult, rulebook: Rulebook, texts: Texts): string {
  const titles = rules.map((rule) => texts.formats.inThisLanguage(titleOfRule(rulebook, rule)));
  return texts.rulebooks.result(said === null ? texts.rulebooks.nothing : said(texts), titles);
}
