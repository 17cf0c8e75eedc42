import type { Texts } from '../texts.ts';

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
};
