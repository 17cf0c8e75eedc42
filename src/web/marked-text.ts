import { searchCharacters, type SearchCharacter } from '../language/normalise.ts';

/** A piece of a text; the marked ones are what somebody searched for. */
export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Characters shown before the first match of an excerpt, and in all. */
const BEFORE = 12;
const EXCERPT = 60;

/** The text in pieces, with each place marked where one of the words stands. Takes words as `searchWords` gives them. */
export function markedText(text: string, words: readonly string[]): readonly MarkedPart[] {
  return partsOf(text, matchesIn(text, words));
}

/** Which of the words stand in a text. */
export function wordsIn(text: string, words: readonly string[]): readonly string[] {
  if (words.length === 0) return [];
  const characters = searchCharacters(text);
  return words.filter((word) => spansOf(characters, word).length > 0);
}

/** The part of a text around its first match, with an ellipsis where something was left out. */
export function excerptOf(text: string, words: readonly string[]): readonly MarkedPart[] {
  const shown = [...text.replace(/\s+/gu, ' ').trim()];
  if (shown.length <= EXCERPT) return markedText(shown.join(''), words);
  const [first] = matchesIn(shown.join(''), words);
  const before = [...shown.join('').slice(0, first?.start ?? 0)].length;
  const from = Math.max(0, Math.min(before - BEFORE, shown.length - EXCERPT));
  const piece = shown.slice(from, from + EXCERPT).join('');
  const isCut = from + EXCERPT < shown.length;
  return markedText(`${from > 0 ? '…' : ''}${piece}${isCut ? '…' : ''}`, words);
}

function partsOf(text: string, spans: readonly Span[]): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push({ text: text.slice(at, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  parts.push({ text: text.slice(at), isMarked: false });
  return parts.filter((part) => part.text !== '');
}

/** Where words stand, in order; those that touch or overlap are one. */
function matchesIn(text: string, words: readonly string[]): readonly Span[] {
  // Most lists are shown without a search, and an export has thousands of texts.
  if (words.length === 0) return [];
  const characters = searchCharacters(text);
  const found = words.flatMap((word) => spansOf(characters, word)).sort((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else joined.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) });
  }
  return joined;
}

function spansOf(characters: readonly SearchCharacter[], word: string): readonly Span[] {
  const wanted = [...word];
  if (wanted.length === 0) return [];
  return characters.flatMap((first, index) => {
    const here = characters.slice(index, index + wanted.length);
    const last = here.at(-1);
    const isHere = here.length === wanted.length && here.every(({ key }, at) => key === wanted[at]);
    return isHere && last !== undefined ? [{ start: first.start, end: last.end }] : [];
  });
}
