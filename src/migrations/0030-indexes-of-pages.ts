import type { Knex } from 'knex';
import { afterEach } from '../platform/schema-dialect.ts';

/**
 * What pages ask for is found by an index, however much there is: the files of an import, the imports of a campaign and
 * of an account, what a unit wrote on a form, the points without a measure, the posts whose duties touch a domain, and what happened to the units of a bureau in a trail of all of them.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('import_file', (table) => {
    table.index(['batch_id']);
  });
  await knex.schema.alterTable('import_batch', (table) => {
    table.index(['campaign_id']);
    table.index(['account_id']);
  });
  await knex.schema.alterTable('form_opinion_text', (table) => {
    table.index(['form_version_id']);
  });
  await knex.schema.alterTable('org_unit', (table) => {
    table.index(['parent_id']);
  });
  await knex.schema.alterTable('audit_entry', (table) => {
    table.index(['unit_path', 'sequence']);
  });
  await knex.raw(
    `create index risk_point_without_measure on risk_point_state
      (campaign_id, is_withdrawn, unit_id, approved_grade, override_grade, case_id) where measure_count = 0`,
  );
  await keepTouchingPosts(knex);
}

/** The posts whose duties touch a key domain, to be found by their unit; triggers keep them. */
async function keepTouchingPosts(knex: Knex): Promise<void> {
  await knex.schema.createTable('touching_post', (table) => {
    table.integer('post_id').primary();
    table.integer('unit_id').notNullable();
    table.index(['unit_id', 'post_id']);
  });
  const touching = `insert into touching_post (post_id, unit_id) select id, unit_id from post
    where exists (select 1 from post_domain where post_domain.post_id = post.id and post_domain.state <> 'rejected')`;
  await knex.raw(touching);
  const anew = (post: string): string =>
    `delete from touching_post where post_id = ${post}; ${touching} and post.id = ${post}`;
  await afterEach(knex, 'touching_named', 'insert', 'post_domain', anew('new.post_id'));
  await afterEach(knex, 'touching_decided', 'update', 'post_domain', anew('new.post_id'));
  await afterEach(knex, 'touching_gone', 'delete', 'post_domain', anew('old.post_id'));
  await afterEach(knex, 'touching_moved', 'update of unit_id', 'post', anew('new.id'));
}

export async function down(): Promise<void> {
  throw new Error('Indexes are not taken back; restore a backup instead.');
}
