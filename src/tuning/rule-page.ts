import { ALL_TEXTS, type Language } from '../language/languages.ts';
import type { Texts } from '../language/texts.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { cardFields, type FormField } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { Draft } from './draft.ts';
import { factCataloguePaths } from './fact-catalogue-paths.ts';
import { draftPath, rulebookPaths, rulePath } from './paths.ts';
import { clauseOptions, effectChoices, placeChoices, placeHint } from './rule-choice-page.ts';
import { effectsOf } from './rule-effect.ts';
import { NEW_CLAUSE, type RuleField, type RuleForm } from './rule-form.ts';
import { FORM } from './rule-form-check.ts';
import { conditionFaults, conditionOf, ROOT, type RuleFault } from './rule-form-condition.ts';
import { factsFor, rulesIn } from './rule-list.ts';
import { rootView, type GroupView } from './rule-node-page.ts';
import { unfinishedSentence } from './rule-words.ts';
import { sayingIn, type RulePart, type Saying } from './saying.ts';

export interface RulePage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly action: string;
  readonly benchHref: string;
  /** The page of the catalogue, which has the facts of grading alone. */
  readonly catalogueHref: string | null;
  readonly guard: string;
  readonly list: string;
  readonly replaces: string;
  readonly faults: readonly FormFault[];
  /** The id of the field that the person goes on in. */
  readonly focus: string | null;
  readonly root: GroupView;
  readonly fields: Readonly<Record<RuleField, FormField>>;
  readonly isNewClause: boolean;
  readonly newClause: string;
  readonly sentences: readonly SentenceView[];
}

export interface SentenceView {
  readonly language: Language;
  readonly parts: readonly RulePart[];
  /** What is missing in it, as one text. */
  readonly missing: string | null;
}

export interface RuleVisit {
  readonly draft: Draft;
  readonly rulebook: Rulebook;
  /** The save that the form goes on from. */
  readonly guard: number;
  readonly faults: readonly RuleFault[];
  readonly focus: string | null;
}

/** The form of a rule, with the rule as a sentence in both languages. Takes the form as it stands, finished or not. */
export function rulePage(form: RuleForm, visit: RuleVisit, text: Texts): RulePage {
  const { draft, rulebook, guard, focus } = visit;
  const saying = sayingIn(rulebook, text);
  const words = text.workbench;
  const faults = visit.faults.map((fault) => ({ field: fault.field, message: fault.words(text) }));
  const heading = headingOf(form, saying);
  return {
    title: heading,
    crumbs: [
      { text: words.crumb, href: rulebookPaths.list },
      { text: words.draftOf(rulebook.title[saying.language]), href: draftPath(draft.id) },
      { text: heading, href: null },
    ],
    heading,
    action: rulePath(draft.id, form.list, form.replaces),
    benchHref: draftPath(draft.id),
    catalogueHref: rulebook.kind === 'grading' ? factCataloguePaths.catalogue : null,
    guard: String(guard),
    list: form.list,
    replaces: form.replaces ?? '',
    faults,
    focus,
    root: rootView(form.when, ROOT, faults, { ...saying, facts: factsFor(rulebook, form.list) }),
    fields: fieldsOf(form, faults, saying),
    isNewClause: form.fields.clause === NEW_CLAUSE,
    newClause: NEW_CLAUSE,
    sentences: ALL_TEXTS.map(([language, texts]) => sentenceView(form, { rulebook, language, text: texts })),
  };
}

function headingOf({ list, replaces }: RuleForm, { rulebook, language, text }: Saying): string {
  const { rule: words, lists } = text.workbench;
  const changed = rulesIn(rulebook, list)?.find(({ name }) => name === replaces);
  return changed === undefined ? words.addTitle(lists[list]) : words.editTitle(changed.title[language]);
}

/** The rule as it reads in one language, blanks where something is missing. */
function sentenceView({ when, fields, list }: RuleForm, saying: Saying): SentenceView {
  const { rulebook, text } = saying;
  const effect = effectsOf(rulebook, list).get(fields.effect ?? '') ?? null;
  const { rule: words } = text.workbench;
  const missing = [
    ...conditionFaults(when, rulebook).map((fault) => fault.words(text)),
    ...(effect === null ? [words.faults.missing(words.fields.effect)] : []),
  ];
  return {
    language: saying.language,
    parts: unfinishedSentence(conditionOf(when, rulebook), effect, saying),
    missing: missing.length === 0 ? null : words.sentence.missing + text.formats.clauses(missing),
  };
}

function fieldsOf(form: RuleForm, faults: readonly FormFault[], saying: Saying): RulePage['fields'] {
  const { rule: words } = saying.text.workbench;
  const { fields: labels, hints } = words;
  const named = (kind: FormField['kind'], field: RuleField, hint?: string) => ({
    kind,
    label: labels[field],
    ...(hint === undefined ? {} : { hint }),
  });
  const { list } = form;
  const shown = {
    effect: { ...named('select', 'effect', hints.effect[list]), options: effectChoices(form, saying) },
    after: { ...named('select', 'after', placeHint(form, saying)), options: placeChoices(form, saying) },
    name: named('text', 'name', hints.name),
    'title-zh': named('text', 'title-zh'),
    'title-en': named('text', 'title-en'),
    'reason-zh': named('textarea', 'reason-zh'),
    'reason-en': named('textarea', 'reason-en'),
    clause: { ...named('select', 'clause'), options: clauseOptions(saying) },
    'clause-code': named('text', 'clause-code', hints['clause-code']),
    'clause-reference-zh': named('text', 'clause-reference-zh', hints['clause-reference-zh']),
    'clause-reference-en': named('text', 'clause-reference-en'),
    'clause-text-zh': named('textarea', 'clause-text-zh'),
    'clause-text-en': named('textarea', 'clause-text-en'),
  } as const;
  const values = Object.fromEntries(Object.keys(shown).map((name) => [name, '']));
  const made = cardFields(FORM, shown, { card: FORM, values: { ...values, ...form.fields }, faults });
  // One field is made for each that is asked for, by its name.
  return Object.fromEntries(made.map((field) => [field.name, field])) as unknown as RulePage['fields'];
}
