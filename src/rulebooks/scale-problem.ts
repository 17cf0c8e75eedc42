import { nameKey } from '../language/normalise.ts';
import type { Texts } from '../language/texts.ts';
import type { GradingRulebook, Scale } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

/** What can be wrong with the scales of a grading rulebook and their mappings. */
export function scaleProblems({ scales }: GradingRulebook): readonly Problem[] {
  const { probability, harm } = scales;
  const alike = probability.code === harm.code;
  return [
    ...(alike
      ? [
          {
            path: ['scales', 'harm', 'code'],
            words: ({ rulebooks }: Texts) => rulebooks.meaning['scales-alike'](),
          },
        ]
      : []),
    ...Object.entries(scales).flatMap(([fact, scale]) => [
      ...wordProblems(fact, scale),
      ...mappingProblems(fact, scale),
    ]),
  ];
}

// A word is read as a step, so it must mean one step only.
function wordProblems(fact: string, { steps }: Scale): readonly Problem[] {
  const meant = new Map<string, string>();
  return steps.flatMap(({ code, zh, en, aliases }, index): readonly Problem[] => {
    const path = ['scales', fact, 'steps', index];
    const own = new Set([code, zh, en, ...aliases].map(nameKey));
    const taken = [...own].filter((word) => meant.has(word));
    for (const word of own) meant.set(word, code);
    return taken.map((word) => ({
      path,
      words:
        word === nameKey(code)
          ? ({ rulebooks }: Texts) => rulebooks.meaning['duplicate-name'](word)
          : ({ rulebooks }: Texts) => rulebooks.meaning['alias-ambiguous'](word),
    }));
  });
}

function mappingProblems(fact: string, { code, steps, mappings }: Scale): readonly Problem[] {
  const known = steps.map((step) => step.code);
  return Object.entries(mappings).flatMap(([from, mapping]): readonly Problem[] => {
    const path = ['scales', fact, 'mappings', from];
    if (from === code)
      return [{ path, words: ({ rulebooks }: Texts) => rulebooks.meaning['mapping-to-itself'](from) }];
    return Object.entries(mapping).flatMap(([step, to]) =>
      known.includes(to)
        ? []
        : [
            {
              path: [...path, step],
              words: ({ rulebooks }: Texts) => rulebooks.meaning['unknown-step'](to, known),
            },
          ],
    );
  });
}
