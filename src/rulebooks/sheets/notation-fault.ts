import type { Texts } from '../../language/texts.ts';
import type { FindingWords } from '../rulebook-finding.ts';

export type NotationTrouble =
  | { readonly fault: 'unreadable'; readonly text: string }
  | { readonly fault: 'mixed' | 'too-deep' | 'not-equals' }
  | { readonly fault: 'unknown-fact'; readonly word: string; readonly allowed: readonly string[] }
  | {
      readonly fault: 'not-value';
      readonly word: string;
      readonly fact: string;
      readonly allowed: readonly string[];
    }
  | { readonly fault: 'list-unfit'; readonly fact: string };

/** Thrown where a text is not in the notation of conditions; caught by whoever knows the cell. */
export class NotationFault extends Error {
  readonly trouble: NotationTrouble;

  constructor(trouble: NotationTrouble) {
    super(trouble.fault);
    this.name = 'NotationFault';
    this.trouble = trouble;
  }
}

const LONGEST_SHOWN = 60;

/** What is wrong with a text in the notation, and how to put it right. */
export function notationWords(trouble: NotationTrouble, { ruleSheets }: Texts): FindingWords {
  const words = ruleSheets.problems;
  switch (trouble.fault) {
    case 'unreadable':
      return words.unreadable(shown(trouble.text));
    case 'mixed':
      return words.mixed();
    case 'too-deep':
      return words.tooDeep();
    case 'not-equals':
      return words.notEquals();
    case 'unknown-fact':
      return words.unknownFact(shown(trouble.word), trouble.allowed);
    case 'not-value':
      return words.notValue(shown(trouble.word), trouble.fact, trouble.allowed);
    case 'list-unfit':
      return words.listUnfit(trouble.fact);
  }
}

/** Text from a file as a message repeats it. */
export function shown(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_SHOWN ? text : `${characters.slice(0, LONGEST_SHOWN).join('')}…`;
}
