/** A piece of a sentence: words, or a figure that leads to the list behind it. */
export interface SentencePart {
  readonly text: string;
  readonly href: string | null;
  readonly isStrong: boolean;
}

/** What stands in a sentence where its template says `{name}`. */
export interface SentenceFigure {
  readonly text: string;
  readonly href?: string | null;
  readonly isStrong?: boolean;
}

const AGREEING = /\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/gu;

/**
 * Puts figures into a language's sentence, such as `其中 {gradeOne}`, wherever that language wants them; where its
 * words agree with a number, `{total|point|points}` chooses the first for 1. Words that people wrote belong into
 * figures: a template is the program's own.
 * @throws {Error} when the template names a figure that is not there.
 */
export function sentence(
  template: string,
  figures: Readonly<Record<string, SentenceFigure>>,
): readonly SentencePart[] {
  const figureOf = (name: string, piece: string): SentenceFigure => {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`no figure for ${piece} in: ${template}`);
    return figure;
  };
  return template
    .replace(AGREEING, (agreeing, name: string, one: string, many: string) =>
      figureOf(name, agreeing).text === '1' ? one : many,
    )
    .split(/(\{\w+\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^\{(\w+)\}$/u.exec(piece)?.[1];
      if (name === undefined) return { text: piece, href: null, isStrong: false };
      const figure = figureOf(name, piece);
      return { text: figure.text, href: figure.href ?? null, isStrong: figure.isStrong ?? false };
    });
}

/** The sentence as one text, for a window's title or a screen reader. */
export function wordsOf(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join('');
}
