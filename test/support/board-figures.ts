import type { CoverageCell } from '../../src/coverage/coverage-cell.ts';
import type {
  BoardFigures,
  DivisionFigures,
  Figures,
  GradeCounts,
  HeatMap,
} from '../../src/dashboards/board.ts';
import { heatMap } from '../../src/dashboards/board-figures.ts';
import { KEY_DOMAINS, type KeyDomain } from '../../src/organisation/key-domain.ts';
import type { OrgUnit, UnitKind } from '../../src/organisation/org-unit.ts';
import type { CoverageStatus, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { noticeRulebook } from './shipped-rulebooks.ts';

/** Points of grade 1, 2, 3 and unassessed ones. */
export function gradeCounts(one: number, two = 0, three = 0, unassessed = 0): GradeCounts {
  return { 1: one, 2: two, 3: three, unassessed, total: one + two + three + unassessed };
}

export function orgUnit(id: number, name: string, kind: UnitKind = 'division'): OrgUnit {
  const isBureau = kind === 'bureau';
  return {
    id,
    parentId: isBureau ? null : 1,
    kind,
    name,
    path: isBureau ? `/${String(id)}/` : `/1/${String(id)}/`,
  };
}

/** A division in a domain; what a test does not name fits the status. */
export function coverageCell(
  unitId: number,
  unit: string,
  domain: KeyDomain,
  status: CoverageStatus,
  named: Partial<CoverageCell> = {},
): CoverageCell {
  const isExpected = status !== 'not-expected' && status !== 'exempt';
  const points = status === 'covered' || status === 'weak' ? 3 : 0;
  return {
    unitId,
    unit,
    domain,
    expected: isExpected ? 'confirmed' : 'no',
    posts: isExpected ? 2 : 0,
    postsWithPoints: points > 0 ? 2 : 0,
    points,
    pointsSuggested: 0,
    withMeasure: status === 'covered' ? points : 0,
    status,
    rule: 'a-rule',
    ...named,
  };
}

/** Points by domain, all of grade 1. */
export function domainsOfGradeOne(points: Partial<Record<KeyDomain, number>>): BoardFigures['domains'] {
  return KEY_DOMAINS.map((domain) => ({ domain, counts: gradeCounts(points[domain] ?? 0) }));
}

/** A heat map of points given as probability, harm and their number; `null` is unknown. */
export function heatOf(
  rulebook: GradingRulebook,
  points: readonly (readonly [probability: string | null, harm: string | null, points: number])[],
): HeatMap {
  const { probability, harm } = rulebook.scales;
  const rows = points.map(([probabilityStep, harmStep, count]) => ({
    probabilityScale: probability.code,
    probabilityStep,
    harmScale: harm.code,
    harmStep,
    points: count,
  }));
  const heat = heatMap(rulebook, rows);
  if (heat === null) throw new Error('this rulebook has no matrix');
  return heat;
}

const SOME_POINTS = [
  ['high', 'serious', 2],
  ['small', 'limited', 5],
  [null, null, 1],
] as const;

/** A bureau of two divisions with eight points, nothing missing and nothing wrong. */
export function boardFigures(named: Partial<BoardFigures> = {}): BoardFigures {
  return {
    ...someFigures(),
    partOf: null,
    divisions: [
      { unit: orgUnit(2, '办公室'), counts: gradeCounts(2, 0, 2, 1) },
      { unit: orgUnit(3, '对外贸易处'), counts: gradeCounts(0, 0, 3, 0) },
    ],
    ...named,
  };
}

function someFigures(): Figures {
  const body = noticeRulebook();
  return {
    campaign: { id: 1, year: 2021, documentNumber: null, bureau: '市商务局', dueOn: null },
    rulebook: { name: body.name, version: 'shipped', title: body.title, body },
    asOf: '2021-04-26T08:20:00.000Z',
    forms: { submitted: 4, expected: 4, withoutAnnex1: 0 },
    counts: gradeCounts(2, 0, 5, 1),
    gradeOneWithoutMeasure: 0,
    heat: heatOf(body, SOME_POINTS),
    domains: domainsOfGradeOne({ procurement: 2 }),
    coverage: [
      coverageCell(2, '办公室', 'procurement', 'covered'),
      coverageCell(3, '对外贸易处', 'policy-funds', 'covered'),
    ],
    gaps: 0,
    gradeOne: [],
  };
}

/** One division of that bureau. */
export function divisionFigures(named: Partial<DivisionFigures> = {}): DivisionFigures {
  return {
    ...someFigures(),
    coverage: [coverageCell(2, '办公室', 'procurement', 'covered')],
    unit: orgUnit(2, '办公室'),
    toDos: [],
    posts: [
      { postId: 7, post: '政府采购岗', counts: gradeCounts(2, 0, 0, 1) },
      { postId: 8, post: '文秘岗', counts: gradeCounts(0, 0, 2, 0) },
    ],
    ...named,
  };
}
