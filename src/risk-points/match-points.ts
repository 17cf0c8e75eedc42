import { textKey } from '../language/normalise.ts';

export interface KnownText {
  readonly pointId: number;
  readonly ordinal: number;
  readonly text: string;
}

export interface IncomingText {
  readonly ordinal: number;
  readonly text: string;
  /** What a person said it is: a known point, or `null` for a new one. Left out, the texts decide. */
  readonly knownAs?: number | null;
}

/** How an incoming text relates to the risk points already known of the same holding. */
export type PointMatch =
  | { readonly kind: 'same' | 'moved' | 'edited'; readonly pointId: number }
  | { readonly kind: 'new' }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly number[] };

/** Below this share of common character pairs two texts are different risks. */
const LEAST_SIMILARITY = 0.5;

/** Candidates closer to each other than this cannot be told apart without a person. */
const LEAST_LEAD = 0.1;

/**
 * Says for each incoming text which known point it is, so that assessments survive a changed form: first equal
 * texts (same place, then moved), then edited ones. Each known point is given away once. The answer does not
 * depend on the order of `known`.
 */
export function matchPoints(
  known: readonly KnownText[],
  incoming: readonly IncomingText[],
): readonly PointMatch[] {
  const free = new Map(known.map((point) => [point.pointId, point]));
  const matches = new Map<IncomingText, PointMatch>();
  const take = (text: IncomingText, kind: 'same' | 'moved' | 'edited', pointId: number): void => {
    free.delete(pointId);
    matches.set(text, { kind, pointId });
  };
  const open = (): readonly IncomingText[] => incoming.filter((text) => !matches.has(text));

  for (const text of incoming) {
    const { knownAs } = text;
    if (knownAs === null) matches.set(text, { kind: 'new' });
    else if (knownAs !== undefined && free.has(knownAs)) take(text, 'edited', knownAs);
  }
  for (const text of open()) {
    const point = equalTo(text, free).find(({ ordinal }) => ordinal === text.ordinal);
    if (point !== undefined) take(text, 'same', point.pointId);
  }
  for (const text of open()) {
    const point = equalTo(text, free)[0];
    if (point !== undefined) take(text, 'moved', point.pointId);
  }
  const remaining = [...free.values()];
  for (const text of open()) {
    const match = editedFrom(text, remaining);
    if (match.kind === 'edited' && free.has(match.pointId)) take(text, 'edited', match.pointId);
    else matches.set(text, match.kind === 'edited' ? { kind: 'new' } : match);
  }
  return incoming.map((text) => matches.get(text) ?? { kind: 'new' });
}

/** Share of character pairs that two texts have in common (Dice's coefficient), 0 to 1. */
export function similarity(a: string, b: string): number {
  const pairsOfA = characterPairs(textKey(a));
  const pairsOfB = characterPairs(textKey(b));
  if (pairsOfA.length + pairsOfB.length === 0) return 1;
  const left = new Map<string, number>();
  for (const pair of pairsOfA) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairsOfB) {
    const count = left.get(pair) ?? 0;
    if (count > 0) common += 1;
    left.set(pair, count - 1);
  }
  return (2 * common) / (pairsOfA.length + pairsOfB.length);
}

function equalTo(text: IncomingText, free: ReadonlyMap<number, KnownText>): readonly KnownText[] {
  const key = textKey(text.text);
  return [...free.values()]
    .filter((point) => textKey(point.text) === key)
    .sort((a, b) => a.ordinal - b.ordinal);
}

function editedFrom(text: IncomingText, remaining: readonly KnownText[]): PointMatch {
  const [best, second] = remaining
    .map((point) => ({ point, likeness: similarity(text.text, point.text) }))
    .filter(({ likeness }) => likeness >= LEAST_SIMILARITY)
    .sort((a, b) => b.likeness - a.likeness || a.point.ordinal - b.point.ordinal);
  if (best === undefined) return { kind: 'new' };
  if (second !== undefined && best.likeness - second.likeness < LEAST_LEAD) {
    return { kind: 'ambiguous', candidates: [best.point.pointId, second.point.pointId] };
  }
  return { kind: 'edited', pointId: best.point.pointId };
}

function characterPairs(text: string): readonly string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
