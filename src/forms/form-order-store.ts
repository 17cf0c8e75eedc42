import type { Knex } from 'knex';
import { FORM_STATES } from './form.ts';
import { formColumnOf, usualDirection, type FormColumn, type FormOrder } from './form-order.ts';

const HOLDINGS = `from form_holding join holding on holding.id = form_holding.holding_id`;

const POINTS = `select count(*) from risk_point
  join risk_point_state on risk_point_state.risk_point_id = risk_point.id
  where risk_point.form_id = form.id and risk_point_state.is_withdrawn = 0`;

const STATE = `case form.state ${FORM_STATES.map((state, index) => `when '${state}' then ${String(index)}`).join(' ')} end`;

/** What each column is put in order by. */
const COLUMNS: Readonly<Record<FormColumn, string>> = {
  unit: 'org_unit.id',
  person: `coalesce((select min(person.name) ${HOLDINGS} join person on person.id = holding.person_id
    where form_holding.form_id = form.id), '')`,
  post: `coalesce((select min(post.name) ${HOLDINGS} join post on post.id = holding.post_id
    where form_holding.form_id = form.id), '')`,
  points: `(${POINTS})`,
  measures: `(${POINTS} and risk_point_state.measure_count > 0)`,
  state: STATE,
  version: 'form.current_version',
  filled: `coalesce((select form_version.filled_on from form_version
    where form_version.form_id = form.id and form_version.version = form.current_version), '')`,
};

/** Puts forms in order; those that are equal stand unit by unit, as they came. */
export function formsInOrder(forms: Knex.QueryBuilder, order: FormOrder): Knex.QueryBuilder {
  const { column, isReversed } = formColumnOf(order);
  const isAscending = (usualDirection(column) === 'ascending') !== isReversed;
  return forms.orderByRaw(`${COLUMNS[column]} ${isAscending ? 'asc' : 'desc'}, org_unit.id, form.id`);
}
