import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import type { Database, Transaction } from '../../src/platform/database.ts';
import { listAsTable, listBinding } from '../../src/platform/json-dialect.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { FLOOR_COLUMN } from './floor.ts';
import { asJsonLogic, asZenDecision, type RivalPoint } from './rival-rules.ts';

/** Grades of points, in their order. */
export type RivalJudge = (
  points: readonly RivalPoint[],
) => Promise<readonly (number | null)[]> | readonly (number | null)[];

type StoredPoint = RivalPoint & { readonly id: number };

const POINTS_AT_ONCE = 20_000;

/** json-logic-engine with the rulebook compiled. */
export function jsonLogicJudge(rulebook: GradingRulebook): RivalJudge {
  const judge = new LogicEngine().build(asJsonLogic(rulebook)) as (point: RivalPoint) => number | null;
  return (points) => points.map(judge);
}

/** How many points zen-engine takes in one call: more makes it no faster. */
const ZEN_BATCH = 1000;

/** zen-engine in loop mode, in batches. */
export function zenJudge(rulebook: GradingRulebook): RivalJudge {
  const decision = new ZenEngine().createDecision(asZenDecision(rulebook));
  return async (points) => {
    const grades: (number | null)[] = [];
    for (let start = 0; start < points.length; start += ZEN_BATCH) {
      const answer = await decision.evaluate({ points: points.slice(start, start + ZEN_BATCH) });
      // The engine types it as any; the decision has this one output.
      const { points: judged } = answer.result as { readonly points: readonly { grade: number | null }[] };
      grades.push(...judged.map(({ grade }) => grade));
    }
    return grades;
  };
}

/**
 * Regrades a province as a program without cases would: reads what the rules look at, judges each point and writes all
 * grades by updates like the bare one, in one transaction.
 */
export async function regradeEveryPoint(database: Database, judge: RivalJudge): Promise<void> {
  await database.transaction(async (transaction) => {
    let after = 0;
    for (;;) {
      const points = await nextPoints(transaction, after);
      if (points.length === 0) return;
      const grades = await judge(points);
      await write(
        transaction,
        points.map(({ id }, index) => [id, grades[index] ?? null]),
      );
      after = points.at(-1)?.id ?? Infinity;
    }
  });
}

async function nextPoints(transaction: Transaction, after: number): Promise<readonly StoredPoint[]> {
  return transaction.raw<StoredPoint[]>(
    `select s.risk_point_id as id, probability_step as probability, harm_step as harm, main_domain as domain,
        measure_count as "measureCount", amount.number as amount, overdue.number as overdue
      from risk_point_state as s
      left join risk_point_fact as amount on amount.risk_point_id = s.risk_point_id and amount.fact = 'amount'
      left join risk_point_fact as overdue
        on overdue.risk_point_id = s.risk_point_id and overdue.fact = 'rotationOverdue'
      where s.risk_point_id > ? order by s.risk_point_id limit ${String(POINTS_AT_ONCE)}`,
    [after],
  );
}

async function write(
  transaction: Transaction,
  rows: readonly (readonly [number, number | null])[],
): Promise<void> {
  const listed = listAsTable(transaction, { id: 'integer', grade: 'integer' });
  await transaction.raw(
    `with judged as materialized (select id, grade from ${listed} as listed)
      update risk_point_state set ${FLOOR_COLUMN} = judged.grade from judged
        where judged.id = risk_point_state.risk_point_id`,
    [listBinding(rows)],
  );
}
