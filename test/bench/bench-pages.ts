import type { Role } from '../../src/access/role.ts';
import { FORM_ORDERS } from '../../src/forms/form-order.ts';
import { POINT_ORDERS } from '../../src/risk-points/point-order.ts';
import { REGION, type BureauPlace } from './province.ts';

/** Somebody who looks at pages, by the role that opens them. */
export interface BenchViewer {
  readonly username: string;
  readonly role: Role;
  readonly unitId: number;
}

/** An address that is visited, and by whom. */
export interface BenchPage {
  /** What the report calls it: who, and the address without what is this database's own. */
  readonly name: string;
  readonly viewer: BenchViewer;
  readonly path: string;
  /** What the page says when it is the page. */
  readonly word: string;
  readonly kind: 'board' | 'list' | 'other';
}

/** Who looks: the leaders of a bureau and of the largest, a division, the province's discipline team and its office. */
export interface BenchViewers {
  readonly leader: BenchViewer;
  readonly largest: BenchViewer;
  readonly province: BenchViewer;
  readonly division: BenchViewer;
  readonly region: BenchViewer;
}

export function benchViewers(bureau: BureauPlace, largest: BureauPlace): BenchViewers {
  return {
    leader: { username: 'bench-leader', role: 'party-group', unitId: bureau.id },
    largest: { username: 'bench-largest', role: 'party-group', unitId: largest.id },
    province: { username: 'bench-province', role: 'discipline-team', unitId: REGION },
    division: { username: 'bench-division', role: 'division-head', unitId: largest.firstDivision },
    region: { username: 'bench-region', role: 'regional', unitId: REGION },
  };
}

/** Every page that a leader, the discipline team and a division open, and the lists by each filter, order and search. */
export function benchPages(
  bureau: BureauPlace,
  largest: BureauPlace,
  viewers: BenchViewers,
): readonly BenchPage[] {
  const { leader, province } = viewers;
  return [
    ...boardPages(largest, viewers),
    ...otherPages(largest, viewers),
    ...listPages(bureau, leader),
    ...listPages(largest, province),
  ];
}

/** The boards alone, for all of the largest bureau and of the province. */
export function boardPages(place: BureauPlace, viewers: BenchViewers): readonly BenchPage[] {
  const { leader, largest, province, division, region } = viewers;
  const unit = String(place.firstDivision);
  const page = pageOf('board');
  return [
    ...[leader, largest, province].flatMap((viewer) => [
      page(viewer, '/board', '看板'),
      page(viewer, '/coverage', '覆盖'),
    ]),
    page(largest, `/board/divisions/${unit}`, '第0处', '/board/divisions/:id'),
    page(largest, `/coverage/divisions/${unit}`, '第0处', '/coverage/divisions/:id'),
    page(division, `/board/divisions/${unit}`, '第0处', '/board/divisions/:id'),
    page(division, `/coverage/divisions/${unit}`, '第0处', '/coverage/divisions/:id'),
    page(region, '/region', '第1局'),
  ];
}

function otherPages(place: BureauPlace, viewers: BenchViewers): readonly BenchPage[] {
  const { largest, province, division } = viewers;
  const [point, form] = [String(place.firstPoint), String(place.firstPost)];
  const page = pageOf('other');
  return [
    page(largest, `/points/${point}`, '定级', '/points/:id'),
    page(largest, `/forms/${form}`, '岗位', '/forms/:id'),
    page(largest, '/coverage/exemptions', '不涉及'),
    page(largest, '/account', '账号'),
    page(province, '/rulebooks', '评定标准'),
    page(province, '/rulebooks/facts', '事实'),
    page(province, '/rulebooks/calibration', '等级'),
    page(province, `/points/${point}`, '定级', '/points/:id'),
    page(division, '/points', '风险点'),
    page(division, '/points/assess', '评定'),
    page(division, `/points/${point}/assess`, '评定', '/points/:id/assess'),
    page(division, '/forms', '岗位'),
    page(division, '/imports', '导入'),
  ];
}

function listPages(place: BureauPlace, viewer: BenchViewer): readonly BenchPage[] {
  const page = pageOf('list');
  const own = ownConditions(place);
  return [
    ...[...POINT_CONDITIONS, ...POINT_ORDERS.map((order) => `sort=${order}`)].map((query) =>
      page(viewer, `/points?${query}`, '风险点'),
    ),
    ...own.map(([query, shown]) => page(viewer, `/points?${query}`, '风险点', `/points?${shown}`)),
    ...[...FORM_CONDITIONS, ...FORM_ORDERS.map((order) => `sort=${order}`)].map((query) =>
      page(viewer, `/forms?${query}`, '自查表'),
    ),
    ...own.slice(0, 1).map(([query, shown]) => page(viewer, `/forms?${query}`, '自查表', `/forms?${shown}`)),
  ];
}

/** Conditions that name something of this bureau, and how the report calls them. */
function ownConditions(place: BureauPlace): readonly (readonly [query: string, shown: string])[] {
  const unit = `unit=${String(place.firstDivision)}`;
  const pages = Math.ceil(place.points / 50);
  return [
    [unit, 'unit=…'],
    [`${unit}&grade=3&sort=post-reversed&page=3`, 'unit=…&grade=3&sort=post-reversed&page=3'],
    [`form=${String(place.firstPost)}`, 'form=…'],
    [`page=${String(Math.ceil(pages / 3))}`, 'a page in the middle'],
    [`page=${String(Math.ceil(pages * 0.9))}`, 'one of the last pages'],
  ];
}

const POINT_CONDITIONS: readonly string[] = [
  ...['grade=1', 'grade=2', 'grade=3', 'grade=unassessed'],
  ...['domain=finance', 'domain=procurement', 'domain-state=suggested', 'domain-state=accepted'],
  ...['domain-state=none', 'domain=finance&domain-state=suggested'],
  ...['state=entered', 'state=assessed', 'state=approved', 'decided=overridden', 'decided=approved'],
  ...['probability=high', 'probability=small', 'harm=serious', 'measures=none', 'measures=some'],
  ...['declared=differs', 'declared-grade=none', 'declared-grade=1'],
  ...['assessed=none', 'assessed=some', 'assessed-from=2021-01-01'],
  ...['q=审批把关', 'q=违规 办理', 'q=关', `q=${encodeURIComponent('没有这个词')}`],
  ...['domain=finance&grade=1&sort=changed', 'grade=2&measures=some&sort=state&page=4', 'q=审批&grade=3'],
].map((query) => encodeURI(decodeURI(query)));

const FORM_CONDITIONS: readonly string[] = [
  ...['state=draft', 'state=accepted', 'revised=yes', 'annex1=missing', 'q=岗位1', 'page=40'],
].map(encodeURI);

function pageOf(
  kind: BenchPage['kind'],
): (viewer: BenchViewer, path: string, word: string, shown?: string) => BenchPage {
  return (viewer, path, word, shown = decodeURI(path)) => ({
    name: `${viewer.username.replace('bench-', '')} ${shown}`,
    ...{ viewer, path, word, kind },
  });
}
