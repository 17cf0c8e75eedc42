import type { Texts } from '../texts.ts';
import { counted } from './counted.ts';

type DraftWords = Pick<
  Texts['workbench'],
  | 'saved'
  | 'created'
  | 'continued'
  | 'discarded'
  | 'pointExample'
  | 'faultsHeading'
  | 'faultAt'
  | 'faults'
  | 'fields'
  | 'badEdit'
  | 'json'
  | 'conflict'
>;

/** What is said of saving a draft, of its text, and where two people save at once. */
export const draftWords: DraftWords = {
  saved: 'Saved.',
  created: (title) => `Opened a draft of ${title}. The rules in force stay as they are.`,
  continued: 'Your bureau already has a draft of this rulebook; here it is.',
  discarded: 'The draft is discarded. The rules in force stay as they are.',
  faultsHeading: 'Not saved',
  faultAt: (place, fault) => `${place}: ${fault}`,
  faults: {
    missing: (field) => `Fill in the ${field}`,
    taken: (field) => `There is already the same ${field}; choose another`,
    gone: (field) => `The ${field} is no longer in the draft; somebody may just have removed it`,
    unfit: (field) => `The ${field} does not fit this rulebook; choose again`,
    needed: (field) => `At least one ${field} has to stay`,
    long: (field) =>
      `The ${field} is too long: references and titles take 120 characters, texts and reasons 2,000`,
    unwritable: (field) => `The ${field} takes small letters, digits, dots and hyphens, 40 at most`,
    alone: () =>
      'Some cells rest on this reason alone: give them another under “Reasons of the matrix” first',
    cited: (field) => `Rules still rest on this ${field}, so it cannot be removed`,
    full: () => 'A scale has at most five steps: remove one first',
    few: () => 'A scale has at least three steps: none can be removed',
    named: () =>
      'Rules, examples or a mapping still name this step: change them, or say which step takes its place',
    unknown: (field) =>
      `There is no such ${field} in the unit of the draft; it is the number at the end of the address of its page`,
    turned: () => 'A worse old step would become the milder one: choose again',
  },
  fields: {
    cell: 'cell of the matrix',
    rule: 'rule',
    place: 'the rule that it follows',
    name: 'name of the rule',
    title: 'title',
    reason: 'reason',
    clause: 'clause',
    when: 'condition',
    example: 'example',
    list: 'list of rules',
    step: 'step',
    'step-zh': 'Chinese name of the step',
    'step-en': 'English name of the step',
    grade: 'grade',
    mapping: 'step that it counts as',
    point: 'number of a risk point',
    provision: 'clause',
    'title-zh': 'Chinese title',
    'title-en': 'English title',
    'reason-zh': 'Chinese reason',
    'reason-en': 'English reason',
    'reference-zh': 'Chinese reference',
    'reference-en': 'English reference',
    'wording-zh': 'Chinese text',
    'wording-en': 'English text',
    code: 'code',
    base: 'base',
    'cell-reason': 'reason of this cell',
  },
  pointExample: {
    heading: 'This risk point must be',
    sub: 'One press adds it to the examples of the draft of the grading rules, made where there is none, and leads to the workbench, where the rules are changed. The grade itself does not change.',
    name: (id, grade) => `Risk point ${id} must be ${grade}`,
    added: (id, grade) =>
      `“Risk point ${id} must be ${grade}” is an example of the draft now. The rules in force have not changed.`,
    refused: 'No example was added',
    there: (name, grade) => `The draft has an example of the same facts: “${name}”, which is ${grade} too.`,
    contradicts: (name, grade) =>
      `It contradicts “${name}”, an example of the same facts that is ${grade}. Remove that one in the workbench first.`,
    unassessed:
      'This risk point is not fully assessed, so that it has no grade and cannot be an example. Assess it first.',
    ofPosts: {
      what: 'The rules in force grade posts, so that a risk point cannot be an example.',
      fix: 'Write an example of a post in the workbench.',
    },
    changed: {
      what: 'Somebody saved the same draft at this moment. No example was added.',
      fix: 'Go back to the risk point and press again.',
    },
  },
  badEdit: {
    what: 'This change could not be understood; nothing was saved.',
    fix: 'Go back to the draft, reload it and try again.',
  },
  json: {
    title: 'JSON text',
    sub: 'The same draft as on the workbench. A text with errors is kept, but has no effect to show and cannot be proposed.',
    text: 'Text of the rulebook',
    save: 'Save',
    download: 'Download as JSON',
    table: 'Export as Excel table',
    noTable: 'The text is not in order, so there is no Excel table of it. Put it right first.',
    upload: 'Load from a file',
    uploadSub:
      'Takes the place of the whole text; with any fault nothing is taken, and its line or cell is named. An Excel table is one that was exported here and edited.',
    file: 'JSON file or Excel table (.xlsx)',
    load: 'Load',
    noFile: 'Choose a .json or .xlsx file',
    oneFile: 'The file is too large, or there are several; a standard takes at most 1 MB, a workbook 20 MB',
    fine: 'The text has no errors.',
    faults: (count) => `${counted(count, 'error')} found`,
    loaded: (name) => `Loaded “${name}” in place of the whole text.`,
    refused: 'The file was not loaded; the draft is unchanged',
  },
  conflict: {
    title: 'Somebody saved this draft before you',
    sub: (by, at) => `${by} saved it, ${at}. Your change is not saved yet, and not lost.`,
    theirs: 'How the draft now differs from the version it is based on',
    mine: 'Your change, on top of the draft as it is now',
    nothing: 'Nothing differs',
    impossible:
      'The rule or example that you changed is gone, so your change cannot be made on the draft as it is now.',
    merge: 'Make my change on the draft as it is now',
    overwrite: 'Put my text in place of the draft as it is now',
    drop: 'Drop my change',
    yourText: 'Your text',
  },
};
