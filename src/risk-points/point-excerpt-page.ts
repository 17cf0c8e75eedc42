import type { Texts } from '../language/texts.ts';
import { excerptOf, wordsIn, type MarkedPart } from '../web/marked-text.ts';
import type { ListedPoint } from './risk-point.ts';

/** A piece of what stands behind a point, with what was searched for marked. */
export interface Excerpt {
  readonly label: string;
  readonly parts: readonly MarkedPart[];
}

/** From the measures, then from the duties, for the words that neither the row nor an excerpt before shows. */
export function excerptsOf(point: ListedPoint, words: readonly string[], text: Texts): readonly Excerpt[] {
  const { columns, duties } = text.riskPoints.list;
  const inRow = wordsIn([point.text, point.unitName, point.postName, point.personName].join('\n'), words);
  const excerpts: Excerpt[] = [];
  let unseen = words.filter((word) => !inRow.includes(word));
  for (const [label, content] of [
    ...point.measureTexts.map((measure) => [columns.measures, measure] as const),
    [duties, point.duties ?? ''] as const,
  ]) {
    const here = wordsIn(content, unseen);
    if (here.length === 0) continue;
    excerpts.push({ label, parts: excerptOf(content, words) });
    unseen = unseen.filter((word) => !here.includes(word));
  }
  return excerpts;
}
