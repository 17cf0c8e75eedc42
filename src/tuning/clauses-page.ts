import { ALL_TEXTS } from '../language/languages.ts';
import type { Texts } from '../language/texts.ts';
import { OperationalError } from '../platform/errors.ts';
import type { Clause, Rulebook } from '../rulebooks/rulebook.ts';
import { cardFields, fieldId, type FormField } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { Bench } from './bench.ts';
import { citationsOf, type ClauseEdit } from './clause-edit.ts';
import { editFaultWords } from './edit-fault-page.ts';
import type { PartVisit } from './draft-part-page.ts';
import { draftPath } from './paths.ts';
import type { Saying } from './saying.ts';
import { draftHead, sayingOf, type DraftHead } from './workbench-page.ts';

export interface ClausesPage extends DraftHead {
  readonly faults: readonly FormFault[];
  readonly address: string;
  readonly form: ClauseForm | null;
  readonly clauses: readonly ClauseView[];
  readonly addHref: string;
}

interface ClauseForm {
  readonly heading: string;
  readonly sub: string;
  /** The code of the clause that is changed; empty where one is added. */
  readonly replaces: string;
  readonly fields: readonly FormField[];
}

interface ClauseView {
  readonly code: string;
  readonly reference: string;
  readonly text: string;
  /** The clause in the other language. */
  readonly other: { readonly language: string; readonly reference: string; readonly text: string };
  readonly usedBy: string;
  readonly isFree: boolean;
  readonly editHref: string;
  readonly labels: Readonly<Record<'edit' | 'remove', string>>;
}

/**
 * The clauses of a draft with what rests on each, and the form of one of them.
 * @throws OperationalError `conflict` while the draft's text is no sound rulebook
 */
export function clausesPage(bench: Bench, visit: PartVisit<ClauseEdit>, text: Texts): ClausesPage {
  if (!('rulebook' in bench.parsed))
    throw new OperationalError('conflict', 'draft-unsound', (said) => said.workbench.unsound);
  const { rulebook } = bench.parsed;
  const saying = sayingOf(bench, text);
  const { clauses: words, faultsHeading } = text.workbench;
  const address = draftPath(bench.draft.id, 'clauses');
  const faults = (visit.refused?.faults ?? []).map((fault) => ({
    field: fieldId(CARD, fault.at ?? 'list'),
    message: editFaultWords(fault, text),
  }));
  const head = draftHead(bench, visit.mayTune, saying);
  return {
    ...head,
    title: `${faults.length === 0 ? '' : `${faultsHeading} – `}${words.title} – ${head.title}`,
    faults,
    address,
    form: visit.mayTune ? formOf(rulebook, visit, faults, saying) : null,
    clauses: rulebook.clauses.map((clause) => clauseView(clause, address, saying)),
    addHref: `${address}?add=1#${CARD}`,
  };
}

const CARD = 'clause';

function clauseView(clause: Clause, address: string, saying: Saying): ClauseView {
  const { text, language, rulebook } = saying;
  const { clauses: words } = text.workbench;
  const reference = clause.reference[language];
  const { rules, explained } = citationsOf(rulebook, clause.code);
  const uses = [
    ...rules.map((title) => title[language]),
    ...(explained === 0 ? [] : [words.explained(explained)]),
  ];
  const other = ALL_TEXTS.find(([code]) => code !== language)?.[0] ?? language;
  return {
    code: clause.code,
    reference,
    text: clause.text[language],
    other: { language: other, reference: clause.reference[other], text: clause.text[other] },
    usedBy: uses.length === 0 ? words.unused : words.usedBy(text.formats.list(uses)),
    isFree: uses.length === 0 && rulebook.clauses.length > 1,
    editHref: `${address}?edit=${encodeURIComponent(clause.code)}#${CARD}`,
    labels: { edit: words.ofClause(words.edit, reference), remove: words.ofClause(words.remove, reference) },
  };
}

/** The form that is asked for, or that was refused; `null` where neither is. */
function formOf(
  { clauses }: Rulebook,
  { query, refused }: PartVisit<ClauseEdit>,
  faults: readonly FormFault[],
  { text, language }: Saying,
): ClauseForm | null {
  const change = refused?.change.kind === 'put-clause' ? refused.change : null;
  const asked = change === null ? query['edit'] : (change.replaces ?? undefined);
  const clause = clauses.find(({ code }) => code === asked) ?? null;
  if (change === null && clause === null && query['add'] === undefined) return null;
  const words = text.workbench.clauses;
  const typed = change === null ? null : { card: CARD, values: refused?.typed ?? {}, faults };
  return {
    heading: clause === null ? words.addTitle : words.editTitle(clause.reference[language]),
    sub: clause === null ? words.addSub : words.editSub,
    replaces: clause?.code ?? '',
    fields: cardFields(CARD, fieldsOf(clause, text), typed),
  };
}

function fieldsOf(clause: Clause | null, text: Texts) {
  const { fields, hints } = text.workbench.clauses;
  return {
    'reference-zh': {
      kind: 'text',
      label: fields.referenceZh,
      hint: hints.reference,
      value: clause?.reference.zh ?? '',
    },
    'reference-en': { kind: 'text', label: fields.referenceEn, value: clause?.reference.en ?? '' },
    'text-zh': { kind: 'textarea', label: fields.textZh, value: clause?.text.zh ?? '' },
    'text-en': { kind: 'textarea', label: fields.textEn, value: clause?.text.en ?? '' },
    code: { kind: 'text', label: fields.code, hint: hints.code, value: clause?.code ?? '' },
  } as const;
}
