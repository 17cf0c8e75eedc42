import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUEUED_IMPORT, READING } from '../../src/intake/queue/queued-import.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Database, Queryable } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { createServices } from '../../src/services.ts';
import { fillWithPeople } from '../support/http.ts';
import { benchForms } from './bench-forms.ts';
import { rowDigest } from './row-digest.ts';
import { holdBack, type ScaleEnd, type ScaleWork } from './scale-work.ts';

/** So many send their forms at the same time, as those of a province do. */
const BUREAUS = 10;

/** Word files of several bureaus, each of which is filed whole. */
export function importWork(options: { readonly forms: number; readonly seed: number }): ScaleWork {
  return {
    name: `Word files of ${String(BUREAUS)} bureaus are imported`,
    unit: 'forms',
    whole: QUEUED_IMPORT,
    part: READING,
    fill: (database) => queueForms(database, options),
    endOf: endOfImport,
  };
}

async function queueForms(
  database: Database,
  { forms, seed }: { readonly forms: number; readonly seed: number },
): Promise<void> {
  await fillWithPeople(database);
  const services = createServices(database, systemClock('Asia/Shanghai'), createLog('silent'));
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-scale-'));
  try {
    for (let bureau = 0; bureau < BUREAUS; bureau += 1) {
      const files = await benchForms(folder, Math.ceil(forms / BUREAUS), seed + bureau);
      const request = { year: 2021, bureau: `第${String(bureau)}局`, mayCreate: true };
      await services.importQueue.enqueue(files, request, 'bench');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  await holdBack(database);
  await Promise.all([services.parsing.close(), services.judging.close()]);
  await database.schema.raw('vacuum (analyze)');
}

/** Ids depend on whose forms were filed first, so that everything is named. */
const ENDS: Readonly<Record<string, string>> = {
  points: `select bureau.name as bureau, unit.name as unit, post.name as post, revision.text, revision.ordinal
    from risk_point_state as s join risk_point_revision as revision on revision.id = s.revision_id
    join org_unit as unit on unit.id = s.unit_id join org_unit as bureau on bureau.id = unit.parent_id
    join post on post.id = s.post_id`,
  people: `select unit.name as unit, person.name, post.name as post from holding
    join person on person.id = holding.person_id join post on post.id = holding.post_id
    join org_unit as unit on unit.id = post.unit_id`,
  batches: `select bureau.name, count(*) as files from import_batch as batch
    join import_file as file on file.batch_id = batch.id join campaign on campaign.id = batch.campaign_id
    join org_unit as bureau on bureau.id = campaign.bureau_id group by bureau.name`,
  figures: `select unit.name as unit, bureau.name as bureau, grade, state, points from rollup_grade
    join org_unit as unit on unit.id = rollup_grade.unit_id join org_unit as bureau on bureau.id = unit.parent_id`,
};

async function endOfImport(database: Database): Promise<ScaleEnd> {
  const { read } = database;
  const digests: Record<string, string> = {};
  for (const [of, rows] of Object.entries(ENDS)) digests[of] = await rowDigest(read, rows);
  const jobs = await read('job').where({ kind: QUEUED_IMPORT }).select<{ done: number }[]>('done');
  const [batches, files] = [await countOf(read, 'import_batch'), await countOf(read, 'queued_file')];
  const done = jobs.reduce((sum, job) => sum + job.done, 0);
  const forms = await countOf(read, 'form');
  return {
    done,
    digests,
    faults: [
      ...(batches === BUREAUS ? [] : [`${String(batches)} batches were filed`]),
      ...(forms === done ? [] : [`of ${String(done)} files ${String(forms)} forms came`]),
      ...(files === 0 ? [] : ['files are left behind']),
    ],
  };
}

async function countOf(read: Queryable, table: string): Promise<number> {
  const [row] = await read(table).count<{ count: number }[]>({ count: '*' });
  return row?.count ?? 0;
}
