import type { Knex } from 'knex';
import type { Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import { NO_VERSION } from './form-store.ts';
import { FORMS_PER_PAGE, type FormFilter, type FormState, type FormSummary } from './form.ts';

interface FormRow {
  readonly id: number;
  readonly unitId: number;
  readonly unitName: string;
  readonly personName: string | null;
  readonly postNames: string | null;
  readonly version: number;
  readonly state: FormState;
  readonly filledOn: string | null;
  readonly points: number;
  readonly withMeasure: number;
  readonly hasAnnex1: number;
  readonly file: string | null;
}

/** How the database joins several names into one value that can be taken apart again. */
const SEPARATOR = '\u001f';

export async function countForms(
  from: Queryable,
  campaignId: number,
  reach: Reach,
  filter: Omit<FormFilter, 'page'>,
): Promise<number> {
  const row = (await filtered(from, campaignId, reach, filter).count({ forms: '*' }).first()) as {
    forms: number;
  };
  return row.forms;
}

export async function listForms(
  from: Queryable,
  campaignId: number,
  reach: Reach,
  filter: FormFilter,
): Promise<readonly FormSummary[]> {
  const rows = (await filtered(from, campaignId, reach, filter)
    .join('form_version', (join) => {
      join.on('form_version.form_id', 'form.id').andOn('form_version.version', 'form.current_version');
    })
    .leftJoin('import_file', 'import_file.id', 'form_version.import_file_id')
    .orderBy(['org_unit.id', 'form.id'])
    .limit(FORMS_PER_PAGE)
    .offset((filter.page - 1) * FORMS_PER_PAGE)
    .select({
      id: 'form.id',
      unitId: 'org_unit.id',
      unitName: 'org_unit.name',
      personName: holdings(from)
        .join('person', 'person.id', 'holding.person_id')
        .select('person.name')
        .limit(1),
      postNames: holdings(from)
        .join('post', 'post.id', 'holding.post_id')
        .select(from.raw('group_concat(post.name, ?)', [SEPARATOR])),
      version: 'form.current_version',
      state: 'form.state',
      filledOn: 'form_version.filled_on',
      points: points(from).count(),
      withMeasure: points(from).where('risk_point_state.measure_count', '>', 0).count(),
      hasAnnex1: annex1(from).count(),
      file: 'import_file.name',
    })) as FormRow[];
  return rows.map((row) => ({
    ...row,
    postNames: row.postNames === null ? [] : row.postNames.split(SEPARATOR),
    hasAnnex1: row.hasAnnex1 > 0,
  }));
}

/** Present holdings under a path: each owes a form. */
export async function countHoldings(from: Queryable, underPath: string): Promise<number> {
  const row = (await from('holding')
    .join('post', 'post.id', 'holding.post_id')
    .join('org_unit', 'org_unit.id', 'post.unit_id')
    .whereNull('holding.to_date')
    .whereLike('org_unit.path', `${underPath}%`)
    .count({ holdings: '*' })
    .first()) as { holdings: number };
  return row.holdings;
}

/** Holdings under a path that a filed form covers. */
export async function countCoveredHoldings(
  from: Queryable,
  campaignId: number,
  underPath: string,
): Promise<number> {
  const row = (await from('form_holding')
    .join('form', 'form.id', 'form_holding.form_id')
    .join('org_unit', 'org_unit.id', 'form.unit_id')
    .where('form.campaign_id', campaignId)
    .whereLike('org_unit.path', `${underPath}%`)
    .count({ holdings: '*' })
    .first()) as { holdings: number };
  return row.holdings;
}

function filtered(
  from: Queryable,
  campaignId: number,
  reach: Reach,
  filter: Omit<FormFilter, 'page'>,
): Knex.QueryBuilder {
  const query = from('form')
    .join('org_unit', 'org_unit.id', 'form.unit_id')
    .where('form.campaign_id', campaignId)
    .where('form.current_version', '>', NO_VERSION)
    .where((reached) => {
      for (const path of reach.unitPaths) void reached.orWhereLike('org_unit.path', `${path}%`);
      if (reach.unitPaths.length === 0) void reached.whereRaw('0 = 1');
    });
  if (filter.unitId !== undefined) {
    const path = from('org_unit').where({ id: filter.unitId }).select('path');
    void query.whereRaw(`org_unit.path like (?) || '%'`, [path]);
  }
  if (filter.annex1 === 'missing') {
    void query.whereNotExists(annex1(from).select('form_id')).whereExists(holdings(from).select('form_id'));
  }
  return query;
}

function holdings(from: Queryable): Knex.QueryBuilder {
  return from('form_holding')
    .join('holding', 'holding.id', 'form_holding.holding_id')
    .whereRaw('form_holding.form_id = form.id');
}

function points(from: Queryable): Knex.QueryBuilder {
  return from('risk_point')
    .join('risk_point_state', 'risk_point_state.risk_point_id', 'risk_point.id')
    .whereRaw('risk_point.form_id = form.id')
    .where('risk_point_state.is_withdrawn', 0);
}

function annex1(from: Queryable): Knex.QueryBuilder {
  return from('form_paper').whereRaw('form_paper.form_id = form.id').where('form_paper.kind', 'annex1');
}
