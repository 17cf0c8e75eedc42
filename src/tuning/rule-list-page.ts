import { ALL_TEXTS } from '../language/languages.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { rulePath } from './paths.ts';
import { ruleDecides, type RuleDecides } from './effect/rule-decides-page.ts';
import { listsOf, rulesIn, type EditableRule, type RuleList } from './rule-list.ts';
import { asText, gradeLabel, ruleSentence } from './rule-words.ts';
import type { RulePart, Saying } from './saying.ts';

export interface RuleView {
  readonly name: string;
  readonly title: string;
  readonly parts: readonly RulePart[];
  /** The sentence in the other language. */
  readonly other: { readonly language: string; readonly text: string };
  readonly basis: string;
  readonly reason: string;
  /** How much it decides; `null` where that cannot be said. */
  readonly decides: RuleDecides | null;
  readonly editHref: string;
  readonly labels: Readonly<Record<'edit' | 'up' | 'down' | 'remove', string>>;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface RuleListView {
  readonly list: RuleList;
  readonly heading: string;
  readonly sub: string;
  readonly rules: readonly RuleView[];
  readonly otherwise: string | null;
  readonly addHref: string;
  readonly addLabel: string;
}

/**
 * The lists of rules of a draft's rulebook, each rule as a sentence in both languages, with how much it decides; takes
 * that by the rules' names, `null` where it is not known.
 */
export function ruleListViews(
  draftId: number,
  decides: ReadonlyMap<string, number> | null,
  saying: Saying,
): readonly RuleListView[] {
  const { rulebook } = saying;
  const words = saying.text.workbench;
  return listsOf(rulebook).map((list) => {
    const rules = rulesIn(rulebook, list) ?? [];
    return {
      list,
      heading: words.lists[list],
      sub: subOf(rulebook, list, saying),
      rules: rules.map((rule, at) => ({
        ...ruleView(rule, { draftId, list, at, of: rules.length }, saying),
        decides: ruleDecides(rulebook.kind, rule.name, decides, saying.text),
      })),
      addHref: rulePath(draftId, list, null),
      addLabel: words.rule.addTitle(words.lists[list]),
      otherwise: list === 'decisions' ? otherwiseOf(saying) : null,
    };
  });
}

function subOf(rulebook: Rulebook, list: RuleList, { text }: Saying): string {
  const { listSubs, hitPolicies } = text.workbench;
  if (rulebook.kind === 'domain') return listSubs.suggestions;
  const base = rulebook.kind === 'grading' ? rulebook.base : null;
  if (list !== 'decisions' || base === null || !('decisions' in base)) return listSubs[list];
  return text.formats.sentences([listSubs.decisions, hitPolicies[base.hitPolicy]]);
}

/** What a decision table says where none of its rules applies; `null` where it says nothing or there is none. */
export function otherwiseOf(saying: Saying): string | null {
  const { rulebook } = saying;
  if (rulebook.kind !== 'grading' || !('decisions' in rulebook.base)) return null;
  const { otherwise } = rulebook.base;
  if (otherwise === undefined) return null;
  const { words, otherwise: rest } = saying.text.workbench;
  return rest(words.isGrade(gradeLabel(otherwise.grade, saying)));
}

function ruleView(
  rule: EditableRule,
  place: { readonly draftId: number; readonly list: RuleList; readonly at: number; readonly of: number },
  saying: Saying,
): Omit<RuleView, 'decides'> {
  const { text, language, rulebook } = saying;
  const words = text.workbench;
  const title = rule.title[language];
  const clause =
    rulebook.clauses.find(({ code }) => code === rule.clause)?.reference[language] ?? rule.clause;
  const [otherLanguage, otherText] = ALL_TEXTS.find(([code]) => code !== language) ?? [language, text];
  const other = { rulebook, language: otherLanguage, text: otherText };
  return {
    name: rule.name,
    title,
    parts: ruleSentence(rule, saying),
    other: { language: otherLanguage, text: asText(ruleSentence(rule, other)) },
    basis: words.basis(clause),
    reason: rule.reason[language],
    editHref: rulePath(place.draftId, place.list, rule.name),
    labels: {
      edit: words.ofRule(words.editRule, title),
      up: words.ofRule(words.moveUp, title),
      down: words.ofRule(words.moveDown, title),
      remove: words.ofRule(words.removeRule, title),
    },
    isFirst: place.at === 0,
    isLast: place.at === place.of - 1,
  };
}
