/** Words that domains are suggested for. */
export interface SuggestedText {
  readonly text: string;
  readonly subject: 'risk-point' | 'post';
}

/** Each text once, and for each of the given ones where its own stands among them. */
export function distinctTexts(given: readonly SuggestedText[]): {
  readonly texts: readonly SuggestedText[];
  readonly places: readonly number[];
} {
  const places = new Map<string, number>();
  const texts: SuggestedText[] = [];
  const placeOf = ({ text, subject }: SuggestedText): number => {
    const key = `${subject} ${text}`;
    const known = places.get(key) ?? texts.length;
    if (known === texts.length) texts.push({ text, subject });
    places.set(key, known);
    return known;
  };
  return { places: given.map(placeOf), texts };
}
