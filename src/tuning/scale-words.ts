import { nameKey } from '../language/normalise.ts';
import type { ScaleStep } from '../rulebooks/rulebook.ts';
import { faultAt, faultsAmong, type EditFault } from './edit-fault.ts';

/** As long as the schema takes them. */
export const LONGEST_STEP = { zh: 20, en: 40 } as const;

type Word = keyof typeof LONGEST_STEP;

const WORDS: readonly Word[] = ['zh', 'en'];

/**
 * What is wrong with the words of a step. A word is read as a step, so it means one step only.
 * @param fieldOf the form's field of each word
 */
export function wordFaults(
  step: Pick<ScaleStep, 'zh' | 'en'> & { readonly aliases?: readonly string[] },
  others: readonly ScaleStep[],
  fieldOf: (word: Word) => string,
): readonly EditFault[] {
  const taken = new Set(
    others.flatMap(({ code, zh, en, aliases }) => [code, zh, en, ...aliases].map(nameKey)),
  );
  const faultOf = (word: Word): EditFault['fault'] | null => {
    if (step[word] === '') return 'missing';
    if (step[word].length > LONGEST_STEP[word]) return 'unfit';
    return taken.has(nameKey(step[word])) ? 'taken' : null;
  };
  return faultsAmong(
    WORDS.map((word) => {
      const fault = faultOf(word);
      return fault === null ? null : faultAt(`step-${word}`, fault, fieldOf(word));
    }),
  );
}
