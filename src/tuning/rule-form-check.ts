import type { Texts } from '../language/texts.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { Clause, Rulebook } from '../rulebooks/rulebook.ts';
import type { DraftEdit } from './draft-change.ts';
import { edit } from './draft-edit.ts';
import { draftTextOf } from './draft-text.ts';
import type { EditFault } from './edit-fault.ts';
import { CODE, LONGEST, NAME } from './longest.ts';
import { effectsOf, isReason } from './rule-effect.ts';
import { NEW_CLAUSE, type RuleField, type RuleForm } from './rule-form.ts';
import { conditionFaults, conditionOf, isFinished, type RuleFault } from './rule-form-condition.ts';
import type { EditableRule } from './rule-list.ts';
import { clauseCode, ruleName } from './rule-name.ts';

export type PutRule = Extract<DraftEdit, { readonly kind: 'put-rule' }>;

export type CheckedForm =
  | { readonly change: PutRule }
  | {
      readonly faults: readonly RuleFault[];
      /** Whether the rule that was to be changed is gone from the draft. */
      readonly isGone: boolean;
    };

/** Fields that must be filled in, each with the longest text that the schema takes. */
const NEEDED: readonly (readonly [field: RuleField, longest: number])[] = [
  ['title-zh', LONGEST.title],
  ['title-en', LONGEST.title],
  ['reason-zh', LONGEST.words],
  ['reason-en', LONGEST.words],
];
const CLAUSE_NEEDED: readonly (readonly [field: RuleField, longest: number])[] = [
  ['clause-reference-zh', LONGEST.title],
  ['clause-reference-en', LONGEST.title],
  ['clause-text-zh', LONGEST.words],
  ['clause-text-en', LONGEST.words],
];

/** The change that a form asks for, if the draft stays sound with it; else all that is wrong with the form. */
export function checkForm(rulebook: Rulebook, form: RuleForm): CheckedForm {
  const faults = [...conditionFaults(form.when, rulebook), ...fieldFaults(rulebook, form)];
  const rule = faults.length === 0 ? ruleOf(rulebook, form) : null;
  if (rule === null) return { faults, isGone: false };
  const after = form.fields.after ?? '';
  const change: PutRule = {
    kind: 'put-rule',
    list: form.list,
    replaces: form.replaces,
    rule,
    clause: form.fields.clause === NEW_CLAUSE ? clauseOf(form) : null,
    after: after === '' ? null : after,
  };
  const result = edit(rulebook, change);
  if ('faults' in result) return refused(result.faults[0]);
  const parsed = parseRulebook(draftTextOf(result.rulebook));
  if ('rulebook' in parsed) return { change };
  const words = (text: Texts): string => sayFindings(draftTextOf(result.rulebook), text);
  return { faults: [{ field: FORM, words }], isGone: false };
}

/** The id of the form itself, for what no field of it is to blame for. */
export const FORM = 'rule';

/** The id of a field of the form. */
function fieldId(field: RuleField): string {
  return `${FORM}-${field}`;
}

function sayFindings(text: string, texts: Texts): string {
  const parsed = parseRulebook(text, texts);
  const findings = 'findings' in parsed ? parsed.findings.slice(0, 3) : [];
  return texts.formats.sentences(
    findings.flatMap(({ line, message, fix }) => [
      line === null ? message : `${texts.workbench.check.line(line)} ${message}`,
      fix,
    ]),
  );
}

function refused({ field, fault }: EditFault): CheckedForm {
  const isGone = field === 'rule' && fault === 'gone';
  const words = ({ workbench }: Texts): string =>
    isGone ? workbench.rule.faults.ruleGone : workbench.faults[fault](workbench.fields[field]);
  return { faults: [{ field: ID_OF_FAULT[field] ?? FORM, words }], isGone };
}

const ID_OF_FAULT: Readonly<Partial<Record<EditFault['field'], string>>> = {
  name: fieldId('name'),
  place: fieldId('after'),
  clause: fieldId('clause-code'),
};

function fieldFaults(rulebook: Rulebook, { list, fields }: RuleForm): readonly RuleFault[] {
  const said = (field: RuleField): string => fields[field]?.trim() ?? '';
  const isNew = said('clause') === NEW_CLAUSE;
  const knowsClause = isNew || rulebook.clauses.some(({ code }) => code === said('clause'));
  const needed = [...NEEDED, ...(isNew ? CLAUSE_NEEDED : [])];
  return [
    ...(effectsOf(rulebook, list).has(said('effect')) ? [] : [missing('effect')]),
    ...needed.flatMap(([field, longest]) => lengthFaults(field, said(field), longest)),
    ...nameFaults('name', ruleName(fields), NAME, LONGEST.name),
    ...(knowsClause ? [] : [missing('clause')]),
    ...(isNew ? nameFaults('clause-code', clauseCode(fields), CODE, LONGEST.code) : []),
  ];
}

function missing(field: RuleField): RuleFault {
  return {
    field: fieldId(field),
    words: ({ workbench: { rule } }) => rule.faults.missing(rule.fields[field]),
  };
}

function lengthFaults(field: RuleField, said: string, longest: number): readonly RuleFault[] {
  if (said === '') return [missing(field)];
  if ([...said].length <= longest) return [];
  const words = ({ workbench: { rule } }: Texts): string => rule.faults.tooLong(rule.fields[field], longest);
  return [{ field: fieldId(field), words }];
}

function nameFaults(field: RuleField, name: string, form: RegExp, longest: number): readonly RuleFault[] {
  if (name === '') return [missing(field)];
  if (form.test(name) && name.length <= longest) return [];
  const words = ({ workbench: { rule } }: Texts): string => rule.faults.notName(rule.fields[field], longest);
  return [{ field: fieldId(field), words }];
}

function ruleOf(rulebook: Rulebook, { list, when, fields }: RuleForm): EditableRule | null {
  const said = (field: RuleField): string => fields[field]?.trim() ?? '';
  const condition = conditionOf(when, rulebook);
  const effect = effectsOf(rulebook, list).get(said('effect'));
  if (effect === undefined || !isFinished(condition)) return null;
  return {
    name: ruleName(fields),
    title: { zh: said('title-zh'), en: said('title-en') },
    reason: { zh: said('reason-zh'), en: said('reason-en') },
    clause: said('clause') === NEW_CLAUSE ? clauseCode(fields) : said('clause'),
    when: condition,
    ...(isReason(effect) ? {} : effect),
  };
}

function clauseOf({ fields }: RuleForm): Clause {
  const said = (field: RuleField): string => fields[field]?.trim() ?? '';
  return {
    code: clauseCode(fields),
    reference: { zh: said('clause-reference-zh'), en: said('clause-reference-en') },
    text: { zh: said('clause-text-zh'), en: said('clause-text-en') },
  };
}
