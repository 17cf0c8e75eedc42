import { expect } from 'chai';
import { ROLE_PERMISSIONS } from '../../src/access/policy.ts';
import { ROLES, type Role } from '../../src/access/role.ts';
import type { Database } from '../../src/platform/database.ts';
import { ROUTE_POLICY } from '../../src/route-policy.ts';
import { benchPages, benchViewers } from '../bench/bench-pages.ts';
import { prepared } from '../bench/pages-desk.ts';
import { provinceOf } from '../bench/province.ts';
import { filePoints } from '../support/filed-points.ts';
import { fillProvince, takeStock } from '../support/filled-province.ts';
import { PASSWORD, signIn, testApp, type Agent, type TestApp } from '../support/http.ts';
import { queriesOf, scansOf, type Query } from '../support/query-plan.ts';
import { addressOf, isReached, UNITS } from '../support/route-samples.ts';
import supertest from 'supertest';

/** A hundred bureaus of very different sizes. */
const PROVINCE = { points: 3000, seed: 7 };

/** Every table that grows with people, posts, forms, points or time. */
const LARGE: ReadonlySet<string> = new Set([
  ...['person', 'post', 'post_domain', 'post_fact', 'holding', 'account', 'role_assignment', 'session'],
  ...[
    'touching_post',
    'form',
    'form_version',
    'form_holding',
    'form_paper',
    'form_opinion_text',
    'form_search',
  ],
  ...['risk_point', 'risk_point_revision', 'measure', 'risk_point_domain', 'risk_point_fact'],
  ...['risk_point_state', 'risk_point_assessment', 'risk_point_answer', 'risk_point_domain_change'],
  ...['grade_override', 'grade_approval', 'own_fact_change', 'point_search', 'value_source'],
  ...['import_batch', 'import_file', 'import_change', 'listed_power', 'coverage_exemption', 'audit_entry'],
  ...['rollup_case', 'rollup_grade', 'rollup_domain', 'rollup_coverage', 'rollup_form', 'rollup_holding'],
]);

/** What may look at a large table all the same, each with its reason. */
const ALLOWED: readonly {
  readonly page?: string;
  readonly on?: Database['kind'];
  readonly sql: RegExp;
  readonly why: string;
}[] = [
  {
    sql: /^select .* from .rollup_(case|grade). .*in \(select listed/u,
    on: 'postgres',
    why: 'a list of campaigns is handed over as one value of unknown length: PostgreSQL hashes it where it may',
  },
  {
    sql: /^select sum\(.holdings.\) as .holdings. from .rollup_holding. /u,
    on: 'postgres',
    why: 'a row for each unit: fewer than all units is read one by one',
  },
  {
    sql: /^select (.value_source.|.import_batch.\..id., .campaign.).* .import_batch./u,
    on: 'postgres',
    why: 'a row for each import, of which a test has a few: PostgreSQL reads these few rather than search them',
  },
  {
    page: '/region',
    sql: /(touching_post|rollup_coverage|rollup_holding)/u,
    why: 'the province is all there is: what is kept by unit is added up of every unit, in one go',
  },
  {
    sql: /\b1 = (\?|\$\d+)/u,
    why: 'an empty list: the database sees that nothing is wanted, and looks at nothing',
  },
  {
    sql: /^select (\* from .audit_entry. order by .sequence. desc limit|max\(.sequence.\))/u,
    why: 'the last entry of the trail: a walk from its end that ends at once',
  },
];

/** Conditions of lists that the bench has none of: the bench visits them in a larger province. */
const CONDITIONS = [
  '/points/assess?show=unassessed',
  '/points?leader=party-group',
  '/points/domains?domain=finance',
];

describe('how the database finds what pages show in a province', function () {
  this.timeout(900_000);
  let running: TestApp;
  const agents = new Map<string, Agent>();
  const [largest, ...others] = provinceOf(PROVINCE.points, PROVINCE.seed);
  const bureau = others.find(({ points }) => points <= PROVINCE.points / 50);
  if (largest === undefined || bureau === undefined) throw new Error('a province has many bureaus');
  const viewers = benchViewers(bureau, largest);
  before(async () => {
    running = await testApp();
    await fillProvince(running, PROVINCE);
    for (const { bureau, unit, text } of UNITS) await filePoints(running, bureau, [{ unit, text }]);
    await prepared(running, viewers, [largest, bureau]);
    await takeStock(running.database);
  });
  after(() => running.end());

  for (const { path, permission } of ROUTE_POLICY.filter(({ method }) => method === 'get')) {
    it(`by an index: ${path}`, async () => {
      const address = await addressOf(running.database, path, UNITS[0]);
      const nobody = (): Promise<unknown> => Promise.resolve(supertest(running.app).get(address));
      const found =
        permission === 'anyone'
          ? faultsIn(await queriesOf(running.database, nobody), path)
          : faultsFor(roleFor(path, permission), address);
      expect(await found).to.deep.equal([]);
    });
  }

  for (const path of CONDITIONS) {
    it(`by an index: ${path}`, async () => {
      expect(await faultsFor('assessment-group', path)).to.deep.equal([]);
    });
  }

  for (const { name, path, viewer } of benchPages(bureau, largest, viewers)) {
    it(`by an index: ${name}`, async () => {
      expect(await faultsFor(viewer.username, path)).to.deep.equal([]);
    });
  }

  /** Opens a page, and returns every step of its queries that looks at all rows of a large table. */
  async function faultsFor(username: string, path: string): Promise<readonly string[]> {
    const agent = await signedIn(username);
    const statuses: number[] = [];
    const queries = await queriesOf(running.database, async () => {
      statuses.push((await agent.get(path).redirects(1)).status);
    });
    expect(statuses, path).to.deep.equal([200]);
    return faultsIn(queries, path);
  }

  const known = new Map<string, readonly string[]>();

  async function faultsIn(queries: readonly Query[], path: string): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const query of queries) {
      if (!/^(select|with)\b/u.test(query.sql) || isAllowed(query, path, running.database.kind)) continue;
      const found = known.get(query.sql) ?? (await faultsOf(query));
      known.set(query.sql, found);
      faults.push(...found);
    }
    return faults;
  }

  async function faultsOf(query: Query): Promise<readonly string[]> {
    const scans = await scansOf(running.database, query);
    return scans.filter(({ table }) => LARGE.has(table)).map(({ step }) => `${step}: ${query.sql}`);
  }

  async function signedIn(username: string): Promise<Agent> {
    const known = agents.get(username);
    if (known !== undefined) return known;
    const agent = supertest.agent(running.app);
    const { status } = await signIn(agent, username, PASSWORD);
    expect(status, username).to.equal(303);
    agents.set(username, agent);
    return agent;
  }
});

function isAllowed(query: Query, path: string, kind: Database['kind']): boolean {
  return ALLOWED.some(
    ({ page = path, on = kind, sql }) => page === path && on === kind && sql.test(query.sql),
  );
}

/** The first role that may open a page of its own division. */
function roleFor(path: string, permission: string): Role {
  const role = ROLES.find(
    (one) =>
      ROLE_PERMISSIONS[one].some((granted) => granted === permission) && isReached(path, one, UNITS[0]),
  );
  return role ?? 'office';
}
