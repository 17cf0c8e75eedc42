import { systemClock } from '../../src/platform/clock.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import type { Database } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { domainBit } from '../../src/risk-points/domain-bits.ts';
import { createServices } from '../../src/services.ts';
import { ACTIVATION, ACTIVATION_PART } from '../../src/tuning/activation.ts';
import { fillWithPeople } from '../support/http.ts';
import { approved } from '../support/proposing.ts';
import { fileProvince } from './bench-campaign.ts';
import { newThreshold } from './bench-rulebooks.ts';
import { rowDigest } from './row-digest.ts';
import { holdBack, type ScaleEnd, type ScaleWork } from './scale-work.ts';
import { putInForce } from './template.ts';

/** A new threshold for a province, which splits cases and moves points. */
export function activationWork(options: { readonly points: number; readonly seed: number }): ScaleWork {
  return {
    name: 'a new threshold comes into force',
    unit: 'points',
    whole: ACTIVATION,
    part: ACTIVATION_PART,
    fill: (database) => fillProvince(database, options),
    endOf: endOfActivation,
  };
}

async function fillProvince(
  database: Database,
  options: { readonly points: number; readonly seed: number },
): Promise<void> {
  await fillWithPeople(database);
  const services = createServices(database, systemClock('Asia/Shanghai'), createLog('silent'));
  await putInForce(services);
  await withoutTriggers(database, () => fileProvince(services, options));
  await approved(services, newThreshold(), 'region');
  await holdBack(database);
  await Promise.all([services.parsing.close(), services.judging.close()]);
  // As autovacuum would have left it, had the province been filed over a year.
  await database.schema.raw('vacuum (full, analyze)');
}

/** What triggers keep of a point is written for all points at once, in a small part of the time. */
async function withoutTriggers({ schema }: Database, work: () => Promise<void>): Promise<void> {
  const tables = await schema.raw<{ name: string }[]>(
    'select distinct tgrelid::regclass::text as name from pg_trigger where not tgisinternal',
  );
  for (const { name } of tables) await schema.raw('alter table ?? disable trigger user', [name]);
  await work();
  const bits = KEY_DOMAINS.map((domain) => `when '${domain}' then ${String(domainBit(domain))}`).join(' ');
  const named = (state: string): string =>
    `sum(case when state = '${state}' then case domain ${bits} end end)`;
  await schema.raw(`update risk_point_state as s set changed_at = version.created_at,
      suggested_domains = coalesce(named.suggested, 0), accepted_domains = coalesce(named.accepted, 0)
    from risk_point_revision as revision
    join form_version as version on version.id = revision.form_version_id
    left join (select risk_point_id, ${named('suggested')} as suggested, ${named('accepted')} as accepted
      from risk_point_domain group by risk_point_id) as named on named.risk_point_id = revision.risk_point_id
    where revision.id = s.revision_id`);
  for (const { name } of tables) await schema.raw('alter table ?? enable trigger user', [name]);
}

const ACTIVE = `(select version_id from rulebook_activation
  where active_to is null and kind = 'grading' and unit_id is not null)`;

/** By what is to be the same in every run: cases are named by what they are, as their ids depend on who made which first. */
const ENDS: Readonly<Record<string, string>> = {
  'points, cases and grades': `select s.risk_point_id, c.case_key, coalesce(v.grade, 0), s.approved_grade, s.override_grade
    from risk_point_state as s join grading_case as c on c.id = s.case_id
    left join case_verdict as v on v.case_id = s.case_id and v.rulebook_version_id = ${ACTIVE}`,
  'figures by grade': 'select campaign_id, unit_id, grade, state, points from rollup_grade',
  'figures by domain': 'select campaign_id, unit_id, domain, grade, points from rollup_domain',
  'figures by case': `select r.campaign_id, c.case_key, r.state, r.points
    from rollup_case as r join grading_case as c on c.id = r.case_id`,
  history: 'select version_id, moves from rulebook_activation',
};

async function endOfActivation({ read }: Database): Promise<ScaleEnd> {
  const digests: Record<string, string> = {};
  for (const [of, rows] of Object.entries(ENDS)) digests[of] = await rowDigest(read, rows);
  const job = await read('job').where({ kind: ACTIVATION }).first<{ done: number }>('done');
  return { done: job.done, digests, faults: await faultsOf({ read }) };
}

async function faultsOf({ read }: Pick<Database, 'read'>): Promise<readonly string[]> {
  const faults: string[] = [];
  const counted = await rowDigest(
    read,
    `select campaign_id, case_id, state, count(*) as points from risk_point_state
      where is_withdrawn = 0 group by campaign_id, case_id, state`,
  );
  const kept = await rowDigest(read, 'select campaign_id, case_id, state, points from rollup_case');
  if (counted !== kept) faults.push('points are not in the cases that they are counted in');
  for (const table of ['case_move', 'case_part', 'rollup_shift']) {
    const rows = (await read(table).limit(1)) as readonly unknown[];
    if (rows.length > 0) faults.push(`${table} holds rows that no step is about`);
  }
  return faults;
}
