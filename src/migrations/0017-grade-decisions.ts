import type { Knex } from 'knex';
import { afterEach, refuse, refuseChange } from '../platform/schema-dialect.ts';

/**
 * What people decide about grades: a grade of the assessment group's own, the party group's approval, and its
 * reopening. Each is a new row and stays; `risk_point_state` says what holds now.
 */
export async function up(knex: Knex): Promise<void> {
  await createGradeOverride(knex);
  await createGradeApproval(knex);
  for (const table of ['grade_override', 'grade_approval']) {
    await refuseChange(knex, table, ['update', 'delete']);
  }
  for (const [name, event, table, when, words] of REFUSALS) {
    await refuse(knex, { name, event, table }, { when, words });
  }
  await keepLastChange(knex);
}

export async function down(): Promise<void> {
  throw new Error('What was decided about grades is not taken back; restore a backup instead.');
}

/** Without `to_grade` the override is withdrawn. */
async function createGradeOverride(knex: Knex): Promise<void> {
  await knex.schema.createTable('grade_override', (table) => {
    whatWasSeen(table);
    table.integer('from_grade').checkBetween([1, 3]);
    table.integer('to_grade').checkBetween([1, 3]);
    table.text('reason').notNullable();
    table.check(`trim(reason) <> ''`);
    table.check('to_grade is null or (from_grade is not null and from_grade <> to_grade)');
  });
}

async function createGradeApproval(knex: Knex): Promise<void> {
  await knex.schema.createTable('grade_approval', (table) => {
    whatWasSeen(table);
    table.text('kind').notNullable().checkIn(['approved', 'reopened']);
    table.integer('proposed_grade').checkBetween([1, 3]);
    table.integer('grade').notNullable().checkBetween([1, 3]);
    table.text('facts').notNullable();
    table.text('minutes');
    table.text('reason');
    table.integer('reopens_id').references('grade_approval.id').unique();
    table.check(`kind <> 'approved' or (proposed_grade is not null and reopens_id is null and reason is null
      and minutes is not null and trim(minutes) <> '')`);
    table.check(`kind <> 'reopened' or (reopens_id is not null and minutes is null
      and reason is not null and trim(reason) <> '')`);
  });
}

/** Who decided when about which point, and the revision, case and rulebook version they had before them. */
function whatWasSeen(table: Knex.CreateTableBuilder): void {
  table.increments('id');
  table.integer('risk_point_id').notNullable().references('risk_point.id').index();
  table.integer('revision_id').notNullable().references('risk_point_revision.id');
  table.integer('case_id').notNullable().references('grading_case.id');
  table.integer('rulebook_version_id').notNullable().references('rulebook_version.id');
  table.text('set_by').notNullable();
  table.integer('account_id').references('account.id');
  table.text('set_at').notNullable();
}

const CURRENT_APPROVAL = `select 1 from grade_approval held where held.risk_point_id = new.risk_point_id
  and held.kind = 'approved'
  and not exists (select 1 from grade_approval later where later.reopens_id = held.id)`;

const REFUSALS: readonly (readonly [
  name: string,
  event: string,
  table: string,
  when: string,
  words: string,
])[] = [
  [
    'grade_override_of_approved',
    'before insert',
    'grade_override',
    `exists (${CURRENT_APPROVAL})`,
    'an approved grade is reopened first',
  ],
  [
    'grade_approval_once',
    'before insert',
    'grade_approval',
    `new.kind = 'approved' and exists (${CURRENT_APPROVAL})`,
    'a point has one approval at a time',
  ],
  [
    'grade_approval_reopened',
    'before insert',
    'grade_approval',
    `new.kind = 'reopened' and not exists (select 1 from grade_approval held where held.id = new.reopens_id
        and held.kind = 'approved' and held.risk_point_id = new.risk_point_id and held.grade = new.grade)`,
    'only an approval of the same point is reopened',
  ],
  [
    'risk_point_state_approved',
    'before update',
    'risk_point_state',
    `(new.approved_grade is null) = (new.state in ('approved', 'published'))`,
    'an approved point has an approved grade, and no other has',
  ],
  [
    'risk_point_state_frozen',
    'before update',
    'risk_point_state',
    `old.approved_grade is not null and new.approved_grade is not null
        and (new.approved_grade <> old.approved_grade
          or new.override_grade is distinct from old.override_grade)`,
    'an approved grade is reopened first',
  ],
];

/** A decision about its grade is a change of the point. */
async function keepLastChange(knex: Knex): Promise<void> {
  const statement = `update risk_point_state set changed_at = new.set_at
    where risk_point_id = new.risk_point_id and coalesce(changed_at, '') < new.set_at`;
  for (const table of ['grade_override', 'grade_approval']) {
    await afterEach(knex, `changed_by_${table}`, 'insert', table, statement);
  }
}
