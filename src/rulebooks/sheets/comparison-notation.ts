import type { Comparison, ComparisonOperator, FactConstant } from '../rulebook.ts';
import { quoted } from './cell-text.ts';
import { tokensOf, type Token } from './notation-tokens.ts';
import {
  isPlainWord,
  LIST_MARK,
  operatorAt,
  RANGE_MARK,
  SIGNS,
  wordOf,
  type SignOperator,
} from './notation-words.ts';
import { NotationFault } from './notation-fault.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Comparisons of one fact as its cell says them: `高`, `≥ 较高`, `50..100`, `> 50 且 < 100`. */
export function comparisonCell(comparisons: readonly Comparison[], words: Vocabulary): string {
  const [low, high] = comparisons;
  const isRange = comparisons.length === 2 && low?.operator === 'atLeast' && high?.operator === 'atMost';
  if (isRange) return [low, high].map((end) => valuesText(end, words)).join(RANGE_MARK);
  return comparisons.map((comparison) => bareText(comparison, words)).join(` ${wordOf('and')} `);
}

/** A comparison after its fact's name, such as `≥ 较高`. */
export function comparisonText({ operator, ...of }: Comparison, words: Vocabulary): string {
  if (operator === 'isKnown' || operator === 'isUnknown') return wordOf(operator);
  const sign = isSign(operator) ? SIGNS[operator] : wordOf(operator);
  return `${sign} ${valuesText({ operator, ...of }, words)}`;
}

function isSign(operator: ComparisonOperator): operator is SignOperator {
  return operator in SIGNS;
}

/**
 * The comparisons that a cell of a fact makes, in their order.
 * @throws NotationFault where they cannot be read
 */
export function comparisonsInCell(fact: string, cell: string, words: Vocabulary): readonly Comparison[] {
  return partsOf(tokensIn(fact, cell, words)).flatMap((part) => comparisonsFrom(fact, part, words));
}

/**
 * The comparison that follows a fact's name; a range is two.
 * @throws NotationFault where it cannot be read
 */
export function comparisonsFrom(
  fact: string,
  tokens: readonly Token[],
  words: Vocabulary,
): readonly Comparison[] {
  const [first, ...rest] = tokens;
  if (first === undefined) throw new NotationFault({ fault: 'unreadable', text: words.titleOf(fact) });
  if (first.kind === 'sign') return [{ fact, operator: first.operator, value: single(fact, rest, words) }];
  const led = first.kind === 'word' ? operatorAt(first.text) : null;
  if (led === null) return withoutOperator(fact, tokens, words);
  const { operator, rest: after } = led;
  const values: readonly Token[] = after === '' ? rest : [{ kind: 'word', text: after }, ...rest];
  if (operator !== 'isKnown' && operator !== 'isUnknown') {
    return [{ fact, operator, value: list(fact, values, words) }];
  }
  if (values.length > 0) throw new NotationFault({ fault: 'unreadable', text: shownTokens(tokens) });
  return [{ fact, operator }];
}

function withoutOperator(fact: string, tokens: readonly Token[], words: Vocabulary): readonly Comparison[] {
  const at = tokens.findIndex(({ kind }) => kind === 'range');
  if (at !== -1) {
    return [
      { fact, operator: 'atLeast', value: single(fact, tokens.slice(0, at), words) },
      { fact, operator: 'atMost', value: single(fact, tokens.slice(at + 1), words) },
    ];
  }
  if (words.typeOf(fact) === 'text')
    return [{ fact, operator: 'containsAny', value: list(fact, tokens, words) }];
  if (tokens.length === 1) return [{ fact, operator: 'equal', value: single(fact, tokens, words) }];
  return [{ fact, operator: 'in', value: list(fact, tokens, words) }];
}

function single(fact: string, tokens: readonly Token[], words: Vocabulary): FactConstant {
  const [only, ...others] = tokens;
  if (only === undefined || !('text' in only) || only.kind === 'fact' || others.length > 0) {
    throw new NotationFault({ fault: 'unreadable', text: shownTokens(tokens) });
  }
  return words.valueNamed(fact, only.text);
}

/** Values between commas; brackets around them all are let pass. */
function list(fact: string, tokens: readonly Token[], words: Vocabulary): readonly string[] {
  const isBracketed = tokens[0]?.kind === 'open' && tokens.at(-1)?.kind === 'close';
  const inside = isBracketed ? tokens.slice(1, -1) : tokens;
  const values = inside.flatMap((token, index) => {
    const isMark = index % 2 === 1;
    if (isMark !== (token.kind === 'comma')) {
      throw new NotationFault({ fault: 'unreadable', text: shownTokens(tokens) });
    }
    return isMark ? [] : [single(fact, [token], words)];
  });
  if (values.length === 0 || inside.length % 2 === 0) {
    throw new NotationFault({ fault: 'unreadable', text: shownTokens(tokens) });
  }
  return values.map((value) => {
    if (typeof value !== 'string')
      throw new NotationFault({ fault: 'list-unfit', fact: words.titleOf(fact) });
    return value;
  });
}

/** A number's marks between thousands are no commas of a list. */
function tokensIn(fact: string, cell: string, words: Vocabulary): readonly Token[] {
  const isNumber = words.typeOf(fact) === 'number';
  return tokensOf(isNumber ? cell.replaceAll(/(?<=\d)[,，](?=\d{3}(?!\d))/gu, '') : cell);
}

function partsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'or') throw new NotationFault({ fault: 'unreadable', text: shownTokens(tokens) });
    if (token.kind === 'and') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function bareText(comparison: Comparison, words: Vocabulary): string {
  const { operator, value } = comparison;
  const isBare = operator === 'equal' || (operator === 'in' && Array.isArray(value) && value.length > 1);
  return isBare ? valuesText(comparison, words) : comparisonText(comparison, words);
}

function valuesText({ fact, value }: Comparison, words: Vocabulary): string {
  const values = value === undefined ? [] : [value].flat();
  return values.map((one) => valueToken(fact, one, words)).join(LIST_MARK);
}

function valueToken(fact: string, value: string | number | boolean, words: Vocabulary): string {
  const text = String(value);
  const codes = words.valuesOf(fact);
  if (codes !== null) return codes.tokenFor(text);
  return typeof value === 'number' || isPlainWord(text) ? text : quoted(text);
}

function shownTokens(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      'text' in token ? token.text : token.kind === 'sign' ? SIGNS[token.operator] : LIST_MARK,
    )
    .join(' ');
}
