import { plainNumber } from './chinese-number.ts';

/** One of several things written in one cell, with the number it was given there. */
export interface Item {
  readonly number: number | null;
  readonly text: string;
}

interface Marker {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  /** What stands between the number and the text; inside a line the whole list keeps to one. */
  readonly delimiter: string;
}

/** Ways to number things. A list keeps to the way it begins with; other ways inside it are part of the text. */
const STYLES: readonly RegExp[] = [
  /(?<number>[①-⑳])(?<delimiter>)[、.．]?/gu,
  /(?<number>[⑴-⒇⒈-⒛㈠-㈩])(?<delimiter>)[、]?/gu,
  /[(（]\s*(?<number>[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*(?<delimiter>[)）])[、.．]?/gu,
  /(?<![\d０-９.．])(?<number>[\d０-９]{1,2})\s*(?<delimiter>、(?![\d０-９]{1,3}(?![\d０-９]))|[.．)）：:，,](?![\d０-９]))/gu,
  /(?:(?:潜在|廉政|廉洁)?风险点?|(?:防控|防范)?措施)(?<number>[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*(?<delimiter>[：:、.．])/gu,
  /(?<number>[一二三四五六七八九十]{1,3})\s*(?<delimiter>[、.．])(?![一二三四五六七八九十]{1,2}(?:[级类等季号年月、]|$))/gu,
  /(?<number>[\d０-９]{1,2})(?<delimiter>[ \t\u3000]+)(?=\p{Script=Han})/gu,
];

/** Between two numbers of a list: the end of a line, of a sentence, of a clause, or nothing at all. */
const PLACES = [
  /\n\s*$/u,
  /[。；;！!？?]\s*$/u,
  /[，,、…”"）)】\]]\s*$|\s$/u,
  /[^第\d０-９一二三四五六七八九十年月日.．、]$/u,
] as const;
/** At the end of a line or of a sentence. */
const CLEAR = 1;
const INLINE_DELIMITERS: ReadonlySet<string> = new Set(['', '、', '.', ')', ':']);
const SPACED = 6;

/** Takes a numbered text apart. A text that is not numbered is one item without a number. */
export function numberedItems(text: string): Item[] {
  const markers = STYLES.map((style, index) => listMarkers(text, style, index)).find(
    (list) => list.length > 0,
  );
  if (markers === undefined) return [{ number: null, text: text.trim() }];
  return markers.map(({ number, end }, index) => ({
    number,
    text: withoutSeparator(text.slice(end, markers[index + 1]?.start ?? text.length)),
  }));
}

/** Several lines that each end like a sentence are a list, though nobody numbered them. */
export function listedLines(text: string): Item[] {
  const lines = text.split('\n').map((line) => line.trim());
  const endsAll = lines.slice(0, -1).every((line) => /[。；;！!]$/u.test(line));
  if (lines.length < 2 || !endsAll) return [{ number: null, text: text.trim() }];
  return lines.map((line) => ({ number: null, text: withoutSeparator(line) }));
}

/** The marker the text begins with and those that go on from it, one by one. */
function listMarkers(text: string, style: RegExp, index: number): Marker[] {
  const found = [...text.matchAll(style)].map(markerOf).filter((marker) => marker !== null);
  const [first] = found;
  if (first === undefined || text.slice(0, first.start).trim() !== '') return [];
  const markers = [first];
  for (let last = first; ;) {
    const next = nextMarker(text, found, last, first);
    if (next === null) break;
    markers.push(next);
    last = next;
  }
  return index === SPACED && markers.length < 2 ? [] : markers;
}

function markerOf(match: RegExpExecArray): Marker | null {
  const number = plainNumber((match.groups?.['number'] ?? '').normalize('NFKC').replace(/[().]/gu, ''));
  if (number === null) return null;
  const delimiter = (match.groups?.['delimiter'] ?? '').normalize('NFKC');
  return { start: match.index, end: match.index + match[0].length, number, delimiter };
}

/** The next number, where it stands most like the start of an item. A number left out leaves a clear gap. */
function nextMarker(text: string, found: readonly Marker[], last: Marker, first: Marker): Marker | null {
  const following = found
    .filter(({ start, number }) => start >= last.end && number > last.number)
    .map((marker) => ({ marker, place: placeOf(text, marker, first) }))
    .filter(({ marker, place }) => place !== -1 && (marker.number === last.number + 1 || place <= CLEAR));
  const number = Math.min(...following.map(({ marker }) => marker.number));
  const candidates = following.filter(({ marker }) => marker.number === number);
  const best = Math.min(...candidates.map(({ place }) => place));
  return candidates.find(({ place }) => place === best)?.marker ?? null;
}

function placeOf(text: string, marker: Marker, first: Marker): number {
  const before = text.slice(0, marker.start);
  const place = PLACES.findIndex((pattern) => pattern.test(before));
  if (place === 0) return 0;
  const isSame = marker.delimiter === first.delimiter && INLINE_DELIMITERS.has(marker.delimiter);
  const isClear = place < 3 || ['', '、', '.'].includes(marker.delimiter);
  return isSame && isClear ? place : -1;
}

/** What only parts one item from the next is not the item's. */
function withoutSeparator(text: string): string {
  return text
    .trim()
    .replace(/[；;、，,]+$/u, '')
    .trim();
}
