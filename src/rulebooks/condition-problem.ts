import { nameKey } from '../language/normalise.ts';
import type { Texts } from '../language/texts.ts';
import { isValueOf, operatorsFor, type FactType, type FactTypes } from './fact-type.ts';
import type { Comparison, Condition, FactConstant } from './rulebook.ts';
import type { WordsIn, Problem } from './rulebook-finding.ts';

type Path = readonly (string | number)[];

interface PlacedComparison {
  readonly comparison: Comparison;
  readonly path: Path;
}

/** Every comparison of a condition and where it stands. */
export function placedComparisons(condition: Condition, path: Path): readonly PlacedComparison[] {
  if ('not' in condition) return placedComparisons(condition.not, [...path, 'not']);
  if ('all' in condition) return placedParts(condition.all, [...path, 'all']);
  if ('any' in condition) return placedParts(condition.any, [...path, 'any']);
  return [{ comparison: condition, path }];
}

/** What is wrong with a condition's comparisons: unknown facts, operators and values that do not fit them. */
export function conditionProblems(condition: Condition, path: Path, types: FactTypes): readonly Problem[] {
  return placedComparisons(condition, path).flatMap((placed) => comparisonProblems(placed, types));
}

/** What is wrong with a value given for a fact; `null` when it fits. */
export function valueProblem(fact: string, value: FactConstant, types: FactTypes): WordsIn | null {
  const type = types.get(fact);
  if (type === undefined)
    return ({ rulebooks }: Texts) => rulebooks.meaning['unknown-fact'](fact, [...types.keys()]);
  if (isValueOf(type, value)) return null;
  return (texts) => texts.rulebooks.meaning['value-unfit'](fact, value, expectedOf(type, texts));
}

function placedParts(parts: readonly Condition[], path: Path): readonly PlacedComparison[] {
  return parts.flatMap((part, index) => placedComparisons(part, [...path, index]));
}

function comparisonProblems({ comparison, path }: PlacedComparison, types: FactTypes): readonly Problem[] {
  const { fact, operator, value } = comparison;
  const type = types.get(fact);
  if (type === undefined) {
    return [
      {
        path: [...path, 'fact'],
        words: ({ rulebooks }: Texts) => rulebooks.meaning['unknown-fact'](fact, [...types.keys()]),
      },
    ];
  }
  const fitting = operatorsFor(type);
  if (!fitting.includes(operator)) {
    const words = ({ rulebooks }: Texts) => rulebooks.meaning['operator-unfit'](fact, operator, fitting);
    return [{ path: [...path, 'operator'], words }];
  }
  if (value === undefined) return [];
  const constants = typeof value === 'object' ? value : [value];
  return constants.flatMap((constant, index) => {
    const at = [...path, 'value', ...(typeof value === 'object' ? [index] : [])];
    const words = valueProblem(fact, constant, types) ?? wordProblem(constant, type);
    return words === null ? [] : [{ path: at, words }];
  });
}

// Words are looked for in normalised text, so that a word in another form would never be found.
function wordProblem(word: FactConstant, type: FactType): WordsIn | null {
  if (type.type !== 'text' || typeof word !== 'string' || nameKey(word) === word) return null;
  return ({ rulebooks }: Texts) => rulebooks.meaning['word-not-plain'](word, nameKey(word));
}

function expectedOf(type: FactType, { rulebooks }: Texts): string {
  const expected = rulebooks.meaning['value-expected'];
  switch (type.type) {
    case 'scale':
      return expected.options(type.steps);
    case 'choice':
      return expected.options(type.options);
    case 'boolean':
      return expected.boolean;
    case 'text':
      return expected.text;
    case 'number':
      return expected.number(type.integer, type.minimum, type.maximum);
  }
}
