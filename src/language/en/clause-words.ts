import type { Texts } from '../texts.ts';
import { counted } from './counted.ts';

/** The clauses of a draft: the provisions that its rules rest on. */
export const clauseWords: Texts['workbench']['clauses'] = {
  tab: 'Clauses',
  title: 'Clauses',
  sub: 'What the rules rest on: items of a document, articles of law, or minutes. Rules name a clause by its code, so a changed reference or wording shows in every rule and reason; no grade changes.',
  usedBy: (rules) => `Rules that rest on it: ${rules}`,
  unused: 'No rule rests on it.',
  explained: (count) => counted(count, 'explained inversion'),
  edit: 'Change',
  remove: 'Remove',
  add: 'Add a clause',
  ofClause: (act, reference) => `${act}: ${reference}`,
  addTitle: 'Add a clause',
  addSub: 'Once it is added, rules can be written that rest on it.',
  editTitle: (reference) => `Change the clause “${reference}”`,
  editSub: 'With another code, the rules that rest on it follow; versions already in force keep their text.',
  save: 'Save clause',
  saved: (reference) => `The clause “${reference}” was saved.`,
  removed: (code) => `The clause ${code} was removed.`,
  fields: {
    referenceZh: 'Reference (Chinese)',
    referenceEn: 'Reference (English)',
    textZh: 'Text (Chinese)',
    textEn: 'Text (English)',
    code: 'Code',
  },
  hints: {
    reference: 'The document and its number, or the article.',
    code: 'Such as minutes-2021-6; made of the English reference where left empty.',
  },
};
