import { gapsPath } from '../coverage/paths.ts';
import { coverageFinding } from '../coverage/coverage-finding.ts';
import { coverageMatrix, ownLists, type CoverageMatrix } from '../coverage/coverage-matrix-page.ts';
import { callGrades } from '../language/call-grades.ts';
import type { SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { topGrade } from '../risk-points/grade-look.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { PageModel } from '../web/page.ts';
import type { BoardFigures, Figures, UnitGrades } from './board.ts';
import { barsFinding, domainsFinding } from './card-finding.ts';
import { dutyLines } from './duty-lines-page.ts';
import { figuresOf, type Figure } from './figures-page.ts';
import { gradeBars, gradeTable, type GradeBars, type GradeTable } from './grade-bars-page.ts';
import type { GradeBar } from './grade-bar.ts';
import { gradeOneList, type GradeOneList } from './grade-one-page.ts';
import { headline, type Scope } from './headline.ts';
import { heatTable, type HeatTable } from './heat-map-page.ts';
import { boardPath, divisionPath, type BoardQuery } from './paths.ts';

/** A card whose title says what it shows. */
export interface FindingCard {
  readonly finding: string;
  readonly sub: string;
}

/** What the board and a division's page both show. */
export interface FiguresPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly finding: readonly SentencePart[];
  readonly meta: string;
  readonly figures: readonly Figure[];
  readonly duties: readonly (readonly SentencePart[])[];
  readonly bars: FindingCard & GradeBars;
  readonly heat: HeatTable | null;
  readonly domains: FindingCard & { readonly table: GradeTable };
  readonly gradeOne: GradeOneList;
}

export interface BoardPage extends FiguresPage {
  readonly coverage: { readonly finding: string; readonly matrix: CoverageMatrix; readonly href: string };
}

/** The board of a bureau: one sentence, four figures, then charts, each title a finding. */
export function boardPage(figures: BoardFigures, query: BoardQuery, asked: Texts): BoardPage {
  const text = callGrades(asked, figures.rulebook.body.grades);
  const { bars } = text.dashboards;
  const divisions = figures.divisions.map((division) => divisionBar(division, query, text));
  const finding = barsFinding(divisions, figures.counts, text);
  const sub = bars.unitsSub(topGrade(text), text.formats.count(figures.counts.total));
  const words = { caption: bars.unitsCaption, corner: bars.unit };
  const gaps = { href: gapsPath(query), isOwn: false };
  return {
    ...commonParts(figures, query, text),
    title: text.dashboards.board.title,
    crumbs: [{ text: campaignOf(figures, text), href: null }],
    finding: headline(figures, subjectOf(figures, text), query, gaps.href, text),
    figures: figuresOf(figures, query, gaps, text),
    bars: { finding, sub, ...gradeBars(divisions, totalBar(figures, query, text), finding, words, text) },
    coverage: {
      finding: coverageFinding(figures.coverage, text),
      matrix: coverageMatrix(figures.coverage, query, ownLists(figures.divisions), text),
      href: gaps.href,
    },
  };
}

const MOST_UNITS_NAMED = 3;

/** Whose figures these are, where they are not the whole bureau's. */
function subjectOf({ partOf }: BoardFigures, text: Texts): string | null {
  if (partOf === null) return null;
  const { ofUnits } = text.dashboards.headline;
  return partOf.length <= MOST_UNITS_NAMED
    ? text.formats.list(partOf)
    : ofUnits(text.formats.count(partOf.length));
}

/** The parts that need nothing but figures and what to narrow their links to. */
export function commonParts(
  figures: Figures,
  scope: Scope,
  text: Texts,
): Pick<FiguresPage, 'meta' | 'duties' | 'heat' | 'domains' | 'gradeOne'> {
  const { domains, meta } = text.dashboards;
  const rulebook = text.formats.inThisLanguage(figures.rulebook.title);
  const shown = figures.domains.filter(({ counts }) => scope.unitId === undefined || counts.total > 0);
  const rows = shown.map(({ domain, counts }): GradeBar => {
    const filter = { ...scope, domain };
    return { name: text.terms.keyDomains[domain], href: null, counts, hrefOf: linksTo(filter) };
  });
  return {
    meta: meta(text.formats.instant(figures.asOf), rulebook),
    duties: dutyLines(figures, scope, text),
    heat: figures.heat === null ? null : heatTable(figures.heat, figures.counts, scope, text),
    domains: {
      finding: domainsFinding(figures.domains, text),
      sub: shown.length < figures.domains.length ? domains.subOfSome : domains.sub,
      table: gradeTable(rows, null, { caption: domains.caption, corner: domains.domain }, text),
    },
    gradeOne: gradeOneList(figures, scope, text),
  };
}

/** The row of totals, which leads to the same lists without a division. */
export function totalBar({ counts }: Figures, scope: Scope, text: Texts): GradeBar {
  return { name: text.dashboards.bars.total, href: null, counts, hrefOf: linksTo(scope) };
}

export function campaignOf({ campaign }: Figures, text: Texts): string {
  return text.dashboards.campaign(campaign.bureau, String(campaign.year));
}

/** The bureau's own points have no list of their own: a unit's list holds all that is under it. */
function divisionBar({ unit, counts }: UnitGrades, query: BoardQuery, text: Texts): GradeBar {
  if (unit.kind === 'bureau') {
    return { name: text.dashboards.bars.bureauItself(unit.name), href: null, counts, hrefOf: () => null };
  }
  const hrefOf = linksTo({ ...query, unitId: unit.id });
  return { name: unit.name, href: divisionPath(unit.id, query), counts, hrefOf };
}

function linksTo(filter: Parameters<typeof pointsPath>[0]): GradeBar['hrefOf'] {
  return (grade) => pointsPath(grade === 'total' ? filter : { ...filter, grade });
}

/** The board as the first step of a division's trail. */
export function boardCrumb(figures: Figures, query: BoardQuery, text: Texts): FiguresPage['crumbs'][number] {
  return { text: campaignOf(figures, text), href: boardPath(query) };
}
