import type { PointDetail } from '../../src/risk-points/point-detail.ts';
import type { ListedPoint, PointList } from '../../src/risk-points/risk-point.ts';
import { noticeRulebook } from './shipped-rulebooks.ts';

/** A point of grade 1 with a measure and an accepted domain. */
export function pointSummary(named: Partial<ListedPoint> = {}): ListedPoint {
  return {
    id: 7,
    text: '化整为零规避公开招标',
    unitId: 2,
    unitName: '办公室',
    postName: '政府采购岗',
    personName: '林某',
    domains: [{ domain: 'procurement', state: 'accepted', isMain: true, evidence: null }],
    grade: 1,
    rules: ['probability-high'],
    declaredGrade: null,
    measureCount: 1,
    state: 'assessed',
    formId: 5,
    probability: { scale: 'notice-2021-probability', step: 'high' },
    harm: { scale: 'notice-2021-harm', step: 'limited' },
    measureTexts: ['采购方案经集体研究。'],
    duties: '负责政府采购。',
    changedAt: '2021-04-22T01:20:00.000Z',
    ...named,
  };
}

export function pointList(named: Partial<PointList> = {}): PointList {
  return { total: 1, hasMore: false, page: 1, pages: 1, points: [pointSummary()], ...named };
}

/** The same point with everything that is known of it. */
export function pointDetail(named: Partial<PointDetail> = {}): PointDetail {
  const place = { sheet: null, table: 1, line: null, row: 3, column: null };
  const source = { field: 'text', file: '办公室自查表.docx', place, at: '2021-04-22T01:20:00.000Z' };
  return {
    ...pointSummary(),
    unitPath: '/1/2/',
    ordinal: 1,
    duties: '负责政府采购。',
    measures: [{ text: '采购方案经集体研究。' }],
    formId: 5,
    formVersion: 1,
    sources: [source],
    facts: [
      { fact: 'probability', value: 'high', setBy: '处室', setAt: source.at, source },
      { fact: 'harm', value: 'limited', setBy: '处室', setAt: source.at, source: null },
      { fact: 'domain', value: 'procurement', setBy: null, setAt: null, source: null },
      { fact: 'measureCount', value: 1, setBy: null, setAt: null, source },
    ],
    revisionId: 11,
    caseId: 417,
    guard: 3,
    campaignState: 'open',
    around: { nearest: { milder: [], severer: [] }, completions: [] },
    ifAccepted: [],
    domainsSetBy: [],
    verdict: {
      grade: 1,
      because: [{ rule: 'probability-high', clause: '3.3-grade-1' }],
      also: [{ rule: 'harm-limited', clause: '3.3-grade-3' }],
    },
    otherRulebooks: new Map(),
    rulebook: { id: 1, body: noticeRulebook(), version: 'shipped', digest: 'a digest' },
    decided: { override: null, approval: null },
    history: [],
    ...named,
  };
}
