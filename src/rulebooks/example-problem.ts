import type { Texts } from '../language/texts.ts';
import type { BothLanguages, ExampleFacts } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

/** What comes of an example, in words (`null`: nothing), and the rules it rests on. */
export interface ExampleResult {
  readonly said: ((texts: Texts) => string) | null;
  readonly rules: readonly string[];
}

interface Difference {
  readonly expected: ExampleResult;
  readonly found: ExampleResult;
}

/** The problem of an example whose result is not the one it expects. */
export function exampleProblem(
  example: { readonly name: BothLanguages; readonly facts: ExampleFacts },
  index: number,
  { expected, found }: Difference,
): Problem {
  return {
    path: ['examples', index],
    kind: 'example',
    words: (texts) =>
      texts.rulebooks.check['example-differs'](
        texts.formats.inThisLanguage(example.name),
        resultText(expected, texts),
        resultText(found, texts),
      ),
    rules: found.rules,
    facts: example.facts,
  };
}

function resultText({ said, rules }: ExampleResult, texts: Texts): string {
  return texts.rulebooks.result(said === null ? texts.rulebooks.nothing : said(texts), rules);
}
