import type { Answers, Question } from './assessment-question.ts';

/** How bad an answer is, in sixths of the worst, and how much it weighs for each fact. */
export interface Weighed {
  readonly severity: 0 | 2 | 3 | 4 | 6;
  readonly probability: 0 | 1 | 2;
  readonly harm: 0 | 1 | 2;
}

const COUNTS_NOT: Weighed = { severity: 0, probability: 0, harm: 0 };

/** The amounts are those of 法释〔2016〕9号: from 30,000 yuan 数额较大, from 200,000 yuan 数额巨大. */
export const WEIGHED: {
  readonly [Q in Question]: Readonly<Record<Exclude<Answers[Q], undefined>, Weighed>>;
} = {
  discretion: {
    none: { severity: 0, probability: 1, harm: 1 },
    some: { severity: 3, probability: 1, harm: 1 },
    wide: { severity: 6, probability: 1, harm: 1 },
    unsure: COUNTS_NOT,
  },
  frequency: {
    rarely: { severity: 0, probability: 1, harm: 0 },
    monthly: { severity: 3, probability: 1, harm: 0 },
    weekly: { severity: 6, probability: 1, harm: 0 },
    unsure: COUNTS_NOT,
  },
  amount: {
    none: { severity: 0, probability: 0, harm: 2 },
    small: { severity: 2, probability: 0, harm: 2 },
    medium: { severity: 4, probability: 0, harm: 2 },
    large: { severity: 6, probability: 0, harm: 2 },
    unsure: COUNTS_NOT,
  },
  alone: {
    joint: { severity: 0, probability: 1, harm: 1 },
    checked: { severity: 3, probability: 1, harm: 1 },
    alone: { severity: 6, probability: 1, harm: 1 },
    unsure: COUNTS_NOT,
  },
  findings: {
    none: COUNTS_NOT,
    similar: { severity: 6, probability: 1, harm: 0 },
    same: { severity: 6, probability: 2, harm: 0 },
    unsure: COUNTS_NOT,
  },
};

/** The severity of an answer that could not be worse. */
export const WORST = 6;
