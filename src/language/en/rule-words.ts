import type { Texts } from '../texts.ts';
import { counted, withUnit } from './counted.ts';

type RuleWords = Pick<
  Texts['workbench'],
  'difference' | 'operators' | 'numberOperators' | 'options' | 'words'
>;

/** Rules, facts and differences between rulebooks in words. */
export const ruleWords: RuleWords = {
  difference: {
    words: {
      cell: (row, column) => `Matrix ${row} × ${column}`,
      from: (place, from, to) => `${place}: ${from} → ${to}`,
      noCell: 'no such cell',
      added: (title) => `Rule added: ${title}`,
      removed: (title) => `Rule removed: ${title}`,
      changed: (title) => `Rule changed: ${title}`,
      order: 'Rules stand in another order',
      part: (part) => `Changed: ${part}`,
      parts: {
        title: 'title',
        description: 'description',
        clauses: 'clauses',
        subject: 'what is graded',
        grades: 'names of the grades',
        scales: 'scales',
        facts: 'own facts',
        requires: 'required facts',
        base: 'form of the base',
      },
      examples: (added, removed) => `Examples: ${added} added, ${removed} removed`,
      explained: (added, removed) => `Inversions kept: ${added} added, ${removed} removed`,
    },
  },
  operators: {
    equal: ' is ',
    notEqual: ' is not ',
    lessThan: ' is below ',
    atMost: ' is at most ',
    greaterThan: ' is above ',
    atLeast: ' is at least ',
    in: ' is one of ',
    notIn: ' is none of ',
    containsAny: ' contains any of ',
    isUnknown: ' is unknown',
    isKnown: ' is known',
  },
  numberOperators: {
    equal: ' equals ',
    notEqual: ' does not equal ',
    lessThan: ' is less than ',
    atMost: ' is at most ',
    greaterThan: ' is more than ',
    atLeast: ' is at least ',
  },
  options: {
    expected: { confirmed: 'confirmed', suggested: 'suggested', no: 'no' },
    subject: { 'risk-point': 'risk', post: 'duties of a post' },
  },
  words: {
    when: 'When ',
    then: ', ',
    end: '.',
    and: ' and ',
    or: ' or ',
    not: 'not (',
    notEnd: ')',
    open: '(',
    close: ')',
    listComma: ', ',
    unknown: 'unknown',
    nothingKnown: 'nothing known',
    blank: '____',
    yes: 'yes',
    no: 'no',
    amount: (value, unit) => withUnit(String(value), unit),
    factIs: (fact, value) => `${fact} ${value}`,
    lowerBy: (steps) => `the grade is lowered by ${counted(steps, 'step')}`,
    noMilderThan: (grade) => `the grade is no milder than ${grade}`,
    isReason: 'cells of the matrix can rest on it',
    isGrade: (grade) => `the grade is ${grade}`,
    isNotExpected: 'no risk point is expected',
    isStatus: (status) => `it counts as ${status}`,
    isDomain: (domain) => `${domain} is suggested`,
  },
};
