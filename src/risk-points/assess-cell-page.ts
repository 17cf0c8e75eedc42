import type { Texts } from '../language/texts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { PointToAssess } from './assessment.ts';
import { writtenValue } from './assessed-steps.ts';
import { factTitle } from './point-grading-page.ts';
import type { RulebooksByScale } from './other-scale.ts';
import { elsewhereWords } from './other-scale-page.ts';
import type { ChoiceOption } from './question-field-page.ts';
import type { AssessedFact } from './suggested-step.ts';
import { seenField, stepField } from './typed-choice.ts';

/** One fact of a row: the steps one chooses from by digit. */
export interface RowFact {
  readonly label: string;
  readonly group: string;
  readonly name: string;
  readonly seen: { readonly name: string; readonly value: string };
  readonly fault: string | null;
  /** The value on file, where it is of another scale. */
  readonly elsewhere: string | null;
  readonly options: readonly RowOption[];
}

interface RowOption extends ChoiceOption {
  /** The digit that chooses it. */
  readonly key: string;
}

export function rowFact(
  fact: AssessedFact,
  point: PointToAssess,
  chosen: string | null,
  fault: string | null,
  { body: rulebook, others }: { readonly body: GradingRulebook; readonly others: RulebooksByScale },
  text: Texts,
): RowFact {
  const label = factTitle(fact, text);
  const name = stepField(fact, point.id);
  const steps = rulebook.scales[fact].steps.toReversed().map((step, index) => ({
    value: step.code,
    label: text.formats.inThisLanguage(step),
    key: String(index + 1),
  }));
  const options = [...steps, { value: '', label: text.assessment.unknown, key: '0' }];
  return {
    label,
    group: text.assessment.list.groupLabel(label, point.text),
    name,
    seen: { name: seenField(fact, point.id), value: writtenValue(point.facts[fact]) },
    fault,
    elsewhere: elsewhereWords(fact, point.facts[fact], rulebook, others, text),
    options: options.map((option, index) => ({
      ...option,
      id: index === 0 ? name : null,
      isChosen: option.value === (chosen ?? ''),
    })),
  };
}
