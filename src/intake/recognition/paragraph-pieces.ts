import type { Paragraph } from '../formats/document.ts';
import { labelledParts } from './labels-in-text.ts';
import { labelOf, titleOf, type Field } from './labels.ts';
import type { Piece, Statement } from './piece.ts';
import { isBlank, tidy } from './wording.ts';

/** Fields that go on in the paragraphs below their label. */
const GOES_ON: ReadonlySet<Field> = new Set(['risk', 'measure', 'duties', 'opinion', 'filledOn']);

/** What a paragraph outside of tables says: a title, labelled values, or only text. */
export function paragraphPieces({ text, position }: Paragraph): Piece[] {
  if (isBlank(text)) return [];
  const title = titleOf(text);
  if (title !== null) return [{ kind: 'title', form: title, text: tidy(text), position }];
  const label = labelOf(text);
  const parts = label === null ? labelledParts(text) : [{ ...label, label: text, value: '' }];
  if (parts.length === 0) return [{ kind: 'text', text: tidy(text), position }];
  return parts.map(({ field, number, label: words, value }): Statement => {
    const lines = isBlank(value) ? [] : [{ number, text: tidy(value), position }];
    return { kind: 'statement', field, label: tidy(words), lines, position, goesOn: GOES_ON.has(field) };
  });
}
