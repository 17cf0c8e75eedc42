import type { Texts } from '../language/texts.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { cardFields, fieldId, type FormCard, type TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { factCataloguePaths, factChangePath } from './fact-catalogue-paths.ts';
import { rulebookPaths } from './paths.ts';
import { FACT_KINDS, partField, typedOf, type DeclarationFault } from './fact-declaration.ts';

const CARD = 'fact';

export interface FactDeclarationPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly meta: string;
  readonly faults: readonly FormFault[];
  readonly card: FormCard;
}

/** The form by which a bureau changes a fact that it added, as it stands or as it was typed and refused. */
export function factChangePage(
  bureau: string,
  known: readonly DeclaredFact[],
  { fact, seen }: { readonly fact: DeclaredFact; readonly seen: string },
  typed: TypedForm | null,
  text: Texts,
): FactDeclarationPage {
  const others = known.filter(({ name }) => name !== fact.name);
  const shown = typed ?? { card: CARD, values: typedOf(fact), faults: [] };
  const page = factDeclarationPage(bureau, others, shown, text);
  const { title, heading, intro, submit } = text.facts.change;
  const named = title(text.formats.inThisLanguage(fact.title));
  return {
    ...page,
    title: named,
    heading: named,
    crumbs: [...page.crumbs.slice(0, -1), { text: named, href: null }],
    card: {
      ...page.card,
      heading,
      intro,
      submit,
      action: factChangePath(fact.name),
      guard: seen,
      fields: page.card.fields.filter(({ name }) => name !== 'name'),
    },
  };
}

/** The form by which a bureau adds a fact, with what was typed and refused. */
export function factDeclarationPage(
  bureau: string,
  known: readonly DeclaredFact[],
  typed: TypedForm | null,
  text: Texts,
): FactDeclarationPage {
  const words = text.facts.declare;
  const card: FormCard = {
    id: CARD,
    heading: words.heading,
    intro: words.intro,
    action: factCataloguePaths.declare,
    guard: null,
    fields: cardFields(CARD, fieldsOf(known, text), typed),
    submit: words.submit,
    isDanger: false,
  };
  return {
    title: words.title,
    crumbs: [
      { text: text.workbench.crumb, href: rulebookPaths.list },
      { text: text.facts.catalogue.title, href: factCataloguePaths.catalogue },
      { text: words.title, href: null },
    ],
    heading: words.title,
    meta: bureau,
    faults: typed?.faults ?? [],
    card,
  };
}

function fieldsOf(known: readonly DeclaredFact[], text: Texts) {
  const { fields, kinds } = text.facts.declare;
  const { subjects, worse } = text.facts.catalogue;
  const countable = known.filter(({ type }) => type === 'boolean');
  const parts = countable.map(({ name, title, of }) => {
    const label = fields.part(text.formats.inThisLanguage(title), subjects[of]);
    return [partField(name), { kind: 'checkbox' as const, label }] as const;
  });
  const line = (label: string, hint?: string) => ({
    kind: 'text' as const,
    label,
    ...(hint === undefined ? {} : { hint }),
  });
  return {
    'title-zh': line(fields.titleZh),
    'title-en': line(fields.titleEn),
    'source-zh': line(fields.sourceZh, fields.sourceHint),
    'source-en': line(fields.sourceEn),
    name: line(fields.name, fields.nameHint),
    of: { kind: 'select' as const, label: fields.of, options: optionsOf(['risk-point', 'post'], subjects) },
    kind: { kind: 'select' as const, label: fields.kind, options: optionsOf(FACT_KINDS, kinds) },
    worse: {
      kind: 'select' as const,
      label: fields.worse,
      hint: fields.worseHint,
      options: optionsOf(['up', 'down', 'none'], worse),
    },
    'unit-zh': line(fields.unitZh, fields.unitHint),
    'unit-en': line(fields.unitEn),
    maximum: line(fields.maximum, fields.maximumHint),
    options: { kind: 'textarea' as const, label: fields.options, hint: fields.optionsHint },
    ...Object.fromEntries(parts),
  };
}

function optionsOf<Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) {
  return codes.map((code) => [code, words[code]] as const);
}

/** Which field of the card a fault is about. */
const FIELD: Readonly<Partial<Record<DeclarationFault['field'], string>>> = {
  title: 'title-zh',
  source: 'source-zh',
  unit: 'unit-zh',
  parts: 'kind',
};

/** What was typed, with what is wrong with it. */
export function typedDeclaration(
  values: Readonly<Record<string, string>>,
  faults: readonly DeclarationFault[],
  text: Texts,
): TypedForm {
  const words = text.facts.declare.faults;
  return {
    card: CARD,
    values,
    faults: faults.map(({ field, fault }) => ({
      field: fieldId(CARD, FIELD[field] ?? field),
      message: field === 'name' && fault === 'taken' ? words.taken : words[field],
    })),
  };
}

/** What was typed, refused for what the rulebook's check says of the fact. */
export function refusedDeclaration(
  values: Readonly<Record<string, string>>,
  messages: readonly string[],
): TypedForm {
  return { card: CARD, values, faults: messages.map((message) => ({ field: CARD, message })) };
}
