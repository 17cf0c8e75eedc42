import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { matrixOf } from '../support/shipped-rulebooks.ts';
import { CUTS, MONEY } from './bench-rulebooks.ts';

/** What a rival is told of a point. */
export interface RivalPoint {
  readonly probability: string | null;
  readonly harm: string | null;
  readonly domain: string | null;
  readonly measureCount: number;
  readonly amount: number | null;
  readonly overdue: number | null;
}

const HUGE = 5000;

/**
 * The bench's rulebook for json-logic-engine: the grade, `null` where a step is unknown. The chain is in the order of
 * the matrix, and nothing is looked at twice.
 */
export function asJsonLogic(rulebook: GradingRulebook): object {
  const known = (name: string): object => ({ '!==': [{ var: name }, null] });
  const least = (name: string, number: number): object => ({
    and: [known(name), { '>=': [{ var: name }, number] }],
  });
  const chain = matrixOf(rulebook).cells.flatMap(({ row, column, grade }) => [
    { and: [{ '===': [{ var: 'probability' }, row] }, { '===': [{ var: 'harm' }, column] }] },
    grade,
  ]);
  const guarded = {
    and: [
      known('domain'),
      { '!==': [{ var: 'domain' }, 'procurement'] },
      { '>=': [{ var: 'measureCount' }, CUTS.manyMeasures] },
    ],
  };
  const large = { and: [{ in: [{ var: 'domain' }, MONEY] }, least('amount', CUTS.largeAmount)] };
  const isLikely = { in: [{ var: 'probability' }, ['fairly-high', 'high']] };
  const overdue = { and: [{ '===': [{ var: 'overdue' }, 1] }, isLikely] };
  const lowered = { min: [3, { '+': [{ if: [...chain, 3] }, { if: [guarded, 1, 0] }] }] };
  const grade = {
    min: [lowered, { if: [large, 2, 3] }, { if: [least('amount', HUGE), 1, 3] }, { if: [overdue, 1, 3] }],
  };
  return { if: [{ and: [known('probability'), known('harm')] }, grade, null] };
}

const LOOP = { inputField: 'points', outputPath: 'points', executionMode: 'loop' } as const;

/**
 * The same for zen-engine: the matrix as a decision table, the rest as one expression, both in loop mode, so that a
 * whole batch of points is one call.
 */
export function asZenDecision(rulebook: GradingRulebook): object {
  const place = { position: { x: 0, y: 0 } };
  const rules = matrixOf(rulebook).cells.map(({ row, column, grade }) => ({
    ...{ _id: `${row}/${column}`, row: `"${row}"`, column: `"${column}"`, grade: String(grade) },
  }));
  const table = {
    ...LOOP,
    ...{ hitPolicy: 'first', passThrough: true, rules },
    inputs: [
      { id: 'row', name: 'probability', field: 'probability' },
      { id: 'column', name: 'harm', field: 'harm' },
    ],
    outputs: [{ id: 'grade', name: 'grade', field: 'base' }],
  };
  const grade = {
    ...LOOP,
    passThrough: false,
    expressions: [{ id: 'final', key: 'grade', value: ZEN_GRADE }],
  };
  return {
    nodes: [
      { ...place, id: 'in', type: 'inputNode', name: 'in' },
      { ...place, id: 'table', type: 'decisionTableNode', name: 'table', content: table },
      { ...place, id: 'grade', type: 'expressionNode', name: 'grade', content: grade },
      { ...place, id: 'out', type: 'outputNode', name: 'out' },
    ],
    edges: [
      ['in', 'table'],
      ['table', 'grade'],
      ['grade', 'out'],
    ].map(([from, to]) => ({
      id: `${String(from)}-${String(to)}`,
      type: 'edge',
      sourceId: from,
      targetId: to,
    })),
  };
}

const MONEY_LIST = MONEY.map((domain) => `"${domain}"`).join(', ');
const ZEN_GUARDED = `domain != null and domain != "procurement" and measureCount >= ${String(CUTS.manyMeasures)}`;
const ZEN_GRADE = `probability == null or harm == null ? null : min([
  min([3, base + (${ZEN_GUARDED} ? 1 : 0)]),
  (amount != null and domain in [${MONEY_LIST}] and amount >= ${String(CUTS.largeAmount)}) ? 2 : 3,
  (amount != null and amount >= ${String(HUGE)}) ? 1 : 3,
  (overdue == 1 and probability in ["fairly-high", "high"]) ? 1 : 3
])`;
