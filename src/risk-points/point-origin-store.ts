import type { Knex } from 'knex';
import type { Queryable } from '../platform/database.ts';
import type { PointConditions } from './risk-point.ts';

/** Narrows to the points of a unit with its sections, a post, a holder or a form. */
export function narrowToOwner(
  query: Knex.QueryBuilder,
  from: Queryable,
  { unitId, postId, holderId, formId }: PointConditions,
): void {
  if (unitId !== undefined) {
    const path = from('org_unit as root').where({ id: unitId }).select('path');
    const within = from('org_unit').whereRaw(`org_unit.path like (?) || '%'`, [path]).select('org_unit.id');
    void query.whereIn('risk_point_state.unit_id', within);
  }
  if (postId !== undefined) void query.where('risk_point_state.post_id', postId);
  if (holderId !== undefined) {
    const held = from('holding').where({ person_id: holderId }).select('id');
    void query.whereIn('risk_point_state.holding_id', held);
  }
  if (formId !== undefined) {
    const ofForm = from('risk_point').where({ form_id: formId }).select('id');
    void query.whereIn('risk_point_state.risk_point_id', ofForm);
  }
}

/** Narrows to the points of which an import, or a file of one, brought something. */
export function narrowToFile(
  query: Knex.QueryBuilder,
  from: Queryable,
  { batchId, fileId }: PointConditions,
): void {
  const brought = from('value_source').whereNotNull('risk_point_id').select('risk_point_id');
  if (fileId !== undefined) void brought.where('import_file_id', fileId);
  if (batchId !== undefined) {
    void brought.whereIn('import_file_id', from('import_file').where({ batch_id: batchId }).select('id'));
  }
  if (fileId === undefined && batchId === undefined) return;
  void query.whereIn('risk_point_state.risk_point_id', brought);
}
