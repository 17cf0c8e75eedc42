import { effectsOf } from './rule-effect.ts';
import { NEW_CLAUSE, type RuleForm } from './rule-form.ts';
import { rulesIn } from './rule-list.ts';
import { effectWords } from './rule-words.ts';
import type { Saying } from './saying.ts';

type Choices = readonly (readonly [value: string, label: string])[];

/** What rules of the list can do. The mildest grade is no milder than itself anyway: it is offered only to a rule that says so already. */
export function effectChoices({ list, fields }: RuleForm, saying: Saying): Choices {
  const useless = 'no-milder-3';
  return [
    ...(list === 'reasons' ? [] : [['', saying.text.workbench.rule.then.choose] as const]),
    ...[...effectsOf(saying.rulebook, list)]
      .filter(([code]) => code !== useless || fields.effect === useless)
      .map(([code, effect]) => [code, effectWords(effect, saying)] as const),
  ];
}

/** What the order of a list means. */
export function placeHint({ list }: RuleForm, { rulebook, text }: Saying): string {
  const { after } = text.workbench.rule.hints;
  if (list === 'adjustments') return after.adjustments;
  if (list === 'reasons') return after.reasons;
  if (rulebook.kind !== 'grading') return after[rulebook.kind];
  return 'decisions' in rulebook.base ? after[rulebook.base.hitPolicy] : after.adjustments;
}

/** Where in its list a rule can stand. */
export function placeChoices({ list, replaces }: RuleForm, { rulebook, language, text }: Saying): Choices {
  const { rule: words } = text.workbench;
  const others = (rulesIn(rulebook, list) ?? []).filter(({ name }) => name !== replaces);
  return [
    ['', words.first],
    ...others.map(({ name, title }) => [name, words.behind(title[language])] as const),
  ];
}

/** The clauses that a rule can name, and that a new one can be written. */
export function clauseOptions({ rulebook, language, text }: Saying): Choices {
  const { rule: words } = text.workbench;
  const known = rulebook.clauses.map(
    ({ code, reference }) => [code, `${reference[language]} (${code})`] as const,
  );
  return [['', words.chooseClause], ...known, [NEW_CLAUSE, words.newClause]];
}
