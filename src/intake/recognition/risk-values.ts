import type { ReadRisk, ReadScales } from '../read-form.ts';
import { alignedWords } from './aligned-words.ts';
import { domainsValue, gradeValue, stepValue, textValue, type Words } from './field-values.ts';
import type { FindingList } from './finding-list.ts';

/** What a form says of a risk beside its text and measure. */
export interface JudgementWords {
  readonly probability: Words | null;
  readonly harm: Words | null;
  readonly grade: Words | null;
  readonly domains: Words | null;
}

/** The words of one risk, wherever they stood. */
export interface RiskWords extends JudgementWords {
  readonly text: Words;
  readonly measure: Words | null;
}

/** Reads the words of a risk; `null` when its text is blank. */
export function riskValues(
  words: RiskWords,
  scales: ReadScales,
  findings: FindingList,
): Omit<ReadRisk, 'ordinal'> | null {
  const text = textValue(words.text);
  if (text === null) return null;
  return {
    text,
    measure: textValue(words.measure),
    probability: stepValue(words.probability, scales.probability, 'probability', findings),
    harm: stepValue(words.harm, scales.harm, 'harm', findings),
    grade: gradeValue(words.grade, findings),
    domains: domainsValue(words.domains, findings),
  };
}

/** Divides what is said of several risks together among them. */
export function judgementsOfEach(
  risks: readonly { readonly number: number | null }[],
  wordsOf: (field: keyof JudgementWords) => Words | null,
): JudgementWords[] {
  const probability = alignedWords(risks, wordsOf('probability'));
  const harm = alignedWords(risks, wordsOf('harm'));
  const grade = alignedWords(risks, wordsOf('grade'));
  const domains = alignedWords(risks, wordsOf('domains'));
  return risks.map((_, index) => ({
    probability: probability[index] ?? null,
    harm: harm[index] ?? null,
    grade: grade[index] ?? null,
    domains: domains[index] ?? null,
  }));
}
