import { coverageFinding } from '../coverage/coverage-finding.ts';
import { toDoOf, type ToDo, type ToDoRights } from '../coverage/coverage-to-do-page.ts';
import { divisionCoveragePath } from '../coverage/paths.ts';
import { formsPath } from '../forms/paths.ts';
import { callGrades } from '../language/call-grades.ts';
import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { topGrade } from '../risk-points/grade-look.ts';
import { assessListPath, pointsPath } from '../risk-points/paths.ts';
import type { PointFilter } from '../risk-points/risk-point.ts';
import { boardCrumb, campaignOf, commonParts, totalBar, type FiguresPage } from './board-page.ts';
import type { DivisionFigures } from './board.ts';
import { barsFinding } from './card-finding.ts';
import { figuresOf } from './figures-page.ts';
import { gradeBars } from './grade-bars-page.ts';
import type { GradeBar } from './grade-bar.ts';
import { headline } from './headline.ts';
import { divisionGapsPath, type BoardQuery } from './paths.ts';

export interface DivisionPage extends FiguresPage {
  readonly gaps: {
    readonly heading: string;
    readonly sub: string;
    readonly toDos: readonly ToDo[];
    readonly allDomainsHref: string;
  };
  readonly allPoints: readonly SentencePart[];
  readonly allForms: readonly SentencePart[];
}

/** More bars than these nobody looks through: the list of points, narrowed or put in order by post, has the others. */
const MOST_POSTS_SHOWN = 50;

/** A division's page: the board's parts for its own points, and what it has to do next. */
export function divisionPage(
  figures: DivisionFigures,
  query: BoardQuery,
  viewer: { readonly seesBoard: boolean; readonly assesses: boolean; readonly rights: ToDoRights },
  asked: Texts,
): DivisionPage {
  const text = callGrades(asked, figures.rulebook.body.grades);
  const { bars, division } = text.dashboards;
  const { unit, counts, forms } = figures;
  const { count } = text.formats;
  const scope = { ...query, unitId: unit.id };
  const gaps = { href: divisionGapsPath(unit.id, query), isOwn: true };
  const assessHref = assessListPath({ ...scope, show: 'unassessed' });
  const posts = figures.posts.map((post) => postBar(post, unit.name, scope, text));
  const shown = posts.slice(0, MOST_POSTS_SHOWN);
  const finding = barsFinding(posts, counts, text);
  const words = { caption: bars.postsCaption, corner: bars.post };
  const sub =
    shown.length < posts.length
      ? bars.postsSubOfSome(topGrade(text), count(counts.total), count(shown.length), count(posts.length))
      : bars.postsSub(topGrade(text), count(counts.total));
  const total = { text: count(counts.total), href: pointsPath(scope) };
  const submitted = { text: count(forms.submitted), href: formsPath(scope) };
  const above = { text: campaignOf(figures, text), href: null };
  return {
    ...commonParts(figures, scope, text),
    title: division.title(unit.name),
    crumbs: [viewer.seesBoard ? boardCrumb(figures, query, text) : above, { text: unit.name, href: null }],
    finding: headline(figures, unit.name, scope, gaps.href, text),
    figures: figuresOf(figures, scope, { ...gaps, ...(viewer.assesses ? { assessHref } : {}) }, text),
    bars: {
      finding,
      sub,
      ...gradeBars(shown, totalBar(figures, scope, text), finding, words, text),
    },
    gaps: gapsCard(figures, query, viewer.rights, text),
    allPoints: sentence(division.allPoints, { total }),
    allForms: sentence(division.allForms, { submitted }),
  };
}

function gapsCard(
  figures: DivisionFigures,
  query: BoardQuery,
  rights: ToDoRights,
  text: Texts,
): DivisionPage['gaps'] {
  const { heading, none, noneNote, nothingExpected, sub } = text.dashboards.gaps;
  const { coverage, gaps, toDos, unit } = figures;
  const allDomainsHref = divisionCoveragePath(unit.id, query);
  const { count } = text.formats;
  if (toDos.length === 0) {
    const isAnyExpected = coverage.some(({ status }) => status === 'covered');
    return { heading: none, sub: isAnyExpected ? noneNote : nothingExpected, toDos: [], allDomainsHref };
  }
  const found = coverageFinding(coverage, text);
  return {
    heading: heading(found),
    sub: sub(count(gaps), count(toDos.length - gaps)),
    toDos: toDos.map((toDo) => toDoOf(toDo, query, rights, text)),
    allDomainsHref,
  };
}

/** The unit's own points have no list of their own: lists are narrowed by post. */
function postBar(
  { postId, post, counts }: DivisionFigures['posts'][number],
  unitName: string,
  scope: Partial<PointFilter>,
  text: Texts,
): GradeBar {
  if (postId === null) {
    const name = post === unitName ? text.dashboards.bars.ownRisks : post;
    return { name, href: null, counts, hrefOf: () => null };
  }
  const hrefOf: GradeBar['hrefOf'] = (grade) =>
    pointsPath(grade === 'total' ? { ...scope, postId } : { ...scope, postId, grade });
  return { name: post, href: null, counts, hrefOf };
}
