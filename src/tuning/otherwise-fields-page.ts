import type { TableBase } from '../rulebooks/grading-base.ts';
import { cardFields, type FormField } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { BaseEdit } from './base-edit.ts';
import { clauseChoices } from './choice-page.ts';
import type { PartVisit } from './draft-part-page.ts';
import { gradeLabel } from './rule-words.ts';
import type { Saying } from './saying.ts';

/** The fields of what a decision table says where no rule applies, as it stands or as it was posted and refused. */
export function otherwiseFields(
  otherwise: TableBase['otherwise'] | null,
  { refused }: PartVisit<BaseEdit>,
  faults: readonly FormFault[],
  saying: Saying,
): readonly FormField[] {
  const { text, language, rulebook } = saying;
  const { base, rule: editor } = text.workbench;
  const clauses = clauseChoices(rulebook, language).map((choice) => [choice.value, choice.text] as const);
  const grades = ([1, 2, 3] as const).map((grade) => [String(grade), gradeLabel(grade, saying)] as const);
  const shown = {
    grade: {
      kind: 'select',
      label: base.otherwise.grade,
      value: String(otherwise?.grade ?? ''),
      options: [['', base.otherwise.nothing] as const, ...grades],
    },
    clause: {
      kind: 'select',
      label: editor.fields.clause,
      value: otherwise?.clause ?? '',
      options: [['', editor.chooseClause] as const, ...clauses],
    },
    'title-zh': { kind: 'text', label: editor.fields['title-zh'], value: otherwise?.title.zh ?? '' },
    'title-en': { kind: 'text', label: editor.fields['title-en'], value: otherwise?.title.en ?? '' },
    'reason-zh': { kind: 'textarea', label: editor.fields['reason-zh'], value: otherwise?.reason.zh ?? '' },
    'reason-en': { kind: 'textarea', label: editor.fields['reason-en'], value: otherwise?.reason.en ?? '' },
    name: {
      kind: 'text',
      label: editor.fields.name,
      hint: editor.hints.name,
      value: otherwise?.name ?? '',
    },
  } as const;
  const typed =
    refused?.change.kind === 'set-otherwise' ? { card: CARD, values: refused.typed, faults } : null;
  return cardFields(CARD, shown, typed);
}

const CARD = 'otherwise';
