import type { Texts } from '../../language/texts.ts';
import type { DecisionControl } from './decision-control.ts';
import { choiceValue, decisionName, NEW, type DecisionSubject } from './decision-fields.ts';
import type { UnknownName } from './unknown-names.ts';

/** A word or name to explain. */
export interface ValueRow {
  readonly title: string;
  readonly hint: string;
  readonly isOpen: boolean;
  readonly control: DecisionControl;
}

/** Asks what a name means: a new one, or which of those on file. Nothing is chosen beforehand. */
export function nameRow(
  name: UnknownName,
  title: string,
  id: string,
  subject: DecisionSubject,
  mayCreate: boolean,
  text: Texts,
): ValueRow {
  const words = text.uploads.values;
  const chosen = name.chosen === undefined ? '' : choiceValue(name.chosen);
  const choice = (value: string, label: string): DecisionControl['choices'][number] => ({
    value,
    label,
    isSelected: value === chosen,
  });
  const likely = name.candidates.map((known) =>
    choice(String(known.id), words.candidate(known.name, known.because)),
  );
  const others = name.others.map((known) => choice(String(known.id), known.name));
  const groups = [
    { label: words.likely, choices: likely },
    { label: words.others, choices: others },
  ];
  return {
    title,
    hint: words.forms(text.formats.count(name.forms)),
    isOpen: name.chosen === undefined,
    control: {
      ...{
        id,
        name: decisionName({ ...subject, was: chosen }),
        label: words.meansUnit(title),
        value: '',
        isLong: false,
      },
      choices: [choice('', text.uploads.draft.choose), ...(mayCreate ? [choice(NEW, words.create)] : [])],
      groups: groups.filter(({ choices }) => choices.length > 0),
    },
  };
}
