import { comparisonsOf, withoutNegation, type PlainComparison } from '../condition.ts';
import type { RuleFacts } from '../fact-type.ts';
import type { Condition, DomainRule } from '../rulebook.ts';
import type { Budget } from './budget.ts';
import { combinedAll, setsIn, valuesOfAxis, type Sets } from './boolean-diagram.ts';
import { Diagram, FALSE, TRUE, type Ref } from './diagram.ts';
import type { Path } from './diagram-path.ts';
import { conditionSet, type FactDiagram } from './fact-diagram.ts';

const SUBJECTS = ['risk-point', 'post'];

/** What may stand between words, so that two of them make no third. */
const SEPARATORS = ['，', '；', '。', '、', '/', '|'];

/**
 * The texts that domain rules tell apart, as diagrams: whose text it is, and which of the words it contains. A text
 * with a longer word contains the shorter ones within it; any other choice of words is some text.
 * @param budget how much work they may make before `BudgetExceeded` is thrown
 */
export function wordDiagram(rules: readonly DomainRule[], budget: Budget): FactDiagram {
  const words = wordsOf(rules.map(({ when }) => when));
  const axes = [
    { name: 'subject', values: SUBJECTS },
    ...words.map((word) => ({ name: word, values: [false, true] })),
  ];
  const sets = setsIn(
    new Diagram(
      axes.map(({ values }) => values.length),
      budget,
    ),
  );
  return {
    ...{ ...sets, axes },
    possible: consistentTexts(sets, words),
    holds: (when) =>
      conditionSet(sets, withoutNegation(when), (comparison) => comparisonSet(sets, words, comparison)),
    factsAt: (path) => ({ text: textOf(words, path), subject: SUBJECTS[path[0] ?? 0] ?? null }),
  };
}

// Words within each other stand side by side, the shorter first, which keeps the diagrams small.
function wordsOf(conditions: readonly Condition[]): readonly string[] {
  const sought = conditions.flatMap(comparisonsOf).filter(({ fact }) => fact === 'text');
  const words = [...new Set(sought.flatMap(({ value }) => (typeof value === 'object' ? value : [])))];
  const shortestWithin = (word: string): string =>
    words
      .filter((other) => word.includes(other))
      .reduce((shortest, other) => {
        return other.length < shortest.length ? other : shortest;
      }, word);
  const clusters = new Map<string, string[]>();
  for (const word of words) {
    const cluster = clusters.get(shortestWithin(word)) ?? [];
    clusters.set(shortestWithin(word), [...cluster, word]);
  }
  return [...clusters.values()].flatMap((cluster) =>
    cluster.sort((left, right) => left.length - right.length),
  );
}

function consistentTexts(sets: Sets, words: readonly string[]): Ref {
  const { and, minus } = sets;
  const constraints = words.flatMap((word) =>
    words
      .filter((within) => within !== word && word.includes(within))
      .map((within) => minus(TRUE, minus(contains(sets, words, word), contains(sets, words, within)))),
  );
  return combinedAll(constraints, and, TRUE);
}

function contains({ diagram }: Sets, words: readonly string[], word: string): Ref {
  return valuesOfAxis(diagram, words.indexOf(word) + 1, (index) => index === 1);
}

function comparisonSet(
  sets: Sets,
  words: readonly string[],
  { fact, operator, value }: PlainComparison,
): Ref {
  const wanted = [value ?? []].flat();
  if (operator === 'isKnown') return TRUE;
  if (operator === 'isUnknown') return FALSE;
  const found =
    fact === 'subject'
      ? valuesOfAxis(sets.diagram, 0, (index) => wanted.includes(SUBJECTS[index] ?? ''))
      : combinedAll(
          wanted.map((word) => contains(sets, words, String(word))),
          sets.or,
          FALSE,
        );
  const isNegative = ['notEqual', 'notIn', 'containsNone'].includes(operator);
  return isNegative ? sets.minus(TRUE, found) : found;
}

// The shortest text with exactly these words: longer ones bring the shorter along.
function textOf(words: readonly string[], path: Path): RuleFacts[string] {
  const present = words.filter((_, index) => path[index + 1] === 1);
  const longest = present.filter((word) => !present.some((other) => other !== word && other.includes(word)));
  const separator = SEPARATORS.find((mark) => !words.some((word) => word.includes(mark.normalize('NFKC'))));
  return longest.join(separator ?? ' ');
}
