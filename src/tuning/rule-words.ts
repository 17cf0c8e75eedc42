import type { Texts } from '../language/texts.ts';
import { definitionIn } from '../rulebooks/rulebook-facts.ts';
import type { ComparisonOperator, FactConstant, Grade, Rulebook } from '../rulebooks/rulebook.ts';
import { effectOf, isReason } from './rule-effect.ts';
import type { EditableRule, RuleEffect } from './rule-list.ts';
import type { RulePart, Saying } from './saying.ts';

/** A condition that may still want some of its pieces, which are `null`. Every condition is one. */
export type UnfinishedCondition =
  | {
      readonly fact: string | null;
      readonly operator: ComparisonOperator | null;
      readonly value?: FactConstant | null;
    }
  | { readonly all: readonly UnfinishedCondition[] }
  | { readonly any: readonly UnfinishedCondition[] }
  | { readonly not: UnfinishedCondition };

/** A rule as a sentence: when it applies, and what then holds. */
export function ruleSentence(rule: EditableRule, saying: Saying): readonly RulePart[] {
  return unfinishedSentence(rule.when, effectOf(rule), saying);
}

/** As `ruleSentence`, with a blank for what is not yet said. */
export function unfinishedSentence(
  when: UnfinishedCondition,
  effect: RuleEffect | null,
  saying: Saying,
): readonly RulePart[] {
  const { words } = saying.text.workbench;
  return [
    plain(words.when),
    ...conditionWords(when, saying),
    plain(words.then),
    effect === null ? blank(saying) : { text: effectWords(effect, saying), tone: 'result' },
    plain(words.end),
  ];
}

/** When a rule applies, without what then holds. */
export function whenWords(condition: UnfinishedCondition, saying: Saying): string {
  return asText(conditionWords(condition, saying));
}

/** The sentence as one text. */
export function asText(parts: readonly RulePart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** What a rule does where it applies. */
export function effectWords(rule: RuleEffect, saying: Saying): string {
  const { text } = saying;
  const { words } = text.workbench;
  if ('effect' in rule) {
    return 'lowerBy' in rule.effect
      ? words.lowerBy(rule.effect.lowerBy)
      : words.noMilderThan(gradeLabel(rule.effect.noMilderThan, saying));
  }
  if (isReason(rule)) return words.isReason;
  if ('grade' in rule) return words.isGrade(gradeLabel(rule.grade, saying));
  if ('domain' in rule) return words.isDomain(text.terms.keyDomains[rule.domain]);
  return rule.status === 'not-expected'
    ? words.isNotExpected
    : words.isStatus(text.terms.coverage[rule.status]);
}

/** What the rulebook calls a grade. */
export function gradeLabel(grade: Grade | null, { rulebook, language, text }: Saying): string {
  if (grade === null) return text.terms.unassessed;
  return rulebook.kind === 'grading' ? rulebook.grades[grade][language] : text.terms.grades[grade];
}

function conditionWords(
  condition: UnfinishedCondition,
  saying: Saying,
  isInner = false,
): readonly RulePart[] {
  const { words } = saying.text.workbench;
  if ('not' in condition) {
    return [plain(words.not), ...conditionWords(condition.not, saying), plain(words.notEnd)];
  }
  if ('fact' in condition) return comparisonWords(condition, saying);
  const [parts, join] = 'all' in condition ? [condition.all, words.and] : [condition.any, words.or];
  if (parts.length === 0) return [blank(saying)];
  const joined = parts.flatMap((part, at) => [
    ...(at === 0 ? [] : [plain(join)]),
    ...conditionWords(part, saying, parts.length > 1),
  ]);
  return isInner && parts.length > 1 ? [plain(words.open), ...joined, plain(words.close)] : joined;
}

function comparisonWords(
  { fact, operator, value }: Extract<UnfinishedCondition, { readonly fact: string | null }>,
  saying: Saying,
): readonly RulePart[] {
  const { text, language, rulebook } = saying;
  if (fact === null) return [blank(saying)];
  const subject: RulePart = { text: definitionIn(rulebook, fact)?.title[language] ?? fact, tone: 'term' };
  if (operator === null) return [subject, blank(saying)];
  const verb = plain(operatorWords(fact, operator, rulebook, text));
  if (value === undefined) return [subject, verb];
  if (value === null) return [subject, verb, blank(saying)];
  const values = (typeof value === 'object' ? value : [value]).map((one) => valueWords(fact, one, saying));
  return [subject, verb, { text: values.join(text.workbench.words.listComma), tone: 'term' }];
}

/** What an operator is called where it stands behind that fact; numbers are equal where other values are. */
export function operatorWords(
  fact: string,
  operator: ComparisonOperator,
  rulebook: Rulebook,
  { workbench }: Texts,
): string {
  const isNumber = definitionIn(rulebook, fact)?.type === 'number';
  const { operators, numberOperators } = workbench;
  const ofNumbers: Readonly<Partial<Record<ComparisonOperator, string>>> = numberOperators;
  return (isNumber ? ofNumbers[operator] : undefined) ?? operators[operator];
}

/** A fact's value as people say it: a step's or option's name, a number with its unit. */
export function valueWords(fact: string, value: FactConstant | null, saying: Saying): string {
  const { text, language, rulebook } = saying;
  if (value === null) return text.workbench.words.unknown;
  const definition = definitionIn(rulebook, fact);
  if (typeof value === 'boolean') return value ? text.workbench.words.yes : text.workbench.words.no;
  if (typeof value === 'number')
    return text.workbench.words.amount(value, definition?.unit?.[language] ?? '');
  const code = String(value);
  if (definition?.type === 'scale' && rulebook.kind === 'grading') {
    const scale = fact === 'harm' ? rulebook.scales.harm : rulebook.scales.probability;
    return scale.steps.find((step) => step.code === code)?.[language] ?? code;
  }
  const named = definition?.type === 'choice' ? definition.optionWords?.[code]?.[language] : undefined;
  return named ?? optionNames(fact, text)[code] ?? code;
}

/** Facts in words, such as 发生机率 高、危害程度 一般; unknown ones are left out unless they are all. */
export function factsWords(facts: Readonly<Record<string, FactConstant | null>>, saying: Saying): string {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  const { words } = saying.text.workbench;
  if (known.length === 0) return words.nothingKnown;
  return known
    .map(([fact, value]) =>
      words.factIs(
        definitionIn(saying.rulebook, fact)?.title[saying.language] ?? fact,
        valueWords(fact, value, saying),
      ),
    )
    .join(words.listComma);
}

/** What the program calls the values of its own facts. */
function optionNames(fact: string, { terms, workbench }: Texts): Readonly<Record<string, string>> {
  if (fact === 'domain') return terms.keyDomains;
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = workbench.options;
  return own[fact] ?? {};
}

function blank({ text }: Saying): RulePart {
  return { text: text.workbench.words.blank, tone: 'missing' };
}

function plain(text: string): RulePart {
  return { text, tone: 'plain' };
}
