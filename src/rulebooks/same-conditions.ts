import type { Texts } from '../language/texts.ts';
import { digestOf } from './digest.ts';
import { placeOfRule } from './placed-rules.ts';
import type { BothLanguages, Condition, Rulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

interface Decided {
  readonly name: string;
  readonly title: BothLanguages;
  readonly when: Condition;
  /** What it decides about, and what: of one kind under the same conditions, only one can be meant. */
  readonly about: string;
  readonly outcome: unknown;
}

/**
 * Rules with the same conditions that want different things, whichever comes first: nobody means both. A file with
 * such rules is not loaded; a draft may have them while somebody is at work on it. Domain rules suggest side by side.
 */
export function sameConditionProblems(rulebook: Rulebook): readonly Problem[] {
  const first = new Map<string, Decided>();
  return decidedBy(rulebook).flatMap((rule): readonly Problem[] => {
    const key = digestOf([rule.about, rule.when]);
    const before = first.get(key) ?? rule;
    first.set(key, before);
    if (before.outcome === rule.outcome) return [];
    const words = ({ rulebooks }: Texts) => rulebooks.meaning['same-conditions'](before.title, rule.title);
    const path = [...placeOfRule(rulebook, rule.name), 'when'];
    return [{ path, words, kind: 'conflict', rules: [before.name, rule.name] }];
  });
}

function decidedBy(rulebook: Rulebook): readonly Decided[] {
  switch (rulebook.kind) {
    case 'domain':
      return [];
    case 'coverage':
      return rulebook.rules.map((rule) => ({ ...rule, about: 'status', outcome: rule.status }));
    case 'grading': {
      const { base, adjustments } = rulebook;
      const decisions = 'decisions' in base ? base.decisions : [];
      return [
        ...decisions.map((rule) => ({ ...rule, about: 'grade', outcome: rule.grade })),
        ...adjustments.map((rule) => ({
          ...rule,
          about: Object.keys(rule.effect).join(' '),
          outcome: Object.values(rule.effect)[0],
        })),
      ];
    }
  }
}
