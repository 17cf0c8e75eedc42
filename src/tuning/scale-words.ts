import { nameKey } from '../language/normalise.ts';
import type { ScaleStep } from '../rulebooks/rulebook.ts';
import type { EditFault } from './edit-fault.ts';

/** As long as the schema takes them. */
export const LONGEST_STEP = { zh: 20, en: 40 } as const;

type Word = keyof typeof LONGEST_STEP;

const WORDS: readonly Word[] = ['zh', 'en'];

/**
 * What is wrong with the words of a step; `null` where nothing is. A word is read as a step, so it means one step only.
 * @param fieldOf the form's field of each word
 */
export function wordFault(
  step: Pick<ScaleStep, 'zh' | 'en'> & { readonly aliases?: readonly string[] },
  others: readonly ScaleStep[],
  fieldOf: (word: Word) => string,
): EditFault | null {
  const taken = new Set(
    others.flatMap(({ code, zh, en, aliases }) => [code, zh, en, ...aliases].map(nameKey)),
  );
  const faultOf = (word: Word): EditFault['fault'] | null => {
    if (step[word] === '') return 'missing';
    if (step[word].length > LONGEST_STEP[word]) return 'unfit';
    return taken.has(nameKey(step[word])) ? 'taken' : null;
  };
  for (const word of WORDS) {
    const fault = faultOf(word);
    if (fault !== null) return { field: `step-${word}`, fault, at: fieldOf(word) };
  }
  return null;
}
