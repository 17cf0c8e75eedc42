import type { Knex } from 'knex';
import { searchWords } from '../language/normalise.ts';
import type { Reach } from '../organisation/reach.ts';
import { withinReach } from '../organisation/reach-store.ts';
import type { Queryable } from '../platform/database.ts';
import { joinedTexts } from '../platform/dialect.ts';
import { NO_VERSION } from './form-store.ts';
import { idsWithWords } from '../platform/word-index.ts';
import { formsInOrder } from './form-order-store.ts';
import { DEFAULT_FORM_ORDER } from './form-order.ts';
import { FORM_SEARCH } from './form-search-store.ts';
import { DEFAULT_PAGE_SIZE } from '../web/pager.ts';
import type { FormFilter, FormState, FormSummary } from './form.ts';

interface FormRow {
  readonly id: number;
  readonly unitId: number;
  readonly unitName: string;
  readonly personName: string | null;
  readonly postNames: string | null;
  readonly version: number;
  readonly state: FormState;
  readonly filledOn: string | null;
  readonly duties: string | null;
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
  const size = filter.size ?? DEFAULT_PAGE_SIZE;
  const ids = await formIds(from, campaignId, reach, filter, (query) =>
    query.limit(size).offset((filter.page - 1) * size),
  );
  return formsByIds(from, ids);
}

/** The ids of all forms that the filter leaves, in its order. */
export async function formIds(
  from: Queryable,
  campaignId: number,
  reach: Reach,
  filter: FormFilter,
  cut: (query: Knex.QueryBuilder) => Knex.QueryBuilder = (query) => query,
): Promise<readonly number[]> {
  const ordered = formsInOrder(filtered(from, campaignId, reach, filter), filter.order ?? DEFAULT_FORM_ORDER);
  return (await cut(ordered).pluck('form.id')) as number[];
}

/** Forms in the order of the ids; one that is gone meanwhile is left out. */
export async function formsByIds(from: Queryable, ids: readonly number[]): Promise<readonly FormSummary[]> {
  const rows = (await from('form')
    .join('org_unit', 'org_unit.id', 'form.unit_id')
    .join('form_version', (join) => {
      join.on('form_version.form_id', 'form.id').andOn('form_version.version', 'form.current_version');
    })
    .leftJoin('import_file', 'import_file.id', 'form_version.import_file_id')
    .whereIn('form.id', [...ids])
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
        .select(from.raw(joinedTexts(from, 'post.name', 'post.id'), [SEPARATOR])),
      version: 'form.current_version',
      state: 'form.state',
      filledOn: 'form_version.filled_on',
      duties: 'form_version.duties',
      points: points(from).count(),
      withMeasure: points(from).where('risk_point_state.measure_count', '>', 0).count(),
      hasAnnex1: annex1(from).count(),
      file: 'import_file.name',
    })) as FormRow[];
  const byId = new Map(rows.map((row) => [row.id, summaryOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function summaryOf(row: FormRow): FormSummary {
  return {
    ...row,
    postNames: row.postNames === null ? [] : row.postNames.split(SEPARATOR),
    hasAnnex1: row.hasAnnex1 > 0,
  };
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
    .where(withinReach(reach));
  if (filter.unitId !== undefined) {
    const path = from('org_unit').where({ id: filter.unitId }).select('path');
    void query.whereRaw(`org_unit.path like (?) || '%'`, [path]);
  }
  if (filter.state !== undefined) void query.where('form.state', filter.state);
  if (filter.revised === 'yes') void query.where('form.current_version', '>', 1);
  if (filter.words !== undefined) {
    void query.whereIn('form.id', idsWithWords(from, FORM_SEARCH, searchWords(filter.words)));
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
