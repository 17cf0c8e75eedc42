import type { Texts } from '../language/texts.ts';
import { factTypes, operatorsFor, type FactType, type FactTypes } from '../rulebooks/fact-type.ts';
import type { ComparisonOperator, Condition, Rulebook } from '../rulebooks/rulebook.ts';
import { isGroup, type FormGroup, type FormNode, type FormRow } from './rule-form.ts';
import { isTyped, LONGEST_WORD, valueOf, valuesOf } from './rule-form-value.ts';
import type { UnfinishedCondition } from './rule-words.ts';

/** What is wrong with a field of the rule's form, in the words of one language. */
export interface RuleFault {
  /** The id of the field. */
  readonly field: string;
  readonly words: (text: Texts) => string;
}

/** The key under which the form's outermost group is posted. */
export const ROOT = 'w';
/** As the schema says. */
const DEEPEST = 10;
const MOST_PARTS = 60;
/** The condition that a form's group says. What is wrong with it is for `conditionFaults`. */
export function conditionOf(group: FormGroup, rulebook: Rulebook): UnfinishedCondition {
  const types = factTypes(rulebook);
  const [only] = group.parts;
  const isAllOfOne = group.join === 'all' && group.parts.length === 1;
  return isAllOfOne && only !== undefined ? saidBy(only, types) : saidBy(group, types);
}

/** Whether nothing of it is missing. */
export function isFinished(condition: UnfinishedCondition): condition is Condition {
  if ('not' in condition) return isFinished(condition.not);
  if ('all' in condition) return condition.all.length > 0 && condition.all.every(isFinished);
  if ('any' in condition) return condition.any.length > 0 && condition.any.every(isFinished);
  return condition.fact !== null && condition.operator !== null && condition.value !== null;
}

/** What is missing or wrong in a form's group, each with the field that it concerns. */
export function conditionFaults(group: FormGroup, rulebook: Rulebook): readonly RuleFault[] {
  const faults = faultsIn(group, ROOT, '', factTypes(rulebook));
  if (faults.length > 0 || depthOf(conditionOf(group, rulebook)) <= DEEPEST) return faults;
  return [{ field: `${ROOT}-join`, words: ({ workbench }) => workbench.rule.faults.tooDeep(DEEPEST) }];
}

function saidBy(node: FormNode, types: FactTypes): UnfinishedCondition {
  if (!isGroup(node)) return comparisonOf(node, types);
  const parts = node.parts.map((part) => saidBy(part, types));
  if (node.join === 'all') return { all: parts };
  if (node.join === 'any') return { any: parts };
  const [only] = parts;
  return { not: parts.length === 1 && only !== undefined ? only : { any: parts } };
}

/** A row as far as it is filled in with what the catalogue knows. */
function comparisonOf({ fact, operator, values }: FormRow, types: FactTypes): UnfinishedCondition {
  const type = types.get(fact);
  if (type === undefined) return { fact: null, operator: null };
  const chosen = operatorsFor(type).find((one) => one === operator) ?? null;
  if (chosen === null) return { fact, operator: null };
  const wanted = valuesOf(chosen);
  if (wanted === 'none') return { fact, operator: chosen };
  return { fact, operator: chosen, value: valueOf(values, type, wanted) };
}

function faultsIn(node: FormNode, key: string, number: string, types: FactTypes): readonly RuleFault[] {
  if (!isGroup(node)) return rowFaults(node, key, number, types);
  const field = `${key}-join`;
  if (node.parts.length === 0)
    return [{ field, words: ({ workbench }) => workbench.rule.faults.emptyGroup(number) }];
  if (node.parts.length > MOST_PARTS)
    return [{ field, words: ({ workbench }) => workbench.rule.faults.tooMany(number, MOST_PARTS) }];
  return node.parts.flatMap((part, at) =>
    faultsIn(part, `${key}-${String(at)}`, numberOf(number, at), types),
  );
}

/** How people speak of the part at a place of a group: 1, or 2.1 within the second. */
export function numberOf(group: string, at: number): string {
  return group === '' ? String(at + 1) : `${group}.${String(at + 1)}`;
}

function rowFaults(row: FormRow, key: string, number: string, types: FactTypes): readonly RuleFault[] {
  const said = comparisonOf(row, types);
  if (!('fact' in said) || said.fact === null) {
    const isUnknown = row.fact !== '';
    return [
      {
        field: `${key}-fact`,
        words: ({ workbench: { rule } }) => rule.faults[isUnknown ? 'unknownFact' : 'noFact'](number),
      },
    ];
  }
  if (said.operator === null)
    return [{ field: `${key}-operator`, words: ({ workbench }) => workbench.rule.faults.noOperator(number) }];
  if (said.value !== null) return [];
  const type = types.get(said.fact);
  return type === undefined
    ? []
    : [{ field: `${key}-value`, words: valueFault(row, number, type, said.operator) }];
}

function valueFault(
  { values }: FormRow,
  number: string,
  type: FactType,
  operator: ComparisonOperator,
): RuleFault['words'] {
  const isMissing = !values.some(isTyped);
  return ({ workbench: { rule } }) => {
    const { faults } = rule;
    if (type.type === 'number' && !isMissing)
      return faults.number(number, type.integer, type.minimum, type.maximum);
    if (type.type === 'text') return isMissing ? faults.noWords(number) : faults.words(number, LONGEST_WORD);
    return valuesOf(operator) === 'many' ? faults.noValues(number) : faults.noValue(number);
  };
}

function depthOf(condition: UnfinishedCondition): number {
  if ('not' in condition) return 1 + depthOf(condition.not);
  if ('fact' in condition) return 1;
  const parts = 'all' in condition ? condition.all : condition.any;
  return 1 + Math.max(0, ...parts.map(depthOf));
}
