import type { NumberShape } from './fact-definition.ts';
import type { FactType } from './fact-type.ts';
import type { Comparison } from './rulebook.ts';

type Known = string | number | boolean;

/**
 * Where comparisons cut a whole number, ascending: a number at a cut and one below it can be judged differently,
 * two numbers between the same cuts never. `equal x` cuts on both sides of x.
 */
export function integerCuts(shape: NumberShape, comparisons: readonly Comparison[]): readonly number[] {
  const cuts = comparisons.flatMap(cutsOfComparison).filter((cut) => cut > shape.minimum);
  return ascending(cuts.filter((cut) => cut <= (shape.maximum ?? Infinity)));
}

/** One value for each class of known values that the comparisons tell apart; ordered where values have an order. */
export function valuesToldApart(type: FactType, comparisons: readonly Comparison[]): readonly Known[] {
  switch (type.type) {
    case 'scale':
      return type.steps;
    case 'boolean':
      return [false, true];
    case 'choice':
      return optionsToldApart(type.options, comparisons);
    case 'number':
      return type.integer
        ? [type.minimum, ...integerCuts(type, comparisons)]
        : fractionsToldApart(type, comparisons);
    case 'text':
      throw new RangeError('words have no finite number of classes');
  }
}

/** The value that stands for all values which the comparisons do not tell apart from this one. */
export function standInFor(value: Known, type: FactType, comparisons: readonly Comparison[]): Known {
  if (type.type === 'choice') {
    const apart = optionsToldApart(type.options, comparisons);
    return apart.find((option) => option === value) ?? apart.at(-1) ?? value;
  }
  if (type.type === 'number' && typeof value === 'number') {
    return [type.minimum, ...integerCuts(type, comparisons)].findLast((cut) => cut <= value) ?? type.minimum;
  }
  return value;
}

function cutsOfComparison({ operator, value }: Comparison): readonly number[] {
  if (typeof value !== 'number') return [];
  switch (operator) {
    case 'atLeast':
    case 'lessThan':
      return [value];
    case 'greaterThan':
    case 'atMost':
      return [value + 1];
    default:
      return [value, value + 1];
  }
}

// All options that no comparison names are one class; the first of them stands for it, at the end.
function optionsToldApart(options: readonly string[], comparisons: readonly Comparison[]): readonly string[] {
  const named = new Set(comparisons.flatMap(({ value }) => value ?? []));
  const others = options.filter((option) => !named.has(option));
  return [...options.filter((option) => named.has(option)), ...others.slice(0, 1)];
}

// Every constant, something between each two, and both ends.
function fractionsToldApart(shape: NumberShape, comparisons: readonly Comparison[]): readonly number[] {
  const constants = comparisons.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const marks = ascending([shape.minimum, ...constants]);
  const between = marks.slice(1).map((mark, index) => (mark + (marks[index] ?? mark)) / 2);
  return ascending([...marks, ...between, shape.maximum ?? (marks.at(-1) ?? shape.minimum) + 1]);
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((left, right) => left - right);
}
