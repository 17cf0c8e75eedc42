import type { Texts } from '../language/texts.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { definitionOf } from '../rulebooks/rulebook-facts.ts';
import { cardFields, fieldId, type FormCard, type TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { valueWords } from './fact-words-page.ts';
import { sheetGuard, typedFact, valueIn, writtenFact, type OwnFactSheet } from './own-fact-sheet.ts';
import { ownFactsPath, pointPath } from './paths.ts';

const CARD = 'facts';

export interface OwnFactPage extends PageModel {
  readonly heading: string;
  readonly meta: string;
  readonly faults: readonly FormFault[];
  readonly note: string | null;
  readonly card: FormCard | null;
  readonly backHref: string | null;
  readonly postHref: string | null;
}

/** The page on which facts that the bureau added are set, with what was typed and refused. */
export function ownFactPage(sheet: OwnFactSheet, typed: TypedForm | null, text: Texts): OwnFactPage {
  const words = text.facts;
  const { owner, id, declared, isBarred, postId } = sheet;
  const isOpen = declared.length > 0 && !isBarred;
  const note = isBarred ? words.faults.barred : declared.length === 0 ? words.none : null;
  return {
    title: words.title,
    heading: sheet.name,
    meta: sheet.unitName,
    faults: typed?.faults ?? [],
    note,
    card: isOpen ? cardOf(sheet, typed, text) : null,
    backHref: owner === 'risk_point' ? pointPath(id) : null,
    postHref: postId === null ? null : ownFactsPath('post', postId),
  };
}

function cardOf(sheet: OwnFactSheet, typed: TypedForm | null, text: Texts): FormCard {
  const words = text.facts;
  const isPost = sheet.owner === 'post';
  const fields = sheet.declared.map((fact) => [fact.name, fieldOf(fact, sheet, text)] as const);
  return {
    id: CARD,
    heading: isPost ? words.ofPost : words.ofPoint,
    intro: isPost ? words.ofPostIntro : null,
    action: ownFactsPath(sheet.owner, sheet.id),
    guard: sheetGuard(sheet),
    fields: cardFields(CARD, Object.fromEntries(fields), typed),
    submit: words.save,
    isDanger: false,
  };
}

function fieldOf(fact: DeclaredFact, { known }: OwnFactSheet, text: Texts) {
  const { inThisLanguage, sentences } = text.formats;
  const { truths, unknown } = text.facts;
  const value = writtenFact(valueIn(known, fact.name));
  const unit = fact.unit === undefined ? [] : [text.facts.number(inThisLanguage(fact.unit))];
  const label = inThisLanguage(fact.title);
  const hint = sentences(
    [nowWords(fact, known, text), ...unit].map((words) => `${words}${text.formats.marks.stop}`),
  );
  if (fact.type === 'number') return { kind: 'text' as const, label, hint, value };
  const codes =
    fact.type === 'boolean'
      ? [['true', truths.true] as const, ['false', truths.false] as const]
      : (fact.options ?? []).map((option) => [option.code, inThisLanguage(option)] as const);
  return { kind: 'select' as const, label, hint, value, options: [['', unknown] as const, ...codes] };
}

function nowWords(fact: DeclaredFact, known: OwnFactSheet['known'], text: Texts): string {
  const found = known.find((one) => one.fact === fact.name);
  if (found === undefined) return text.facts.nowUnknown;
  const value = valueWords(found.value, definitionOf(fact), text);
  return text.facts.now(value, text.audit.actorName(found.setBy), text.formats.instant(found.setAt));
}

/** What somebody typed into the form, with what is wrong with it. */
export function readFacts(
  { declared }: OwnFactSheet,
  body: Readonly<Record<string, string>>,
  text: Texts,
): { readonly values: Record<string, string | number | boolean | null>; readonly typed: TypedForm } {
  const values: Record<string, string | number | boolean | null> = {};
  const faults: FormFault[] = [];
  for (const fact of declared) {
    const value = typedFact(fact, body[fact.name] ?? '');
    if (value !== undefined) values[fact.name] = value;
    else faults.push({ field: fieldId(CARD, fact.name), message: faultWords(fact, text) });
  }
  return { values, typed: { card: CARD, values: body, faults } };
}

function faultWords({ type, maximum }: DeclaredFact, text: Texts): string {
  const { number, option } = text.facts.faults;
  return type === 'number' ? number(maximum === undefined ? null : text.formats.count(maximum)) : option;
}

/** What was typed, said to be refused as a whole. */
export function refused(typed: TypedForm, message: string): TypedForm {
  return { ...typed, faults: [{ field: CARD, message }] };
}
