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
  clashWithApproved: (fact, traits, other) => ({
    what: `“${fact}” is declared by “${other}”, which is approved and waits to come into force, but its ${traits.map((trait) => TRAITS[trait]).join(', ')} differs here.`,
    fix: 'Both cannot come into force. Return this one, make the fact the same or declare it under another name, and propose it again.',
  }),
  declare: {
    link: 'Add a fact',
    title: 'Add a fact',
    heading: 'The fact',
    intro:
      'It can then be recorded on the pages of risk points, imported in registers, and used in rules. Once a rule or a value speaks of it, it cannot be withdrawn.',
    submit: 'Add to the catalogue',
    withdraw: 'Withdraw',
    done: (title) => `“${title}” was added: it can be recorded, imported and used in rules.`,
    withdrawn: (name) => `“${name}” was taken out of the catalogue.`,
    kinds: {
      number: 'number',
      boolean: 'yes or no',
      choice: 'options without an order',
      scale: 'steps in an order, so that rules can say “at least”',
      'count-true': 'count: how many of the chosen ones are yes',
      'count-points': 'count: risk points of the post',
    },
    fields: {
      titleZh: 'Name in Chinese',
      titleEn: 'Name in English',
      sourceZh: 'Meaning and source in Chinese',
      sourceEn: 'Meaning and source in English',
      sourceHint:
        'What it is and who provides it, such as: amount paid in the last year, checked by finance.',
      name: 'Code',
      nameHint:
        'Letters and digits, beginning with a small letter; left blank, it is made from the English name.',
      of: 'Of',
      kind: 'Type',
      worse: 'Which way is worse',
      worseHint:
        'Of yes or no, higher means yes; of steps, those written later. Options have no better or worse: nothing to choose.',
      unitZh: 'Unit in Chinese',
      unitEn: 'Unit in English',
      unitHint: 'Of a number only; leave it blank where there is none.',
      maximum: 'Largest value',
      maximumHint: 'Of a number only: whole numbers from 0 to this; leave it blank where there is no end.',
      options: 'Options or steps',
      optionsHint:
        'Of options and steps: one a line, “Chinese | English”; steps from the lowest to the highest. Options that are there already end in their code, which stays.',
      part: (title, subject) => `Counted: ${title} (${subject})`,
    },
    faults: {
      kind: 'Choose a type.',
      of: 'Choose whether it is of the risk point or of the post; the count of risk points is of the post.',
      worse: 'Choose which way is worse.',
      name: 'A code has letters and digits, begins with a small letter, and has at most 40 characters.',
      taken: 'The catalogue has this code already: choose another.',
      title: 'Write the name in both languages.',
      source: 'Write meaning and source in both languages.',
      unit: 'Write the unit in both languages, or in neither.',
      maximum: 'Write a whole number above 0, or leave it blank.',
      options: 'Write at least two options, one a line, “Chinese | English”, each once.',
      parts: 'Tick the yes-or-no facts to be counted, all of the risk point or all of the post.',
    },
    known: (name) => ({ what: `The catalogue has “${name}” already.`, fix: 'Choose another code.' }),
    used: (name) => ({
      what: `A rulebook, a draft, another fact or a value speaks of “${name}”: it cannot be withdrawn.`,
      fix: 'Take it out of the rules of the draft first; where values are on file, keep it.',
    }),
    noBureau: {
      what: 'You do not answer for a whole bureau.',
      fix: 'The discipline team keeps the catalogue of facts: ask them.',
    },
    noFact: { what: 'The bureau added no such fact.', fix: 'Choose one from the catalogue.' },
  },
  change: {
    link: 'Change',
    title: (fact) => `Change the fact “${fact}”`,
    heading: 'The fact',
    intro:
      'Its names, its meaning, which way is worse, more options and a larger maximum can be changed at any time, and forms, imports and the catalogue follow; versions and drafts of rulebooks keep their own wording until a draft changes it. Type, unit, subject and options in use cannot be changed while values or rulebooks need them.',
    submit: 'Save',
    done: (title) => `Changed “${title}”.`,
    meanwhile: {
      what: 'Somebody changed or withdrew this fact meanwhile; nothing was saved.',
      fix: 'Open it again from the catalogue of facts.',
    },
    trait: (trait) => TRAITS[trait],
    obstacles: {
      draft: (name) => `${name} (draft)`,
      version: (name, version) => `${name} (version ${version})`,
      rulebooks: (traits, rulebooks) =>
        `The ${traits} cannot be changed: these rulebooks declare the fact and could not come into force any more: ${rulebooks}. Add another fact and use it in a draft.`,
      values: (traits, count) =>
        `The ${traits} cannot be changed: values are recorded (${count}) and would mean something else. Add another fact.`,
      options: (options) => `These options cannot be taken out, since values name them: ${options}.`,
      maximum: (largest) => `The maximum cannot be below ${largest}, which is recorded.`,
      counted: (facts) => `It is counted by ${facts}: it has to stay yes or no, of the same subject.`,
    },
  },
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
