import { wordsOf, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import type { PageModel } from '../web/page.ts';
import { topGrade } from '../risk-points/grade-look.ts';
import { comparedWords } from './compared-words-page.ts';
import { listAddress } from './impact-address.ts';
import { gradeOneOf, impactFinding, topDivisions } from './impact-finding-page.ts';
import type { Impact } from './impact.ts';
import { comingTo, moveTable, type MoveTable } from './move-table-page.ts';
import { movedListPart, type MovedListPart, type MovedListScope } from './moved-list-page.ts';
import type { MoveConditions } from './rule-change.ts';
import { shareChart, type ShareChart } from './share-chart-page.ts';
import {
  allShares,
  bySurge,
  divisionShares,
  domainShares,
  shareHeads,
  type DivisionShareRow,
  type ShareHeads,
  type ShareRow,
} from './share-table-page.ts';
import type { ImpactReport } from './what-if-service.ts';

export interface ImpactPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly finding: readonly SentencePart[];
  readonly change: string;
  readonly scope: string;
  /** What one has to know beside the numbers. */
  readonly notes: readonly { readonly text: string; readonly href: string | null }[];
  readonly moves: MoveTable;
  readonly divisions: ShareChart & {
    readonly top: string;
    /** The last is all of them together. */
    readonly rows: readonly DivisionShareRow[];
  };
  readonly domains: readonly ShareRow[];
  /** What the tables of divisions and domains are called, and their columns. */
  readonly heads: ShareHeads;
  readonly list: MovedListPart;
}

/** What is compared, as the page calls it. */
export interface ImpactHead {
  readonly crumbs: ImpactPage['crumbs'];
  readonly before: string;
  readonly after: string;
}

/** What a change of rules would do: in a sentence, by grade, division and domain, and point by point. */
export function impactPage(
  report: ImpactReport,
  head: ImpactHead,
  scope: MovedListScope,
  asked: Texts,
): ImpactPage {
  const text = comparedWords(scope.sides.before, scope.sides.after, asked);
  const { impact, campaign } = report;
  const words = text.whatIf;
  const year = scope.asked.filter.year;
  const hrefOf = (conditions: MoveConditions): string =>
    listAddress(scope.place, { ...conditions, ...(year === undefined ? {} : { year }) });
  const finding = impactFinding(impact, hrefOf({}), text);
  const divisions = impact.divisions.filter(({ unitId }) => unitId !== campaign.bureau.id);
  return {
    title: wordsOf(finding),
    crumbs: head.crumbs,
    finding,
    change: words.change(head.before, head.after),
    scope: words.scope(campaign.bureau.name, String(campaign.year), String(impact.seconds)),
    notes: notesOf(impact, hrefOf, text),
    moves: moveTable(impact, hrefOf, text),
    divisions: {
      ...shareChart(bySurge(divisions), hrefOf, text),
      top: topOf(impact, text),
      rows: [
        ...divisionShares(bySurge(impact.divisions), campaign.bureau.id, hrefOf, text),
        allShares(impact, hrefOf, text),
      ],
    },
    heads: shareHeads(text),
    domains: domainShares(impact.domains, hrefOf, text),
    list: movedListPart(report.list, scope, text),
  };
}

function topOf(impact: Impact, text: Texts): string {
  const { top, noGradeOne } = text.whatIf.divisions;
  const most = topDivisions(impact);
  const grade = topGrade(text);
  if (most.length === 0) return noGradeOne(grade);
  return top(grade, text.formats.list(most.map(({ unit }) => unit)), text.formats.count(gradeOneOf(most)));
}

function notesOf(
  { moves, isCutAnew }: Impact,
  hrefOf: (conditions: MoveConditions) => string,
  text: Texts,
): ImpactPage['notes'] {
  const { cutAnew, unassessed } = text.whatIf;
  const lost = comingTo(moves, 'unassessed');
  return [
    ...(lost === 0
      ? []
      : [{ text: unassessed(text.formats.count(lost)), href: hrefOf({ to: 'unassessed' }) }]),
    ...(isCutAnew ? [{ text: cutAnew, href: null }] : []),
  ];
}
