import type { Comparison, Condition } from '../rulebook.ts';
import { comparisonsFrom, comparisonText } from './comparison-notation.ts';
import { tokensOf, type Token } from './notation-tokens.ts';
import { isWord, wordOf } from './notation-words.ts';
import { NotationFault } from './notation-fault.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A condition as text, such as `[发生机率] ≥ 较高 或 非([重点领域] = 采购工作)`; read back it is the same. */
export function conditionText(condition: Condition, words: Vocabulary): string {
  if ('not' in condition) return `${wordOf('not')}(${conditionText(condition.not, words)})`;
  if ('all' in condition) return groupText('all', condition.all, words);
  if ('any' in condition) return groupText('any', condition.any, words);
  return `${words.factToken(condition.fact)} ${comparisonText(condition, words)}`;
}

/** The same as one of several conditions. */
export function partText(condition: Condition, words: Vocabulary): string {
  const text = conditionText(condition, words);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return parts.length > 1 ? `(${text})` : text;
}

function groupText(kind: 'all' | 'any', parts: readonly Condition[], words: Vocabulary): string {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return `${wordOf(kind)}(${conditionText(only, words)})`;
  return parts.map((part) => partText(part, words)).join(` ${wordOf(kind === 'all' ? 'and' : 'or')} `);
}

/**
 * The conditions of a text that must all hold. Alone, they are what the text says; beside others, they stand with them.
 * @throws NotationFault where the text cannot be read
 */
export function conditionsIn(text: string, words: Vocabulary): readonly Condition[] {
  const { join, parts } = new ConditionReader(tokensOf(text), words).whole();
  return join === 'any' ? [{ any: parts }] : parts;
}

interface Joined {
  readonly join: 'all' | 'any' | null;
  readonly parts: readonly Condition[];
}

/** Deeper than the schema allows, and shallow enough for any stack. */
const DEEPEST = 40;

class ConditionReader {
  readonly #tokens: readonly Token[];
  readonly #words: Vocabulary;
  #at = 0;

  constructor(tokens: readonly Token[], words: Vocabulary) {
    this.#tokens = tokens;
    this.#words = words;
  }

  whole(): Joined {
    const joined = this.#joined(0);
    if (this.#at < this.#tokens.length) this.#stop();
    return joined;
  }

  #joined(depth: number): Joined {
    if (depth > DEEPEST) throw new NotationFault({ fault: 'too-deep' });
    const parts = [this.#part(depth)];
    let join: Joined['join'] = null;
    for (let next = this.#join(); next !== null; next = this.#join()) {
      if (join !== null && join !== next) throw new NotationFault({ fault: 'mixed' });
      join = next;
      this.#at += 1;
      parts.push(this.#part(depth));
    }
    return { join, parts };
  }

  #part(depth: number): Condition {
    const token = this.#tokens[this.#at];
    if (token?.kind === 'open') return this.#inBrackets(depth);
    if (token?.kind === 'fact') return this.#comparison(token.text);
    const group = token?.kind === 'word' ? groupNamed(token.text) : null;
    if (group === null) return this.#stop();
    this.#at += 1;
    if (this.#tokens[this.#at]?.kind !== 'open') return this.#stop();
    const inside = this.#inBrackets(depth);
    if (group === 'not') return { not: inside };
    return group === 'all' ? { all: [inside] } : { any: [inside] };
  }

  #inBrackets(depth: number): Condition {
    this.#at += 1;
    const { join, parts } = this.#joined(depth + 1);
    if (this.#tokens[this.#at]?.kind !== 'close') this.#stop();
    this.#at += 1;
    const [only] = parts;
    if (join === null && only !== undefined) return only;
    return join === 'any' ? { any: parts } : { all: parts };
  }

  #comparison(word: string): Condition {
    const fact = this.#words.factNamed(word);
    const from = this.#at + 1;
    let opened = 0;
    for (this.#at = from; this.#at < this.#tokens.length; this.#at += 1) {
      const kind = this.#tokens[this.#at]?.kind;
      if (opened === 0 && (kind === 'and' || kind === 'or' || kind === 'close')) break;
      if (kind === 'open') opened += 1;
      if (kind === 'close') opened -= 1;
    }
    const found = comparisonsFrom(fact, this.#tokens.slice(from, this.#at), this.#words);
    return oneOf(found);
  }

  #join(): 'all' | 'any' | null {
    const kind = this.#tokens[this.#at]?.kind;
    if (kind === 'and') return 'all';
    return kind === 'or' ? 'any' : null;
  }

  #stop(): never {
    const token = this.#tokens[this.#at];
    const text = token !== undefined && 'text' in token ? token.text : (token?.kind ?? '');
    throw new NotationFault({ fault: 'unreadable', text });
  }
}

function oneOf(comparisons: readonly Comparison[]): Condition {
  const [only, ...others] = comparisons;
  return only !== undefined && others.length === 0 ? only : { all: comparisons };
}

function groupNamed(text: string): 'not' | 'all' | 'any' | null {
  return (['not', 'all', 'any'] as const).find((group) => isWord(text, group)) ?? null;
}
