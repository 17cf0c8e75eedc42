import { en } from '../../language/en.ts';
import { zh } from '../../language/zh.ts';
import type { FactDefinition } from '../fact-definition.ts';
import type { ScaleStep } from '../rulebook.ts';
import { called, codebookOf } from './called.ts';
import { Codebook } from './codebook.ts';

type Scales = Readonly<Record<'probability' | 'harm', readonly ScaleStep[]>>;

/** What the program calls the options of its own facts. */
const CHOICES: Readonly<Record<string, Codebook>> = {
  domain: codebookOf<string>(zh.terms.keyDomains, en.terms.keyDomains),
  subject: codebookOf<string>(zh.ruleSheets.codes.subjects, en.ruleSheets.codes.subjects),
  expected: codebookOf<string>(zh.ruleSheets.codes.expected, en.ruleSheets.codes.expected),
};

/** The words of a fact's values; `null` of numbers and texts, which have no list. */
export function valuesOf(fact: FactDefinition, scales: Scales | null): Codebook | null {
  switch (fact.type) {
    case 'scale': {
      const steps = scales?.[fact.name === 'harm' ? 'harm' : 'probability'] ?? [];
      return new Codebook(steps.map((step) => called(step.code, step, step.aliases)));
    }
    case 'choice': {
      const { options, optionWords } = fact;
      const own = options.map((code) => called(code, optionWords?.[code] ?? { zh: code, en: code }));
      return optionWords === undefined ? (CHOICES[fact.name] ?? new Codebook(own)) : new Codebook(own);
    }
    case 'boolean':
      return codebookOf<string>(zh.ruleSheets.codes.truths, en.ruleSheets.codes.truths);
    case 'number':
    case 'text':
      return null;
  }
}
