import { en } from '../../language/en.ts';
import { zh } from '../../language/zh.ts';
import { unquoted } from './cell-text.ts';
import { NotationFault } from './notation-fault.ts';
import type { SignOperator } from './notation-words.ts';

export type Token =
  | { readonly kind: 'fact' | 'word' | 'quoted'; readonly text: string }
  | { readonly kind: 'sign'; readonly operator: SignOperator }
  | { readonly kind: 'open' | 'close' | 'comma' | 'range' | 'and' | 'or' };

const READ_SIGNS: Readonly<Record<string, SignOperator>> = {
  '=': 'equal',
  '==': 'equal',
  '≠': 'notEqual',
  '!=': 'notEqual',
  '<>': 'notEqual',
  '<': 'lessThan',
  '<=': 'atMost',
  '≤': 'atMost',
  '≦': 'atMost',
  '>': 'greaterThan',
  '>=': 'atLeast',
  '≥': 'atLeast',
  '≧': 'atLeast',
};

const MARKS = new RegExp(
  [
    String.raw`(?<quoted>"(?:[^"\\]|\\.)*")`,
    String.raw`“(?<curly>[^”]*)”`,
    String.raw`[[［【](?<fact>[^\]］】]*)[\]］】]`,
    String.raw`(?<sign>[<＜][=＝>＞]|[>＞!！][=＝]|[=＝]{1,2}|[≠<＜>＞≤≥≦≧])`,
    String.raw`(?<range>\.{2,}|…+|[~～])`,
    String.raw`(?<comma>[、,，;；])`,
    String.raw`(?<open>[(（])|(?<close>[)）])`,
    `(?<and>${joinOf('and')})|(?<or>${joinOf('or')})`,
  ].join('|'),
  'gu',
);

/** The parts of a text in the notation. @throws NotationFault where a quote or bracket is not closed */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of text.matchAll(MARKS)) {
    tokens.push(...bareWord(text.slice(end, found.index)), markOf(found.groups ?? {}, text));
    end = found.index + found[0].length;
  }
  return [...tokens, ...bareWord(text.slice(end))];
}

function bareWord(text: string): readonly Token[] {
  const word = text.trim();
  if (/["“”[\]［］【】]/u.test(word)) throw new NotationFault({ fault: 'unreadable', text: word });
  return word === '' ? [] : [{ kind: 'word', text: word }];
}

function markOf(groups: Readonly<Record<string, string | undefined>>, text: string): Token {
  const { quoted, curly, fact, sign } = groups;
  if (quoted !== undefined) {
    const inside = unquoted(quoted);
    if (inside === null) throw new NotationFault({ fault: 'unreadable', text: quoted });
    return { kind: 'quoted', text: inside };
  }
  if (curly !== undefined) return { kind: 'quoted', text: curly };
  if (fact !== undefined) return { kind: 'fact', text: fact };
  if (sign !== undefined) return signOf(sign.normalize('NFKC'), text);
  const kind = (['range', 'comma', 'open', 'close', 'and', 'or'] as const).find(
    (name) => groups[name] !== undefined,
  );
  if (kind === undefined) throw new NotationFault({ fault: 'unreadable', text });
  return { kind };
}

function signOf(sign: string, text: string): Token {
  const operator = READ_SIGNS[sign];
  if (operator === undefined) throw new NotationFault({ fault: 'unreadable', text });
  return { kind: 'sign', operator };
}

function joinOf(join: 'and' | 'or'): string {
  const english = en.ruleSheets.notation[join];
  return `${zh.ruleSheets.notation[join]}|(?<![\\p{L}\\p{N}])${english}(?![\\p{L}\\p{N}])`;
}
