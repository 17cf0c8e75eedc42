import type { Texts } from '../texts.ts';
import { counted, withUnit } from './counted.ts';

const TRAITS: Readonly<Record<Parameters<Texts['facts']['clash']>[1][number], string>> = {
  type: 'type',
  of: 'subject (risk point or post)',
  unit: 'unit',
  options: 'options',
  derived: 'way of counting',
};

/** Facts of a grading rulebook in words, the bureau's own ones included. */
export const facts: Texts['facts'] = {
  truths: { true: 'yes', false: 'no' },
  withUnit,
  as: (fact, value) => `“${fact}” were “${value}”`,
  anyOther: 'any other option',
  clash: (fact, traits) => ({
    what: `“${fact}” is in the catalogue already, with another ${traits.map((trait) => TRAITS[trait]).join(', ')}.`,
    fix: 'What values mean cannot change: write it as the catalogue has it, or declare it under another name.',
  }),
  noPost: { what: 'There is no such post, or it is out of your reach.', fix: 'Start from the risk point.' },
  responsible: (leader) => `Responsible: ${leader}`,
  catalogue: {
    title: 'Facts',
    meta: (bureau, rulebook) => `${bureau} · rulebook in force: ${rulebook}`,
    fact: 'Fact',
    type: 'Type',
    values: 'Values or unit',
    worseHead: 'Which way is worse',
    source: 'Source',
    knownHead: 'Points that have it known',
    none: '—',
    types: { scale: 'scale', number: 'number', boolean: 'yes or no', choice: 'options', text: 'words' },
    subjects: { 'risk-point': 'risk point', post: 'post' },
    typeOf: (type, subject, isDerived) => `${type}, of the ${subject}${isDerived ? ' (counted)' : ''}`,
    worse: { up: 'higher is worse', down: 'lower is worse', none: 'neither' },
    known: (known, points) => `${known} of ${points}`,
  },
  title: 'Record facts',
  ofPoint: 'Facts of the risk point',
  ofPost: 'Facts of the post',
  ofPostIntro: 'Facts of the post hold for all of its risk points.',
  none: 'The rulebook in force has no facts to be recorded here.',
  unknown: 'unknown',
  now: (value, by, at) => `Now “${value}”, recorded by ${by}, ${at}`,
  nowUnknown: 'Not yet recorded',
  number: (unit) => `A whole number of ${unit}`,
  save: 'Save',
  saved: (count) => `${counted(count, 'fact')} recorded; the grades concerned are proposed anew.`,
  savedNothing: 'Nothing was changed.',
  back: 'Back to the risk point',
  postLink: 'Record facts of the post',
  link: 'Record facts',
  faults: {
    heading: 'Something needs to be put right',
    number: (maximum) =>
      `Write a whole number, at least 0${maximum === null ? '' : ` and at most ${maximum}`}.`,
    option: 'Choose one of the options.',
    changed:
      'Somebody changed these facts after you opened the page. Look at what they are now, and save again.',
    barred: 'The inspection of the year is closed or the point is approved; its facts no longer change.',
  },
};
