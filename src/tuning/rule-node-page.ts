import type { FactDefinition } from '../rulebooks/fact-definition.ts';
import { definitionIn, definitionsFor } from '../rulebooks/rulebook-facts.ts';
import { factTypes, operatorsFor, type FactType } from '../rulebooks/fact-type.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { SelectOption } from '../web/select-field.ts';
import { isGroup, JOINS, type FormGroup, type FormNode, type FormRow } from './rule-form.ts';
import { numberOf } from './rule-form-condition.ts';
import { valuesOf } from './rule-form-value.ts';
import { options, valueView, type ValueView } from './rule-value-page.ts';
import { operatorWords } from './rule-words.ts';
import type { Saying } from './saying.ts';

interface NodeHead {
  /** Begins the ids and names of all its fields. */
  readonly key: string;
  /** Ids of its complaints, for the field that they are about. */
  readonly why: {
    readonly text: string;
    readonly id: string;
    readonly about: 'fact' | 'operator' | 'value' | 'join';
  } | null;
  /** What its buttons do, in full; `null` where there is none. */
  readonly acts: Readonly<Record<'up' | 'down' | 'remove', string | null>>;
}

export interface RowView extends NodeHead {
  readonly isGroup: false;
  readonly number: string;
  readonly labels: Readonly<Record<'fact' | 'operator' | 'value', string>>;
  readonly facts: readonly SelectOption[];
  readonly operators: readonly SelectOption[];
  readonly value: ValueView;
}

export interface GroupView extends NodeHead {
  readonly isGroup: true;
  readonly label: string;
  readonly joinLabel: string;
  readonly joins: readonly SelectOption[];
  readonly parts: readonly NodeView[];
  readonly adds: Readonly<Record<'row' | 'group', string | null>>;
}

export type NodeView = RowView | GroupView;

/** Where a part stands: its key and number, and whether it is the first or last of its group. */
interface Place {
  readonly key: string;
  readonly number: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Groups are offered as long as a comparison in them is within what the schema takes. */
const DEEPEST_GROUP = 8;

/** How conditions are said, and the facts that they may speak of. */
interface Offer extends Saying {
  readonly facts: readonly FactDefinition[];
}

/** The outermost group of a form with all that is in it. Takes the facts that the rule may speak of. */
export function rootView(
  when: FormGroup,
  key: string,
  faults: readonly FormFault[],
  saying: Offer,
): GroupView {
  return groupView(when, { key, number: '', isFirst: true, isLast: true }, faults, saying);
}

function nodeView(node: FormNode, place: Place, faults: readonly FormFault[], saying: Offer): NodeView {
  return isGroup(node) ? groupView(node, place, faults, saying) : rowView(node, place, faults, saying);
}

function groupView(
  { join, parts }: FormGroup,
  place: Place,
  faults: readonly FormFault[],
  saying: Offer,
): GroupView {
  const words = saying.text.workbench.rule.when;
  const { key, number } = place;
  const depth = key.split('-').length;
  return {
    isGroup: true,
    key,
    why: whyOf(key, ['join'], faults),
    label: number === '' ? words.all : words.group(number),
    joinLabel: words.join(number),
    joins: JOINS.map((one) => ({ value: one, label: words.joins[one], isSelected: one === join })),
    parts: parts.map((part, at) => {
      const inner = { key: `${key}-${String(at)}`, number: numberOf(number, at) };
      return nodeView(part, { ...inner, isFirst: at === 0, isLast: at === parts.length - 1 }, faults, saying);
    }),
    adds: {
      row: words.addTo(words.addRow, number),
      group: depth > DEEPEST_GROUP ? null : words.addTo(words.addGroup, number),
    },
    acts: number === '' ? { up: null, down: null, remove: null } : actsOf(place, words.ofGroup, saying),
  };
}

function rowView(row: FormRow, place: Place, faults: readonly FormFault[], saying: Offer): RowView {
  const { rulebook, language, text } = saying;
  const words = text.workbench.rule.when;
  const { key, number } = place;
  const type = factTypes(rulebook).get(row.fact);
  const unit = definitionIn(rulebook, row.fact)?.unit?.[language] ?? null;
  const value = valueView(row, type, unit, saying);
  // What a row says already stays to be seen, and is refused with the reason.
  const names = [row.fact, ...saying.facts.map(({ name }) => name)];
  const offered = definitionsFor(rulebook).filter(({ name }) => names.includes(name));
  const facts = offered.map(({ name, title }) => [name, title[language]] as const);
  return {
    isGroup: false,
    key,
    number,
    why: whyOf(key, ['fact', 'operator', 'value'], faults),
    labels: {
      fact: words.fact(number),
      operator: words.operator(number),
      value:
        value.kind === 'words'
          ? words.words(number)
          : unit === null
            ? words.value(number)
            : words.valueIn(number, unit),
    },
    facts: options(facts, row.fact, words.chooseFact),
    operators: options(operatorChoices(row, type, saying), row.operator, words.chooseOperator),
    value,
    acts: actsOf(place, words.ofRow, saying),
  };
}

function actsOf(
  { isFirst, isLast, number }: Place,
  of: (act: string, number: string) => string,
  { text }: Saying,
): NodeHead['acts'] {
  const { up, down, remove } = text.workbench.rule.when;
  return {
    up: isFirst ? null : of(up, number),
    down: isLast ? null : of(down, number),
    remove: of(remove, number),
  };
}

function whyOf(
  key: string,
  fields: readonly ('fact' | 'operator' | 'value' | 'join')[],
  faults: readonly FormFault[],
): NodeHead['why'] {
  const [first] = fields.flatMap((about) => {
    const text = faultOf(faults, `${key}-${about}`);
    return text === null ? [] : [{ text, id: `${key}-why`, about }];
  });
  return first ?? null;
}

/** Whether it is known is asked only of facts that can be unknown, or where a rule asks it already. */
function operatorChoices(
  row: FormRow,
  type: FactType | undefined,
  { rulebook, text }: Saying,
): readonly (readonly [string, string])[] {
  if (type === undefined) return [];
  const canBeUnknown = definitionIn(rulebook, row.fact)?.canBeUnknown ?? true;
  return operatorsFor(type)
    .filter((one) => canBeUnknown || valuesOf(one) !== 'none' || one === row.operator)
    .map((one) => [one, operatorWords(row.fact, one, rulebook, text).trim()] as const);
}
