import type { Knex } from 'knex';
import { EFFECTIVE_GRADE } from './effective-grade-store.ts';
import type { PointConditions } from './risk-point.ts';
import { columnOf, type PointColumn, type PointOrder } from './point-order.ts';

const SEVERITY = `case ${EFFECTIVE_GRADE} when 0 then 4 else ${EFFECTIVE_GRADE} end`;

const STATE = `case risk_point_state.state when 'entered' then 1 when 'assessed' then 2
  when 'approved' then 3 else 4 end`;

/** How each column is put in order; only changes begin with the greatest. */
const COLUMNS: Readonly<Record<PointColumn, readonly [sql: string, direction: 'asc' | 'desc']>> = {
  grade: [SEVERITY, 'asc'],
  unit: ['risk_point_state.unit_id', 'asc'],
  post: [`coalesce((select name from post where post.id = risk_point_state.post_id), '')`, 'asc'],
  state: [STATE, 'asc'],
  declared: ['coalesce(risk_point_state.declared_grade, 4)', 'asc'],
  changed: [`coalesce(risk_point_state.changed_at, '')`, 'desc'],
};

const PLACE = `risk_point_state.unit_id, risk_point_state.post_id nulls first, risk_point_state.risk_point_id`;

/**
 * Puts points in order; those that are equal stand severest first, then by unit, post and place on the form. Points that
 * are all of one grade are in the order of the list's index already: the first of them are found before the last.
 */
export function inOrder(
  points: Knex.QueryBuilder,
  order: PointOrder,
  { grade }: Pick<PointConditions, 'grade'>,
): Knex.QueryBuilder {
  const { column, isReversed } = columnOf(order);
  if (column === 'grade' && grade !== undefined) return points.orderByRaw(PLACE);
  const [sql, natural] = COLUMNS[column];
  const reversed = natural === 'asc' ? 'desc' : 'asc';
  return points.orderByRaw(`${sql} ${isReversed ? reversed : natural}, ${SEVERITY}, ${PLACE}`);
}
