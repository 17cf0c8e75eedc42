import type { Knex } from 'knex';
import { addColumns, refuse } from '../platform/schema-dialect.ts';

/** Columns are only added: what refers to units, posts and holdings stays as it is. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  org_unit: [
    'active_to date',
    'position integer not null default 0 check (position >= 0)',
    'guard integer not null default 1',
  ],
  post: [
    'active_to date',
    'is_confidential integer not null default 0 check (is_confidential in (0, 1) and (is_confidential = 0 or duties is null))',
    'duties_confirmed integer not null default 0 check (duties_confirmed in (0, 1))',
    'guard integer not null default 1',
  ],
  holding: ['is_secondment integer not null default 0 check (is_secondment in (0, 1))'],
  campaign: ['guard integer not null default 1'],
};

const REFUSALS: readonly (readonly [
  name: string,
  event: string,
  table: string,
  when: string,
  words: string,
])[] = [
  [
    'post_in_closed_unit',
    'before insert',
    'post',
    '(select active_to from org_unit where id = new.unit_id) is not null',
    'a closed unit gets no posts',
  ],
  [
    'unit_in_closed_unit',
    'before insert',
    'org_unit',
    '(select active_to from org_unit where id = new.parent_id) is not null',
    'a closed unit gets no units',
  ],
  [
    'holding_of_closed_post',
    'before insert',
    'holding',
    'new.to_date is null and (select active_to from post where id = new.post_id) is not null',
    'nobody takes a closed post',
  ],
  [
    'holding_dates',
    'before update',
    'holding',
    'new.to_date is not null and new.from_date is not null and new.to_date < new.from_date',
    'a holding ends after it began',
  ],
  [
    'post_closed_while_held',
    'before update of active_to',
    'post',
    'new.active_to is not null and exists (select 1 from holding where post_id = new.id and to_date is null)',
    'a post that is held is not closed',
  ],
  [
    'unit_closed_with_posts',
    'before update of active_to',
    'org_unit',
    `new.active_to is not null and (
      exists (select 1 from post where unit_id = new.id and active_to is null)
      or exists (select 1 from org_unit where parent_id = new.id and active_to is null))`,
    'a unit with open posts or units is not closed',
  ],
  [
    'confidential_domain',
    'before insert',
    'post_domain',
    '(select is_confidential from post where id = new.post_id) = 1',
    'a confidential post is handled on paper',
  ],
];

export async function up(knex: Knex): Promise<void> {
  for (const [table, columns] of Object.entries(COLUMNS)) {
    await addColumns(knex, table, columns);
  }
  for (const [name, event, table, when, words] of REFUSALS) {
    await refuse(knex, { name, event, table }, { when, words });
  }
}

export async function down(): Promise<void> {
  throw new Error('Who held which post is not taken back; restore a backup instead.');
}
