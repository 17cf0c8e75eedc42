import { sentence, wordsOf, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { RULEBOOK_KINDS } from '../rulebooks/fact-definition.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { SelectOption } from '../web/select-field.ts';
import { comparePath, comparePaths } from './compare-paths.ts';
import type { ComparedText, Comparison, ComparisonChoices } from './comparison.ts';
import { differenceRow, type DifferenceRow } from './difference-row-page.ts';
import type { ImpactPage } from './impact-page.ts';
import { rulebookDifference } from './rulebook-difference.ts';
import { sayingIn } from './saying.ts';
import { versionPaths } from './version-paths.ts';
import { stateWord, versionTitle } from './version-words-page.ts';

export interface ComparePage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly finding: readonly SentencePart[];
  readonly change: string | null;
  readonly faults: readonly FormFault[];
  readonly form: CompareForm;
  readonly swapHref: string | null;
  readonly differences: { readonly finding: string; readonly rows: readonly DifferenceRow[] } | null;
  readonly heads: { readonly before: string; readonly after: string };
  readonly outcome: ImpactPage | null;
  /** Why there are no outcomes. */
  readonly noOutcome: string | null;
}

export interface CompareForm {
  readonly action: string;
  readonly from: CompareField;
  readonly to: CompareField;
  readonly campaign: CompareField | null;
}

interface CompareField {
  readonly id: string;
  readonly label: string;
  readonly why: string | null;
  /** Whether nothing is chosen yet. */
  readonly isOpen: boolean;
  readonly groups: readonly { readonly label: string; readonly options: readonly SelectOption[] }[];
}

/** Both sides as rulebooks, where both are sound. */
export interface ComparedPair {
  readonly before: Rulebook;
  readonly after: Rulebook;
}

/** The rulebooks of a comparison; `null` while a side is open, or is a draft that is no sound rulebook. */
export function pairOf({ before, after, faults }: Comparison): ComparedPair | null {
  if (before === null || after === null || faults.length > 0) return null;
  const [was, is] = [rulebookIn(before), rulebookIn(after)];
  return was === null || is === null ? null : { before: was, after: is };
}

/** Two versions in words and, of grading, what each says of a campaign's points. */
export function comparePage(
  choices: ComparisonChoices,
  comparison: Comparison,
  outcome: ImpactPage | null,
  text: Texts,
): ComparePage {
  const words = text.compare;
  const { before, after } = comparison;
  const faults = comparison.faults.map(({ field, fault }) => ({
    field: `compare-${field}`,
    message: words.faults[fault],
  }));
  const pair = pairOf(comparison);
  const differences = pair === null ? null : differencesOf(pair, text);
  const finding = outcome?.finding ?? sentence(differences?.finding ?? words.title, {});
  return {
    title: outcome === null ? words.title : words.titled(wordsOf(finding)),
    crumbs: [
      { text: text.ruleChanges.title, href: versionPaths.rulebooks },
      { text: words.title, href: null },
    ],
    finding,
    change:
      before === null || after === null ? null : words.change(nameOf(before, text), nameOf(after, text)),
    faults,
    form: formOf(choices, comparison, faults, text),
    swapHref: pair === null ? null : swapped(comparison),
    differences,
    heads: { before: nameOf(before, text), after: nameOf(after, text) },
    outcome,
    noOutcome: outcome === null ? whyNone(comparison, pair, text) : null,
  };
}

/** A text as lists, headings and files call it. */
export function nameOf(compared: ComparedText | null, text: Texts): string {
  if (compared === null) return '';
  const { of } = compared;
  if (of.what === 'version') return versionTitle(of.life, text);
  const rulebook = rulebookIn(compared);
  return text.workbench.draftOf(
    rulebook === null ? of.draft.name : text.formats.inThisLanguage(rulebook.title),
  );
}

function rulebookIn({ of }: ComparedText): Rulebook | null {
  // Only checked rulebooks are stored.
  if (of.what === 'version') return JSON.parse(of.life.body) as Rulebook;
  const parsed = parseRulebook(of.draft.text);
  return 'rulebook' in parsed ? parsed.rulebook : null;
}

function differencesOf(
  { before, after }: ComparedPair,
  text: Texts,
): NonNullable<ComparePage['differences']> {
  const [was, is] = [sayingIn(before, text), sayingIn(after, text)];
  const rows = rulebookDifference(before, after).map((difference) => differenceRow(difference, was, is));
  const { same, differ } = text.compare.differences;
  return { finding: rows.length === 0 ? same : differ(text.formats.count(rows.length)), rows };
}

function swapped({ before, after, campaign }: Comparison): string | null {
  if (before === null || after === null) return null;
  const asked = campaign === null ? '' : `&campaign=${String(campaign.id)}`;
  return `${comparePath(after.code, before.code)}${asked}`;
}

function whyNone(
  { before, after, faults }: Comparison,
  pair: ComparedPair | null,
  text: Texts,
): string | null {
  const { unsound, none, noCampaign } = text.compare.noOutcome;
  if (before === null || after === null || faults.length > 0) return null;
  if (pair === null) return unsound;
  return pair.before.kind === 'grading' ? noCampaign : none[pair.before.kind];
}

function formOf(
  { texts, campaigns }: ComparisonChoices,
  { before, after, campaign }: Comparison,
  faults: readonly FormFault[],
  text: Texts,
): CompareForm {
  const { fields } = text.compare;
  const field = (name: 'from' | 'to' | 'campaign', groups: CompareField['groups']): CompareField => {
    const id = `compare-${name}`;
    const isOpen = !groups.some(({ options }) => options.some(({ isSelected }) => isSelected));
    return { id, label: fields[name], why: faultOf(faults, id), isOpen, groups };
  };
  const bureaus = [...new Map(campaigns.map(({ bureau }) => [bureau.id, bureau.name])).entries()];
  const years = bureaus.map(([id, name]) => ({
    label: name,
    options: campaigns
      .filter(({ bureau }) => bureau.id === id)
      .map((one) => ({
        value: String(one.id),
        label: fields.year(String(one.year)),
        isSelected: one.id === campaign?.id,
      })),
  }));
  return {
    action: comparePaths.compare,
    from: field('from', byKind(texts, before, text)),
    to: field('to', byKind(texts, after, text)),
    campaign: campaigns.length === 0 ? null : field('campaign', years),
  };
}

function byKind(
  texts: readonly ComparedText[],
  chosen: ComparedText | null,
  text: Texts,
): CompareField['groups'] {
  return RULEBOOK_KINDS.map((kind) => ({
    label: text.ruleChanges.kinds[kind],
    options: texts
      .filter((one) => one.kind === kind)
      .map((one) => ({
        value: one.code,
        label: text.compare.fields.option(nameOf(one, text), stateOf(one, text)),
        isSelected: one.code === chosen?.code,
      })),
  })).filter(({ options }) => options.length > 0);
}

function stateOf({ of, isInForce }: ComparedText, text: Texts): string {
  if (of.what === 'draft') return text.ruleChanges.states.draft;
  return stateWord(of.life, text, isInForce);
}
