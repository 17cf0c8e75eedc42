import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { topGrade } from '../risk-points/grade-look.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { pointRow, type PointRow } from '../risk-points/point-row-page.ts';
import { leadersNamed } from '../risk-points/responsible-leader.ts';
import type { Figures } from './board.ts';
import type { Scope } from './headline.ts';

/** The points of grade 1 that a page names before it links to all of them. */
export interface GradeOneList {
  readonly heading: readonly SentencePart[];
  readonly sub: string | null;
  readonly caption: string;
  readonly hasLeaders: boolean;
  readonly rows: readonly PointRow[];
  /** `null` when all of them are named here. */
  readonly all: readonly SentencePart[] | null;
}

export function gradeOneList(figures: Figures, scope: Scope, text: Texts): GradeOneList {
  const { heading, none, noneYet, sub, subAll, all, caption } = text.dashboards.gradeOne;
  const { counts, gradeOne, rulebook } = figures;
  const { count } = text.formats;
  const grade = { text: topGrade(text) };
  const hasLeaders = leadersNamed(rulebook.body.grades).length > 0;
  const table = { caption: caption(grade.text), hasLeaders };
  const figure = { text: count(counts[1]), href: pointsPath({ ...scope, grade: 1 }) };
  if (counts[1] === 0) {
    const said = counts.unassessed > 0 ? noneYet : none;
    return { ...table, heading: sentence(said, { grade }), sub: null, rows: [], all: null };
  }
  const hasMore = counts[1] > gradeOne.length;
  return {
    ...table,
    heading: sentence(heading, { grade, gradeOne: figure }),
    sub: hasMore ? sub(count(gradeOne.length)) : subAll,
    rows: gradeOne.map((point) => pointRow(point, rulebook.body, text)),
    all: hasMore ? sentence(all, { gradeOne: figure }) : null,
  };
}
