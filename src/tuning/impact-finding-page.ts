import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { topGrade, topGradeBefore } from '../risk-points/grade-look.ts';
import type { DivisionImpact, Impact } from './impact.ts';

const MOST_NAMED = 3;

/** The divisions that would have most points of grade 1, at most three. */
export function topDivisions({ divisions }: Impact): readonly DivisionImpact[] {
  return divisions
    .filter(({ after }) => after[1] > 0)
    .toSorted((left, right) => right.after[1] - left.after[1])
    .slice(0, MOST_NAMED);
}

/** How many points of grade 1 these divisions would have. */
export function gradeOneOf(divisions: readonly DivisionImpact[]): number {
  return divisions.reduce((total, { after }) => total + after[1], 0);
}

/** What a change of rules comes to, as a sentence; takes where the points that move are listed. */
export function impactFinding(impact: Impact, listHref: string, text: Texts): readonly SentencePart[] {
  const { before, after, changed, points } = impact;
  const { count } = text.formats;
  const top = topDivisions(impact);
  return sentence(templateOf(impact, text), {
    grade: { text: topGradeOfBoth(text) },
    points: { text: count(points) },
    before: { text: count(before[1]) },
    after: { text: count(after[1]), isStrong: true },
    top: { text: count(gradeOneOf(top)), isStrong: true },
    units: { text: count(top.length) },
    changed: { text: count(changed), href: listHref, isStrong: true },
  });
}

/** The severest grade of two rulebooks that are compared; both names where they differ. */
function topGradeOfBoth(text: Texts): string {
  const now = topGrade(text);
  const before = topGradeBefore(text);
  return now === before ? now : text.whatIf.renamed(now, before);
}

function templateOf({ before, after, changed }: Impact, text: Texts): string {
  const { nothing, up, down, none, same } = text.whatIf.finding;
  if (changed === 0) return nothing;
  if (after[1] > before[1]) return up;
  if (after[1] === before[1]) return same;
  return after[1] === 0 ? none : down;
}
