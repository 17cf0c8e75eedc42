import type { Difference, NamedRule } from './difference.ts';
import { differenceWords } from './difference-words.ts';
import { partWords } from './part-words.ts';
import { asText, gradeLabel, ruleSentence, valueWords, whenWords } from './rule-words.ts';
import type { Saying } from './saying.ts';

/** One thing in which two versions differ, side by side; `null` where the sentence says it all. */
export interface DifferenceRow {
  readonly what: string;
  readonly sides: { readonly before: string; readonly after: string } | null;
}

/** A difference in the words of both versions: each side's own names of facts, steps and grades. */
export function differenceRow(difference: Difference, before: Saying, after: Saying): DifferenceRow {
  const { words } = after.text.workbench.difference;
  switch (difference.kind) {
    case 'cell': {
      const saying = difference.to === null ? before : after;
      return {
        what: words.cell(...axisWords(difference, saying)),
        sides: {
          before: difference.from === null ? words.noCell : gradeLabel(difference.from, before),
          after: difference.to === null ? words.noCell : gradeLabel(difference.to, after),
        },
      };
    }
    case 'rule':
      return ruleRow(difference, before, after);
    case 'part':
      return partRow(difference, before, after);
    case 'order':
    case 'examples':
    case 'explained':
      return { what: differenceWords(difference, after), sides: null };
  }
}

function axisWords(
  { row, column }: Extract<Difference, { kind: 'cell' }>,
  saying: Saying,
): readonly [string, string] {
  const { rulebook } = saying;
  const base = rulebook.kind === 'grading' && 'cells' in rulebook.base ? rulebook.base : null;
  return [
    valueWords(base?.rows ?? 'probability', row, saying),
    valueWords(base?.columns ?? 'harm', column, saying),
  ];
}

function ruleRow(
  difference: Extract<Difference, { kind: 'rule' }>,
  before: Saying,
  after: Saying,
): DifferenceRow {
  const { from, to } = difference;
  const { noRule } = after.text.compare;
  const sentences = [
    from === null ? noRule : ruleWords(from, before),
    to === null ? noRule : ruleWords(to, after),
  ] as const;
  // Where the rule itself is the same, its title, reason or clause is what differs.
  const isAlike = from !== null && to !== null && sentences[0] === sentences[1];
  return {
    what: differenceWords(difference, after),
    sides: {
      before: isAlike ? groundWords(from, before) : sentences[0],
      after: isAlike ? groundWords(to, after) : sentences[1],
    },
  };
}

function ruleWords(rule: NamedRule, saying: Saying): string {
  if (!('when' in rule)) return gradeLabel(rule.grade, saying);
  const isReason = !('effect' in rule || 'grade' in rule || 'status' in rule || 'domain' in rule);
  return isReason ? whenWords(rule.when, saying) : asText(ruleSentence(rule, saying));
}

function groundWords({ title, reason, clause }: NamedRule, { rulebook, language, text }: Saying): string {
  const cited = rulebook.clauses.find(({ code }) => code === clause)?.reference[language] ?? clause;
  return text.compare.ground(title[language], reason[language], cited);
}

function partRow(
  difference: Extract<Difference, { kind: 'part' }>,
  before: Saying,
  after: Saying,
): DifferenceRow {
  const { none, sameInShort } = after.text.compare;
  const [was, is] = [partWords(difference.part, before), partWords(difference.part, after)];
  const what = differenceWords(difference, after);
  if (was === is) return { what: sameInShort(what), sides: null };
  return { what, sides: { before: was === '' ? none : was, after: is === '' ? none : is } };
}
