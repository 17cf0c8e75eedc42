import type { Texts } from '../texts.ts';
import { counted } from './counted.ts';

/** Batches of imports: what one brought, and taking it back. */
export const batches: Texts['batches'] = {
  crumb: 'Import',
  title: (id) => `Import no. ${id}`,
  finding: 'Import no. {id}: {created} new {created|form|forms}, {replaced} replaced',
  meta: (actor, at, year) => `Imported by ${actor}, ${at}, campaign of ${year}`,
  figures: {
    files: 'Files',
    created: 'New forms',
    replaced: 'Replaced forms',
    points: 'New risk points',
    changed: (count) => `${count} more changed`,
    withdrawn: (count) => `${count} withdrawn`,
  },
  files: 'Files',
  forms: 'Forms it brought',
  formsCaption: 'Forms that this import brought',
  formsGone: 'This import was undone; its forms are no longer shown.',
  columns: { unit: 'Unit', person: 'Name', outcome: 'Outcome' },
  outcomes: { created: 'New', replaced: 'Replaced' },
  unitsOwn: '(the division itself)',
  toPoints: (person) => `Risk points of ${person}`,
  made: 'Units and posts it created',
  units: 'Units',
  posts: 'Posts',
  post: (unit, post) => `${unit}: ${post}`,
  nothing: 'None',
  undone: (by, at) => `This import was undone by ${by}, ${at}.`,
  undoneReason: (reason) => `Reason: ${reason}`,
  unrecorded: 'This import was made before changes were recorded and cannot be undone.',
  toUndo: 'Undo this import…',
  undo: {
    title: (id) => `Undo import no. ${id}`,
    crumb: 'Undo',
    intro: 'Afterwards every page shows what it showed before this import:',
    created: (forms, points) =>
      `${counted(forms, 'form')} and ${counted(points, 'risk point')} that it brought no longer appear or count.`,
    replaced: (forms) =>
      `${counted(forms, 'form')} that it replaced ${forms === '1' ? 'has its' : 'have their'} earlier content and assessment again.`,
    facts:
      'Assessments, domains and declared grades that it brought no longer count; they and the undo itself stay on the audit trail.',
    made: 'Units and posts that it created and nothing else uses are removed.',
    again: 'The same files can be imported again later.',
    reason: 'Reason for the undo',
    reasonHint: 'Such as: files of the wrong year. The reason is shown on the page of this import.',
    submit: 'Undo this import',
    back: 'Go back without undoing',
    done: (id, forms, points) =>
      `Import no. ${id} is undone: ${counted(forms, 'form')} and ${counted(points, 'risk point')} are as before.`,
    errorHeading: 'Nothing was undone',
    reasonMissing: 'Enter a reason for the undo',
    reasonTooLong: (limit) => `The reason may have at most ${limit} characters`,
    blocked: 'It cannot be undone: since this import, these were changed',
    blockedFix:
      'Undo later imports first. What people assessed, confirmed or approved is not undone with an import; import corrected files instead.',
    more: (count) => `And ${count} more.`,
    obstacles: {
      form: (unit, person) => `Form of ${person}, ${unit}: submitted or changed again`,
      point: (unit, text) => `${unit}, “${text}”: assessed, confirmed or changed since`,
      post: (unit, post) => `${post}, ${unit}: duties or domains confirmed or changed since`,
      exemption: (unit, domain) => `${unit}, ${domain}: an exemption was requested or decided since`,
    },
  },
  noSuch: {
    what: 'There is no such import, or it concerns units that you may not see.',
    fix: 'Go back to the imports and choose one from the list.',
  },
  alreadyUndone: (who, at) => ({
    title: 'This import was already undone',
    what: `${who} undid this import on ${at}; there is nothing left to undo.`,
    fix: 'The reason is shown with this import, under “Import”.',
  }),
  notRecorded: (at) => ({
    title: 'This import cannot be undone',
    what: `This import was made on ${at}, before changes were recorded, and cannot be undone.`,
    fix: 'Import corrected files instead.',
  }),
};
