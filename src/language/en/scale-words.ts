import type { Texts } from '../texts.ts';
import { counted } from './counted.ts';

/** The scales of a draft and the mapping of old values. */
export const scaleWords: Texts['workbench']['scales'] = {
  tab: 'Scales',
  title: 'Scales',
  none: {
    what: 'This draft has no scales that could be changed here.',
    fix: 'Only grading rulebooks have scales; if the text is faulty, put it right under “JSON text” first.',
  },
  sub: 'The worst step first. New names leave values on file as they are; with a step more or less the scale becomes another scale, and it has to be said how old values count.',
  limit: (steps, least, most) => `${steps} steps; a scale may have ${least} to ${most}.`,
  pointsNow: 'Points now',
  name: { zh: 'Chinese name', en: 'English name' },
  nameOf: { zh: (step) => `Chinese name of “${step}”`, en: (step) => `English name of “${step}”` },
  points: (count) => count,
  saveNames: 'Save the names',
  worse: 'Move up',
  milder: 'Move down',
  addAbove: 'Add a step above',
  addLowest: 'Add a step at the bottom',
  remove: 'Remove',
  ofStep: (act, step) => `${act}: ${step}`,
  cancel: 'Leave it',
  saved: {
    'name-steps': 'The names of the steps are saved.',
    'add-step': 'The step is added. Check the matrix, and say how old values count.',
    'move-step': 'The order of the steps is changed.',
    'remove-step': 'The step is removed. Check the matrix, and say how old values count.',
    'map-scale': 'How old values count is saved.',
  },
  add: {
    above: (fact, step) => `A new step of ${fact}, next worse than “${step}”`,
    below: (fact, step) => `A new step of ${fact}, next milder than “${step}”`,
    grades: 'Grades of the new step in the matrix',
    note: (step) =>
      `Preset as those of its neighbour “${step}”: check every cell. The cells also rest on the reasons of “${step}”; adjustment rules stay as they are, and the verification shows where they fall short.`,
    preset: (step) => `preset, as “${step}”`,
    submit: 'Add the step',
  },
  removal: {
    heading: (fact, step) => `Remove “${step}” from ${fact}`,
    cells: 'Cells of the matrix that go with it',
    noCells: 'No cell of a matrix goes with it.',
    named: 'What still names this step',
    needed:
      'Change these first, or say which step takes its place: it is then named in every rule, example and mapping instead.',
    free: 'No rule and no example names this step; it can be removed.',
    instead: 'Which step takes its place',
    nobody: 'None',
    rule: (title) => `Rule “${title}”`,
    example: (name) => `Example “${name}”`,
    explained: (count) => counted(count, 'explained inversion'),
    mapped: 'How old values count',
    submit: 'Remove the step',
  },
  mapping: {
    heading: 'How old values count',
    saved: 'Saved. Points keep the values that people set; for their grade, values count as said here.',
    unsaved: (points) =>
      `Not saved yet: ${counted(points, 'point has', 'points have')} a value that counts as no step. Under this draft they would become unassessed, unless their grade was approved or overridden.`,
    row: (step) => `What was “${step}”`,
    points: (count) => counted(count, 'point'),
    suggested: 'suggested (equal name), not saved yet',
    choose: 'Choose',
    save: 'Save how old values count',
    clear: 'Count none, leave them unassessed',
  },
  lost: (points) =>
    `The scales were changed: the values of ${counted(points, 'point')} count as no step; unless their grade was approved or overridden, they would become unassessed.`,
  toMapping: 'Say how old values count',
};
