import type { FactChange } from '../grading/fact-change.ts';
import type { Neighbour } from '../grading/nearest-change.ts';
import type { Texts } from '../language/texts.ts';
import { isKeyDomain } from '../organisation/key-domain.ts';
import { reasonsIn } from '../rulebooks/grading-rules.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { completionTable, type CompletionTable } from './completion-page.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import type { PointDetail } from './point-detail.ts';
import { factName, factValue, stepName } from './fact-words-page.ts';
import { factTitle } from './point-grading-page.ts';

/** What would alter a point's grade: the other half of why it has the one it has. */
export interface OtherwiseCard {
  readonly ways: readonly Way[];
  /** Said where no nearby change leads. */
  readonly none: readonly string[];
  /** Said where people decided otherwise than the rules. */
  readonly note: string | null;
  readonly completions: CompletionTable | null;
}

interface Way {
  /** Which way it goes; never told by the sign alone. */
  readonly sign: string;
  readonly title: string;
  readonly lines: readonly OtherwiseLine[];
}

interface OtherwiseLine {
  readonly condition: string;
  readonly grade: GradeTag;
  readonly because: string | null;
}

export function otherwiseCard(point: PointDetail, text: Texts): OtherwiseCard {
  const { verdict, around, grade, rulebook } = point;
  const { nearest } = around;
  const { milder, severer, noMilder, noSeverer, notDecided } = text.otherwise;
  const lines = (neighbours: readonly Neighbour[]): readonly OtherwiseLine[] =>
    neighbours.map((neighbour) => lineOf(neighbour, rulebook.body, text));
  const ways = [
    { sign: '↓', title: milder, lines: lines(nearest.milder) },
    { sign: '↑', title: severer, lines: lines(nearest.severer) },
  ].filter((way) => way.lines.length > 0);
  const isGraded = verdict.grade !== null;
  return {
    ways,
    none: [
      ...(isGraded && verdict.grade !== 3 && nearest.milder.length === 0 ? [noMilder] : []),
      ...(isGraded && verdict.grade !== 1 && nearest.severer.length === 0 ? [noSeverer] : []),
    ],
    note: grade === verdict.grade ? null : notDecided,
    completions: completionTable(around.completions, rulebook.body, text),
  };
}

function lineOf(
  { changes, grade, because }: Neighbour,
  rulebook: GradingRulebook,
  text: Texts,
): OtherwiseLine {
  const { condition, because: becauseOf } = text.otherwise;
  const rules = reasonsIn(rulebook);
  const titles = because.flatMap(({ rule }) => {
    const found = rules.find(({ name }) => name === rule);
    return found === undefined ? [] : [text.formats.inThisLanguage(found.title)];
  });
  return {
    condition: condition(changes.map((change) => changeText(change, rulebook, text))),
    grade: gradeTag(grade, text),
    because: titles.length === 0 ? null : becauseOf(text.formats.list(titles)),
  };
}

function changeText({ fact, to, isAnyOther }: FactChange, rulebook: GradingRulebook, text: Texts): string {
  const { step, measures, domain, anyOtherDomain, noDomain } = text.otherwise;
  const code = String(to);
  switch (fact) {
    case 'probability':
    case 'harm':
      return step(factTitle(fact, text), stepName(fact, code, rulebook, text));
    case 'measureCount':
      return measures(code);
    case 'domain':
      if (to === null) return noDomain;
      return isAnyOther || !isKeyDomain(code) ? anyOtherDomain : domain(text.terms.keyDomains[code]);
    default:
      return text.facts.as(
        factName(fact, rulebook, text),
        ownValue({ fact, to, isAnyOther }, rulebook, text),
      );
  }
}

function ownValue(
  { fact, to, isAnyOther }: Pick<FactChange, 'fact' | 'to' | 'isAnyOther'>,
  rulebook: GradingRulebook,
  text: Texts,
): string {
  if (isAnyOther || to === null) return text.facts.anyOther;
  return factValue(fact, to, rulebook, text);
}
