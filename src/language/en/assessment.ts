import { counted } from './counted.ts';

interface Changed {
  readonly fact: string;
  readonly who: string;
  readonly at: string;
  readonly now: string;
  readonly chosen: string;
}

/** Setting probability and harm: questions about work, suggestions, the list by keyboard. */
export const assessment = {
  link: 'Assess',
  /** On a board, beside the number of points that wait. */
  linkAll: 'assess them',
  unknown: 'not set',
  otherScale: (step: string, rulebook: string) =>
    `Was “${step}” on the scale of “${rulebook}”: set it anew on the scale in force`,
  otherScaleCounts: (step: string, steps: number, counts: string) =>
    `Set as “${step}” on the earlier scale of ${steps} steps, counts as “${counts}” now`,
  unknownScaleCounts: (counts: string) => `Was set on another scale, counts as “${counts}” now`,
  unknownScale: 'Was set on another scale: set it anew on the scale in force',
  somebody: 'somebody else',
  point: {
    title: (ordinal: string) => `Assess · ${ordinal}`,
    crumbPoint: 'Risk point',
    crumb: 'Assess',
    measure: 'Measures',
    noMeasure: 'No measure',
    faultsHeading: 'Nothing has been saved yet',
    questionsHeading: 'How this work is done',
    questionsHint:
      'Answer as things are. Answers only lead to a suggestion: they do not save an assessment and do not grade.',
    stepsHeading: 'Your assessment',
    stepsHint: 'A suggestion is only that: what counts is what you choose.',
    preselected: 'chosen as suggested, not saved yet',
    current: (step: string, who: string, at: string) => `Now “${step}”, ${who}, ${at}`,
    note: 'Note (optional)',
    noteHint: 'Such as which audit finding you went by. It is kept in the history.',
    preview: 'Preview suggestion and grade',
    save: 'Save',
    saveNext: 'Save and assess the next',
    back: 'Back to the risk point',
    barred: {
      withdrawn: 'This risk point has been taken out of the form and can no longer be assessed.',
      approved: 'The grade of this risk point is approved and can no longer be changed.',
      closed: 'This year’s inspection is not being assessed any more, so nothing can be changed.',
    },
  },
  questions: {
    discretion: {
      title: 'How clear are the standards for this work?',
      hint: 'How much discretion there is',
    },
    frequency: {
      title: 'How often does this work come up?',
      hint: 'How often the power is used',
    },
    amount: {
      title: 'How much money or property is handled in a year?',
      hint: 'Including what is approved, accepted or distributed',
    },
    alone: {
      title: 'Who decides?',
      hint: 'Whether one person can decide alone',
    },
    findings: {
      title: 'Have audits, inspections or complaints found problems in the past three years?',
      hint: 'In this unit or with posts of the same kind',
    },
  },
  /** Answers as one chooses among them. */
  answers: {
    'discretion-none': 'Quite clear: it is done by the book',
    'discretion-some': 'There are several options, left to the person or the division',
    'discretion-wide': 'Not clear: it mainly rests on one person’s judgement',
    'discretion-unsure': 'Hard to say',
    'frequency-rarely': 'A few times a year, or less',
    'frequency-monthly': 'Every month',
    'frequency-weekly': 'Every week, or every day',
    'frequency-unsure': 'Hard to say',
    'amount-none': 'None',
    'amount-small': 'Less than 30,000 yuan',
    'amount-medium': '30,000 yuan or more, but less than 200,000',
    'amount-large': '200,000 yuan or more',
    'amount-unsure': 'Hard to say',
    'alone-joint': 'It is decided jointly',
    'alone-checked': 'One person handles it, another checks or approves',
    'alone-alone': 'One person can finish it',
    'alone-unsure': 'Hard to say',
    'findings-none': 'No',
    'findings-similar': 'Yes, with similar matters',
    'findings-same': 'Yes, with this very matter',
    'findings-unsure': 'Hard to say',
  },
  /** The same answers where they are told again. */
  shorts: {
    'discretion-none': 'done by the book',
    'discretion-some': 'some discretion',
    'discretion-wide': 'wide discretion',
    'discretion-unsure': 'discretion unclear',
    'frequency-rarely': 'a few times a year',
    'frequency-monthly': 'every month',
    'frequency-weekly': 'every week',
    'frequency-unsure': 'frequency unclear',
    'amount-none': 'no money handled',
    'amount-small': 'less than 30,000 yuan a year',
    'amount-medium': '30,000 to 200,000 yuan a year',
    'amount-large': '200,000 yuan a year or more',
    'amount-unsure': 'amount unclear',
    'alone-joint': 'decided jointly',
    'alone-checked': 'checked by another',
    'alone-alone': 'finished by one person',
    'alone-unsure': 'who decides is unclear',
    'findings-none': 'no problems found in three years',
    'findings-similar': 'problems found with similar matters',
    'findings-same': 'problems found with this matter',
    'findings-unsure': 'past findings unclear',
  },
  suggestion: {
    lead: 'Suggested',
    because: (answers: string, step: string) => `${answers} → ${step}`,
    tooFew: {
      probability: 'Answer one or two more (standards, frequency, who decides) for a suggestion.',
      harm: 'Answer the amount and one more (standards, who decides) for a suggestion.',
    },
  },
  result: {
    heading: 'The grade after saving',
    by: 'Proposed by the rules',
    between: (severest: string, mildest: string) => `${severest} and ${mildest}`,
    decided: 'An overridden or approved grade stays as it is: ',
  },
  list: {
    title: 'Assess',
    all: '{total} risk {total|point|points} can be assessed',
    found: '{total} risk {total|point matches|points match} your filters',
    none: 'No risk points match your filters',
    nothingYet: 'No risk points to assess yet',
    emptyFix: 'Remove some filters, or choose “Reset” to see all.',
    nothingYetFix: 'Risk points appear here once the office has imported self-check forms.',
    sub: 'Includes those already assessed, which may be changed; unassessed ones come first',
    caption: 'Set probability and harm one by one',
    filters: { year: 'Year', unit: 'Unit', show: 'Show', page: 'Page' },
    onlyUnassessed: 'Unassessed only',
    columns: { point: 'Risk point', grade: 'Grade' },
    groupLabel: (fact: string, point: string) => `${fact}: ${point}`,
    legend:
      'Arrow keys move between rows and columns, digits set the step, Enter goes to the next cell; then choose “Save”, or press Tab to reach it.',
    key: (key: string, step: string) => `${key} ${step}`,
    unitsOwn: 'unit itself',
    open: 'Question by question',
    changed: 'Not saved',
    fixed: {
      withdrawn: 'Taken out',
      approved: 'Grade approved',
      closed: 'Not being assessed',
      decided: 'Overridden',
    },
    save: 'Save changes',
    saveNone: 'No unsaved changes',
    saveOne: 'Save 1 change',
    saveMany: 'Save {count} changes',
    faultOf: (point: string, problem: string) => `“${point}”: ${problem}`,
    refusedHint: 'No row has been saved. All you chose is still here: check it and save again.',
  },
  kept: {
    restoredOne: '1 mark restored, not yet saved.',
    restoredMany: '{count} marks restored, not yet saved.',
    conflictsOne: '1 mark was not restored: it changed after you chose. Check the row that says so.',
    conflictsMany:
      '{count} marks were not restored: they changed after you chose. Check the rows that say so.',
    elsewhereOne: '1 more mark is not saved either; its row is not on this page.',
    elsewhereMany: '{count} more marks are not saved either; their rows are not on this page.',
    forget: 'Discard all unsaved marks',
    changed: 'You chose “{chosen}” and did not save it; since then it has been changed to “{now}”.',
    fixed: 'You chose “{chosen}” and did not save it; it can no longer be chosen here.',
    use: 'Use my choice',
    drop: 'Keep what stands',
  },
  faults: {
    step: (typed: string) => `“${typed}” is not on the scale in force: choose again`,
    answer: 'This is not one of the answers: choose again',
    noteTooLong: (most: string) => `A note has at most ${most} characters`,
    noteOfNothing: 'Set probability or harm first, then write a note',
  },
  refused: {
    changed: ({ fact, who, at, now, chosen }: Changed) =>
      `${fact} has been changed to “${now}” by ${who}${at === '' ? '' : ` (${at})`}; you chose “${chosen}”`,
    /** Beside the field, where saving once more is the answer. */
    again: (changed: string) => `${changed}. Check it: if you save again, your choice stands`,
    withdrawn: 'taken out of the form, can no longer be assessed',
    approved: 'the grade is approved and can no longer be changed',
    closed: 'this year’s inspection is not being assessed any more',
  },
  saved: {
    one: ({ probability, harm, grade }: { probability: string; harm: string; grade: string }) =>
      `Saved: probability “${probability}”, harm “${harm}”, grade: ${grade}.`,
    answersOnly: (answers: string) => `Saved ${counted(answers, 'answer')}; the assessment did not change.`,
    many: (facts: string, points: string) =>
      `Saved ${counted(facts, 'assessment')} of ${counted(points, 'risk point')}.`,
    nothing: 'Nothing changed, so nothing was saved.',
    allDone: 'No risk points are left unassessed.',
  },
};
