import { nameKey } from '../language/normalise.ts';
import { isValueOf, type FactType } from '../rulebooks/fact-type.ts';
import type { FactConstant } from '../rulebooks/rulebook.ts';

/** As the schema says. */
export const LONGEST_WORD = 60;
const MANY: readonly string[] = ['in', 'notIn', 'containsAny'];
const NONE: readonly string[] = ['isUnknown', 'isKnown'];

/** How many values an operator is followed by. */
export function valuesOf(operator: string): 'none' | 'one' | 'many' {
  if (NONE.includes(operator)) return 'none';
  return MANY.includes(operator) ? 'many' : 'one';
}

/** What a row compares with, from what was typed; `null` where that is nothing, or not all of it is a value of the fact. */
export function valueOf(
  values: readonly string[],
  type: FactType,
  wanted: 'one' | 'many',
): FactConstant | null {
  const constants = typedValues(values, type, wanted).map((value) => constantOf(value, type));
  const known = constants.filter((constant) => constant !== null);
  if (known.length === 0 || known.length < constants.length) return null;
  return wanted === 'one' ? (known[0] ?? null) : [...new Set(known.map(String))];
}

// Words stand on a line each.
function typedValues(values: readonly string[], type: FactType, wanted: 'one' | 'many'): readonly string[] {
  if (type.type === 'text') return values.flatMap((value) => value.split(/\r?\n/u)).filter(isTyped);
  return wanted === 'one' ? values.slice(-1) : values;
}

/** Whether there is anything to see in a line. */
export function isTyped(line: string): boolean {
  return line.trim() !== '';
}

function constantOf(typed: string, type: FactType): string | number | boolean | null {
  const constant = readConstant(typed, type);
  return constant !== null && isValueOf(type, constant) ? constant : null;
}

function readConstant(typed: string, { type }: FactType): string | number | boolean | null {
  switch (type) {
    case 'number': {
      const text = typed.normalize('NFKC').trim();
      return /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u.test(text) ? Number(text) : null;
    }
    case 'boolean':
      return typed === 'true' ? true : typed === 'false' ? false : null;
    case 'text': {
      const word = nameKey(typed);
      return word === '' || word.length > LONGEST_WORD ? null : word;
    }
    case 'scale':
    case 'choice':
      return typed;
  }
}
