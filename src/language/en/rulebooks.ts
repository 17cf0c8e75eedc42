import type { Texts } from '../texts.ts';
import type { BothLanguages, Words } from '../words.ts';
import { counted } from './counted.ts';

type Rulebooks = Texts['rulebooks'];

const TYPES: Readonly<Record<string, string>> = {
  object: 'an object {…}',
  array: 'a list […]',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

function quoted(values: readonly unknown[]): string {
  return values.map((value) => `“${String(value)}”`).join(', ');
}

/** What can be wrong with a rulebook: against the schema. */
const schema: Rulebooks['schema'] = {
  'file-too-large': (limit: number): Words => ({
    message: `The rulebook is larger than ${limit} KB and was not read.`,
    fix: 'Take out what is not needed, or split it into several rulebooks.',
  }),
  'not-utf8': (): Words => ({ message: 'The file is not in UTF-8.', fix: 'Save it as UTF-8 and try again.' }),
  syntax: (line: number): Words => ({
    message: `Line ${line} is not valid JSON.`,
    fix: 'Check this line and the one before: quotation marks, commas and brackets that are missing or too many.',
  }),
  'too-deep': (): Words => ({
    message: 'It is nested too deeply; reading stopped here.',
    fix: 'Use fewer levels of brackets.',
  }),
  'duplicate-key': (key: string): Words => ({
    message: `“${key}” stands here twice.`,
    fix: 'Keep only one.',
  }),
  required: (name: string): Words => ({ message: `“${name}” is missing.`, fix: `Add “${name}”.` }),
  additionalProperties: (name: string): Words => ({
    message: `“${name}” is not allowed here.`,
    fix: 'Delete it, or check the spelling.',
  }),
  type: (types: readonly string[]): Words => ({
    message: `The type is wrong; it should be ${types.map((type) => TYPES[type] ?? type).join(' or ')}.`,
    fix: 'Write the type that is asked for: texts in quotation marks, numbers without.',
  }),
  enum: (allowed: readonly unknown[]): Words => ({
    message: 'This value is not allowed.',
    fix: `Choose one of: ${quoted(allowed)}.`,
  }),
  pattern: (): Words => ({
    message: 'The name is not of the prescribed form.',
    fix: 'A name begins with a small letter and has only letters, digits and hyphens, such as probability-high; a fact is written like measureCount.',
  }),
  'too-few': (limit: number): Words => ({
    message: `Too little: at least ${limit} (items or characters).`,
    fix: 'Add what is missing.',
  }),
  'too-many': (limit: number): Words => ({
    message: `Too much: at most ${limit} (items or characters).`,
    fix: 'Shorten it or split it.',
  }),
  uniqueItems: (): Words => ({ message: 'The list says something twice.', fix: 'Delete the repetition.' }),
  'value-unwanted': (): Words => ({
    message: '“isUnknown” and “isKnown” take no value.',
    fix: 'Delete “value”.',
  }),
  'condition-too-deep': (): Words => ({
    message: 'Conditions are nested more than 10 levels deep.',
    fix: 'Split the condition into several rules, or merge all or any of the same kind.',
  }),
  other: (keyword: string): Words => ({
    message: `It does not meet the format (${keyword}).`,
    fix: 'Compare it with rules/rulebook.schema.json.',
  }),
};

/** What can be wrong with a rulebook although its form is right. */
const meaning: Rulebooks['meaning'] = {
  'unknown-fact': (fact: string, known: readonly string[]): Words => ({
    message: `There is no fact “${fact}”.`,
    fix: `Facts to choose from: ${known.join(', ')}.`,
  }),
  'operator-unfit': (fact: string, operator: string, fitting: readonly string[]): Words => ({
    message: `The fact “${fact}” cannot be compared with “${operator}”.`,
    fix: `Comparisons to choose from: ${fitting.join(', ')}.`,
  }),
  'value-unfit': (fact: string, value: unknown, expected: string): Words => ({
    message: `${JSON.stringify(value)} is not a value of the fact “${fact}”.`,
    fix: `It should be ${expected}.`,
  }),
  'value-expected': {
    options: (options: readonly string[]): string => `one of: ${options.join(', ')}`,
    boolean: 'true or false (without quotation marks)',
    text: 'a text',
    number: (integer: boolean, minimum: number, maximum: number | null): string =>
      `${integer ? 'a whole number' : 'a number'} (without quotation marks), at least ${minimum}${maximum === null ? '' : ` and at most ${maximum}`}`,
  },
  'word-not-plain': (word: string, plain: string): Words => ({
    message: `The keyword “${word}” has spaces, full-width or capital letters and can never match.`,
    fix: `Write “${plain}”.`,
  }),
  'duplicate-name': (name: string): Words => ({
    message: `“${name}” is used twice.`,
    fix: 'Choose another name, or delete one of them.',
  }),
  'unknown-clause': (clause: string): Words => ({
    message: `There is no clause “${clause}”.`,
    fix: 'Add the clause under clauses, or name one that is there.',
  }),
  'facts-impossible': (): Words => ({
    message: 'These facts cannot occur together: the count does not fit what it counts.',
    fix: 'Put the count right, or write only the parts and let it be counted.',
  }),
  'explained-alike': (): Words => ({
    message: 'The two sets of facts of the explained inversion are the same.',
    fix: 'Write the better and the worse facts; at least one of them differs.',
  }),
  'unknown-rule': (rule: string): Words => ({
    message: `There is no rule “${rule}”.`,
    fix: 'Check the name of the rule.',
  }),
  'unknown-step': (step: string, steps: readonly string[]): Words => ({
    message: `The scale has no step “${step}”.`,
    fix: `Steps to choose from: ${steps.join(', ')}.`,
  }),
  'alias-ambiguous': (word: string): Words => ({
    message: `“${word}” means two steps of the scale, so a form that says it cannot be read.`,
    fix: 'Keep it with one step only.',
  }),
  'mapping-to-itself': (scale: string): Words => ({
    message: `The scale “${scale}” needs no mapping to itself.`,
    fix: 'Delete this mapping.',
  }),
  'mapping-incomplete': (scale: string, steps: readonly string[]): Words => ({
    message: `The mapping from the scale “${scale}” leaves out: ${steps.join(', ')}.`,
    fix: 'Map every old step to one of the present steps; to map none, delete the whole mapping, and those points become unassessed.',
  }),
  'mapping-turned': (milder: string, worse: string): Words => ({
    message: `“${worse}” was worse than “${milder}”, and the mapping makes it milder.`,
    fix: 'Map the worse old step to a step that is no milder.',
  }),
  'scale-changed': (scale: string, steps: readonly string[]): Words => ({
    message: `The scale “${scale}” is already in use with these steps: ${steps.join(', ')}. With other steps it needs another code.`,
    fix: 'Give the scale another code and say under mappings which present step each old one is; or change it on the page “Scales”, which does so.',
  }),
  'scales-alike': (): Words => ({
    message: 'Both scales have the same code.',
    fix: 'Give the scales of probability and harm codes of their own.',
  }),
  'axes-alike': (): Words => ({
    message: 'Rows and columns of the matrix are the same fact.',
    fix: 'Use probability for one and harm for the other.',
  }),
  'axis-not-required': (fact: string): Words => ({
    message: `The matrix uses “${fact}”, but requires does not name it: without this fact nothing can be graded.`,
    fix: `Add “${fact}” to requires.`,
  }),
  'base-fact': (fact: string): Words => ({
    message: `A basic rule may compare only the rows and columns of the matrix, not “${fact}”.`,
    fix: 'Make it an adjustment (adjustments).',
  }),
  'post-matrix': (): Words => ({
    message:
      'A rulebook that grades posts cannot have a matrix of probability and harm: they differ from point to point.',
    fix: 'Use a decision table (decisions), or set subject to risk-point.',
  }),
  'not-of-post': (fact: string): Words => ({
    message: `A rulebook that grades posts cannot use “${fact}”: it differs from point to point.`,
    fix: 'Use a fact of the post (of: post), or set subject to risk-point.',
  }),
  'derived-not-number': (fact: string): Words => ({
    message: `The derived fact “${fact}” has to be a number.`,
    fix: 'Set type to number, or remove derived.',
  }),
  'points-not-of-post': (fact: string): Words => ({
    message: `“${fact}” counts the points of a post, so it has to be a fact of the post.`,
    fix: 'Set of to post.',
  }),
  'not-countable': (fact: string, countable: readonly string[]): Words => ({
    message: `“${fact}” cannot be counted: only yes/no facts declared for the same subject can.`,
    fix:
      countable.length === 0
        ? 'Declare such a fact first.'
        : `Facts that can be counted: ${countable.join(', ')}.`,
  }),
  'cell-missing': (row: string, column: string): Words => ({
    message: `The matrix lacks the cell (${row}, ${column}): this case would get no grade.`,
    fix: 'Add the cell.',
  }),
  'cell-twice': (row: string, column: string): Words => ({
    message: `The matrix has the cell (${row}, ${column}) twice.`,
    fix: 'Keep only one.',
  }),
  'same-conditions': (one: BothLanguages, other: BothLanguages): Words => ({
    message: `“${one.en}” and “${other.en}” have the same conditions and yet different results.`,
    fix: 'Delete one of them, or correct the conditions or the result of one.',
  }),
  'unassessed-with-rules': (): Words => ({
    message: 'An example that expects unassessed (null) has no deciding rules.',
    fix: 'Delete “rules”.',
  }),
};

/** What judging finds. */
const check: Rulebooks['check'] = {
  'example-differs': (name: string, expected: string, found: string): Words => ({
    message: `“${name}” should give ${expected}, but gives ${found}.`,
    fix: 'Compare the example with the rules and correct the one that is wrong.',
  }),
  'base-rule-does-not-apply': (rule: string, row: string, column: string): Words => ({
    message: `The cell (${row}, ${column}) rests on “${rule}”, but that rule does not hold there.`,
    fix: 'Correct what the cell rests on, or the condition of the rule.',
  }),
  'non-monotone': (change: string, better: string, worse: string): Words => ({
    message: `${change}, and yet the grade gets milder: from ${better} to ${worse}.`,
    fix: 'Check the rules and cells named: a worse case must not get a milder grade.',
  }),
  'non-monotone-status': (change: string, better: string, worse: string): Words => ({
    message: `${change}, and yet the result gets better: from “${better}” to “${worse}”.`,
    fix: 'Check the rules named: a worse case must not get a better result.',
  }),
  gap: (cases: number): Words => ({
    message: `${counted(cases, 'case')} met by no rule, without a result.`,
    fix: 'Add a rule, or widen the condition of one, so that the case named gets a result.',
  }),
  'rules-disagree': (one: BothLanguages, its: string, other: BothLanguages, others: string): Words => ({
    message: `“${one.en}” (${its}) and “${other.en}” (${others}) apply together and disagree.`,
    fix: 'Correct the condition or the grade of one of them, or let the first one decide (hitPolicy first).',
  }),
  contradiction: (rule: BothLanguages): Words => ({
    message: `The condition of “${rule.en}” contradicts itself: no case can meet it.`,
    fix: 'Correct the condition, or delete the rule.',
  }),
  hidden: (rule: BothLanguages, hiders: readonly BothLanguages[]): Words => ({
    message: `“${rule.en}” never has an effect: wherever it applies, ${titles(hiders)} already decides.`,
    fix: 'Correct its condition, move it before the rules named, or delete it.',
  }),
  'base-rule-unused': (rule: BothLanguages): Words => ({
    message: `No cell rests on “${rule.en}”, so it never has an effect.`,
    fix: 'Name it in the cells that rest on it, or delete it.',
  }),
  redundant: (rule: BothLanguages, others: readonly BothLanguages[]): Words => ({
    message:
      others.length === 0
        ? `“${rule.en}” is redundant: without it every case has the same result.`
        : `“${rule.en}” is redundant: without it every case has the same result; here ${titles(others)} would decide.`,
    fix: 'Delete the rule, or correct its condition or result.',
  }),
  'explains-nothing': (): Words => ({
    message: 'There is no inversion that this explains.',
    fix: 'Give the facts in full: two cases that differ in one fact, the worse one with the milder grade; or delete it.',
  }),
  sampled: (): Words => ({
    message:
      'The rulebook tells too many cases apart; only samples were judged, so finding nothing proves nothing.',
    fix: 'Use fewer rules, thresholds or comparisons, or split the rulebook.',
  }),
  'more-inversions': (shown: number, left: number): Words => ({
    message: `There are too many inversions; the ${shown} nearest are shown, and at least ${left} more are not.`,
    fix: 'Put these right first, then check again.',
  }),
  'inversions-left': (shown: number, left: number): Words => ({
    message: `There are too many inversions; the ${shown} nearest are shown, and ${left} more are not.`,
    fix: 'Put these right first, then check again.',
  }),
  'words-unchecked': (): Words => ({
    message:
      'There are too many rules and words to compare them all: whether one hides another or is one too many was not checked of all, so finding nothing proves nothing.',
    fix: 'Use fewer rules or words, or split the rulebook.',
  }),
  truth: { true: 'yes', false: 'no' },
};

function titles(rules: readonly BothLanguages[]): string {
  const shown = rules.slice(0, 3).map(({ en }) => `“${en}”`);
  return rules.length > 3 ? `${shown.join(', ')} and others (${rules.length} in all)` : shown.join(', ');
}

/** Words of the check of rulebooks, and of the command that runs it. */
export const rulebooks: Rulebooks = {
  schema,
  meaning,
  check,
  from: (fact: string, better: string, worse: string): string =>
    `${fact} changes from “${better}” to “${worse}”`,
  result: (result: string, rules: readonly string[]): string =>
    rules.length === 0 ? result : `${result} (${rules.join(', ')})`,
  nothing: 'no result',
  command: {
    description: 'Rulebooks',
    check: 'Checks a rulebook: its format, its examples, and every case one by one',
    rulebook: 'rulebook file',
    ok: (cases: number): string =>
      cases === 0
        ? 'Passed: format and examples are sound.'
        : `Passed: format and examples are sound; ${counted(cases, 'case')} checked.`,
    failed: (count: number): string => `${counted(count, 'problem')} found:`,
    finding: (place: string, message: string, fix: string): string => `${place}${message} ${fix}`,
    warning: (message: string, fix: string): string => `Note: ${message} ${fix}`,
    sampled: (cases: number): string =>
      cases === 0
        ? 'Nothing found in format and examples; the rest was not checked in full.'
        : `Nothing found in samples of ${counted(cases, 'case')}.`,
    position: (place) => `${place}: `,
    line: (line: number, path: string): string => `Line ${line} ${path}: `,
    fact: (fact: string, value: string | number | boolean | null): string =>
      `${fact} = ${value === null ? 'unknown' : String(value)}`,
    facts: (facts: readonly string[]): string => `  Case: ${facts.join(', ')}`,
  },
};
