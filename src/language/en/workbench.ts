import { counted } from './counted.ts';
import type { Texts } from '../texts.ts';
import { baseWords } from './base-words.ts';
import { clauseWords } from './clause-words.ts';
import { draftWords } from './draft-words.ts';
import { ruleEditor } from './rule-editor.ts';
import { ruleWords } from './rule-words.ts';
import { scaleWords } from './scale-words.ts';

export const workbench: Texts['workbench'] = {
  noSuch: {
    what: 'There is no such draft, or it is outside what you look after.',
    fix: 'Come from “Rulebooks”; the draft may have been discarded, or proposed.',
  },
  alreadyOpen: {
    what: 'Your bureau already has a draft of this rulebook.',
    fix: 'Open that draft and go on there, or discard it first.',
  },
  changedMeanwhile: {
    what: 'Somebody saved this draft while you were looking at it; it was not discarded.',
    fix: 'Go back to the draft and look at their changes before you decide.',
  },
  textFaults: {
    'too-long': (limit) => ({
      what: `The text is longer than ${limit} KB and was not saved.`,
      fix: 'Remove what is not needed, or split it into several rulebooks.',
    }),
    'not-json': (line) => ({
      what: `Line ${line} is not valid JSON; nothing was saved.`,
      fix: 'Check quotation marks, commas and brackets on this line and the one before.',
    }),
    'not-object': () => ({
      what: 'The text is no rulebook: its outermost part must be {…}; nothing was saved.',
      fix: 'Check whether this is the right file.',
    }),
    'other-rulebook': (kind, name) => ({
      what: 'This is another rulebook; nothing was saved.',
      fix: `If you do want it here, change its kind to “${kind}” and its name to “${name}”.`,
    }),
  },
  unsound: {
    what: 'The text of the draft is no complete rulebook, so its matrix and rules cannot be changed.',
    fix: 'Correct it under “JSON text” first, where the lines are named.',
  },
  superseded: {
    what: 'The draft was changed again, so what was being worked out for its earlier state was stopped.',
    fix: 'Open the draft again to see what follows from the newest change.',
  },
  crumb: 'Rulebooks',
  draftOf: (title) => `${title} (draft)`,
  meta: (unit, version, changes, at, by) =>
    `${unit}; based on version “${version}”, ${changes === 0 ? 'nothing changed yet' : counted(changes, 'change')}; saved by ${by}, ${at}`,
  metaUnsound: (unit, version, at, by) =>
    `${unit}; begun from version “${version}”; cannot be compared with what is in force until its text is put right; saved by ${by}, ${at}`,
  metaOlder: (unit, version, inForce, changes, at, by) =>
    `${unit}; begun from version “${version}”, which is not in force; ${changes === 0 ? 'no difference' : counted(changes, 'difference')} from “${inForce}” in force; saved by ${by}, ${at}`,
  harmless: 'Trying out changes no record; approved and overridden grades are never touched.',
  readOnly: 'You may look at this draft; the discipline team changes it.',
  finding: {
    largest: 'Under this draft {count} {count|risk point|risk points} would go from {from} {verb} {to}',
    where: ', {part} of them in {divisions} {divisions|division|divisions}',
    others: '; {others} other {others|point|points} would change',
    end: '.',
    none: 'Under this draft no risk point would change its grade.',
    unsound: 'The text of the draft has errors, so its effect cannot be shown.',
    noCampaign: 'There is no inspection yet, so the effect cannot be shown.',
    verbs: { up: 'up to', down: 'down to', other: 'to', same: 'to' },
  },
  tabs: { label: 'Pages of the draft', bench: 'Workbench', json: 'JSON text' },
  matrix: {
    heading: 'Base matrix',
    sub: 'Arrow keys move, 1, 2 and 3 set the grade; figures are the risk points there now.',
    subPlain: 'Figures are the risk points there now.',
    caption: (rows, columns) =>
      `Grades by ${rows.toLowerCase()} (rows) and ${columns.toLowerCase()} (columns)`,
    corner: (rows, columns) => `${rows} \\ ${columns}`,
    cell: (row, column) => `${row}, ${column}`,
    was: (grade) => `was ${grade}`,
    points: (points) => `${points} ${points === '1' ? 'risk point' : 'risk points'}`,
    apply: 'Set the chosen grades',
  },
  lists: {
    adjustments: 'Adjustment rules',
    decisions: 'Decision table',
    rules: 'Rules',
    reasons: 'Reasons of the matrix',
  },
  listSubs: {
    adjustments: 'In this order: base, then lowering, then “no milder than”.',
    decisions: 'Judged from top to bottom.',
    rules: 'From top to bottom; the first that applies decides.',
    reasons: 'What the cells of the matrix rest on, with their clauses; they give no grade by themselves.',
    suggestions: 'All that apply suggest their domain; those further up come first.',
  },
  hitPolicies: { first: 'The first that applies decides.', any: 'All that apply have to agree.' },
  otherwise: (result) => `Everything else: ${result}`,
  noRules: 'There is no rule yet.',
  moveUp: 'Move up',
  moveDown: 'Move down',
  removeRule: 'Remove',
  editRule: 'Change',
  addRule: 'Add a rule',
  ofRule: (action, title) => `${action}: ${title}`,
  basis: (clause) => `Basis: ${clause}`,
  impact: {
    heading: 'Effect',
    sub: (year, points, milliseconds) => `${year}, ${points} risk points, in ${milliseconds} milliseconds`,
    changes: '{changed} {changed|change|changes}: {up} up, {down} down{other}',
    other: (count) => `, ${count} to or from unassessed`,
    cutAnew: 'New limits of numbers split some cases; their points were counted by their own values.',
    caption: 'Risk points by old and new grade',
    corner: 'old \\ new',
    share: (grade) => `Share rated ${grade}`,
    shareFrom: (before, after) => `${before} → ${after}`,
    divisions: (grade) => `Points rated ${grade} by division`,
    columns: { unit: 'Unit', change: 'Change' },
    rest: (count) => `${count} others`,
    list: 'One by one, old and new reason',
    unsound: 'Correct the text first.',
    noCampaign: 'There is no inspection yet.',
  },
  check: {
    heading: 'Verification',
    sub: (cases) => `All ${cases} combinations of facts were judged`,
    subSampled: (cases) => `Only a sample of ${cases} combinations was judged, so silence proves nothing`,
    subNone: 'Form and examples were checked',
    subUncompared:
      'Form and examples were checked, not all rules against each other, so silence proves nothing',
    fine: {
      gap: 'No facts are left without a result',
      conflict: 'No rules contradict each other',
      'non-monotone': 'No inversion: worse facts never get a milder grade',
      example: (count) => `Examples: ${count} of ${count} pass`,
    },
    kinds: {
      schema: 'Form',
      example: 'Example',
      gap: 'Gap',
      conflict: 'Conflict',
      unreachable: 'Never decides',
      redundant: 'Redundant',
      'non-monotone': 'Inversion',
    },
    more: (count) => `${count} more; correct these first.`,
    line: (line) => `Line ${line}`,
    places: 'Where:',
    addExample: 'Add as example',
    explain: 'Explain and keep',
    explainReason: 'Reason for keeping it (Chinese)',
    explainReasonEn: 'Reason for keeping it (English)',
    explainClause: 'Basis',
    explained: (count) => `${counted(count, 'inversion')} kept with a reason`,
    accept: (grade) => `Change the example to ${grade}`,
    exampleName: (facts) => `From verification: ${facts}`,
  },
  examples: {
    heading: 'Examples',
    sub: 'Facts and the grade that they must get; checked at every change.',
    passes: 'passes',
    fails: 'fails',
    expect: (grade) => `must be ${grade}`,
    remove: 'Remove',
    fromPoint: 'Add an example from a risk point',
    point: 'Number of the risk point',
    pointHint: 'The number at the end of the address of its page.',
    grade: 'Must be',
    add: 'Add',
    pointName: (id) => `Risk point ${id}`,
  },
  actions: {
    heading: 'Next',
    propose: 'Propose',
    blocked: (count) => `Verification failed: put right ${counted(count, 'finding')} first.`,
    unchanged: 'Nothing is changed yet, so there is nothing to propose.',
    outdated: (count) =>
      `Proposing makes the examples that said what held before (${count}) say what the new rules give.`,
    after: 'Once proposed, another person of the party group decides.',
    discard: 'Discard the draft',
    discardSub: 'It cannot be brought back. The rules in force stay as they are.',
  },
  base: baseWords,
  clauses: clauseWords,
  scales: scaleWords,
  ...draftWords,
  ...ruleWords,
  rule: ruleEditor,
};
