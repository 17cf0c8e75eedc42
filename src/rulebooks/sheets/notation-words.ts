import { en } from '../../language/en.ts';
import { zh } from '../../language/zh.ts';
import type { ComparisonOperator } from '../rulebook.ts';

type Word = keyof typeof zh.ruleSheets.notation;
type WordOperator = 'in' | 'notIn' | 'containsAny' | 'isUnknown' | 'isKnown';
export type SignOperator = Exclude<ComparisonOperator, WordOperator>;

/** The sign of each operator that has one. A bare value is an equal one, so no cell starts like a formula. */
export const SIGNS: Readonly<Record<SignOperator, string>> = {
  equal: '=',
  notEqual: '≠',
  lessThan: '<',
  atMost: '≤',
  greaterThan: '>',
  atLeast: '≥',
};

/** What stands between values that are given together. */
export const LIST_MARK = '、';
export const RANGE_MARK = '..';

/** A word of the notation as it is written. */
export function wordOf(word: Word): string {
  return zh.ruleSheets.notation[word];
}

/** Whether a text is that word of the notation, in either language. */
export function isWord(text: string, word: Word): boolean {
  return text === zh.ruleSheets.notation[word] || text === en.ruleSheets.notation[word];
}

const WORD_OPERATORS = ['notIn', 'in', 'containsAny', 'isUnknown', 'isKnown'] as const;

/** The operator with which a text begins, and what follows it. */
export function operatorAt(text: string): { readonly operator: WordOperator; readonly rest: string } | null {
  for (const operator of WORD_OPERATORS) {
    const chinese = zh.ruleSheets.notation[operator];
    if (text.startsWith(chinese)) return { operator, rest: text.slice(chinese.length).trim() };
    const english = en.ruleSheets.notation[operator];
    if (text === english || text.startsWith(`${english} `)) {
      return { operator, rest: text.slice(english.length).trim() };
    }
  }
  return null;
}

const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}%·_/.-]*[\p{L}\p{N}%])?$/u;

/** Whether the notation takes a text for one word without quotes. */
export function isPlainWord(text: string): boolean {
  const joins = [wordOf('and'), wordOf('or')];
  return (
    PLAIN.test(text) &&
    !text.includes(RANGE_MARK) &&
    !joins.some((join) => text.includes(join)) &&
    Object.values(en.ruleSheets.notation).every((word) => text !== word) &&
    (['not', 'all', 'any'] as const).every((word) => !isWord(text, word)) &&
    operatorAt(text) === null
  );
}
