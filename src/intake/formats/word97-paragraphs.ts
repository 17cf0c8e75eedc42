import { ListNumbers } from './list-numbers.ts';
import type { PropertyRun } from './word97-properties.ts';
import { automaticList, isOn } from './word97-properties.ts';
import type { Piece } from './word97-text.ts';

/** A paragraph, with the properties that its end mark carries. */
export interface Word97Paragraph {
  readonly text: string;
  readonly end: 'paragraph' | 'cell';
  readonly properties: PropertyRun | undefined;
}

const CELL_MARK = '\u0007';
const PARAGRAPH_ENDS: ReadonlySet<string> = new Set(['\r', CELL_MARK, '\f']);
const FIELD_START = '\u0013';
const FIELD_RESULT = '\u0014';
const FIELD_END = '\u0015';
const CHARACTERS: Readonly<Record<string, string>> = { '\v': '\n', '\u001e': '-', '\t': '\t', '\n': '\n' };

/** Cuts text into paragraphs and leaves out what nobody sees: deletions, hidden text, the code of fields. */
export function paragraphsOf(
  pieces: readonly Piece[],
  characters: readonly PropertyRun[],
  paragraphs: readonly PropertyRun[],
): Word97Paragraph[] {
  const found: Word97Paragraph[] = [];
  const numbers = new ListNumbers();
  const fields: boolean[] = [];
  let text = '';
  for (const { character, offset } of charactersOf(pieces)) {
    if (PARAGRAPH_ENDS.has(character)) {
      const properties = runAt(paragraphs, offset);
      const end = character === CELL_MARK ? 'cell' : 'paragraph';
      found.push({ text: automaticNumber(properties, numbers) + text, end, properties });
      if (end === 'cell') numbers.pause();
      text = '';
      continue;
    }
    followField(character, fields);
    if (fields.includes(true) || isUnseen(runAt(characters, offset))) continue;
    text += character < ' ' ? (CHARACTERS[character] ?? '') : character;
  }
  return text.trim() === '' ? found : [...found, { text, end: 'paragraph', properties: undefined }];
}

function* charactersOf(pieces: readonly Piece[]): Generator<{ character: string; offset: number }> {
  for (const { text, offset, bytesPerCharacter } of pieces) {
    for (let index = 0; index < text.length; index += 1) {
      yield { character: text.charAt(index), offset: offset + index * bytesPerCharacter };
    }
  }
}

/** Each open field is `true` while its code is being read and `false` in its result, which people see. */
function followField(character: string, fields: boolean[]): void {
  if (character === FIELD_START) fields.push(true);
  if (character === FIELD_RESULT && fields.length > 0) fields[fields.length - 1] = false;
  if (character === FIELD_END) fields.pop();
}

function isUnseen(run: PropertyRun | undefined): boolean {
  return isOn(run, 'deleted') || isOn(run, 'hidden');
}

function automaticNumber(properties: PropertyRun | undefined, numbers: ListNumbers): string {
  const list = automaticList(properties);
  if (list !== null) return numbers.next(String(list.number), list.level);
  numbers.pause();
  return '';
}

function runAt(runs: readonly PropertyRun[], offset: number): PropertyRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined || offset < run.from) high = middle - 1;
    else if (offset >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}
