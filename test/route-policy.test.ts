import { expect } from 'chai';
import supertest from 'supertest';
import { ROLE_PERMISSIONS } from '../src/access/policy.ts';
import { ROLES, type Role } from '../src/access/role.ts';
import { ROUTE_POLICY } from '../src/route-policy.ts';
import { isPermission } from '../src/web/route-table.ts';
import { filePoints } from './support/filed-points.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from './support/http.ts';
import { addressOf, isReached, UNITS, type SampleUnit } from './support/route-samples.ts';

const SHOWN = ROUTE_POLICY.filter(({ method }) => method === 'get');
const CHANGES = ROUTE_POLICY.filter(({ method }) => method === 'post');
const NEEDS_SOMEBODY = ROUTE_POLICY.filter(({ permission }) => permission !== 'anyone');

/** Every role × every page that needs a permission × whose object it names. */
const EXPECTED = ROLES.flatMap((role) =>
  SHOWN.filter(({ permission }) => isPermission(permission)).flatMap(({ path, permission }) => {
    const namesObject = path.includes(':');
    const isAllowed = ROLE_PERMISSIONS[role].some((granted) => granted === permission);
    return UNITS.filter((unit) => namesObject || unit === UNITS[0]).map((unit) => {
      const isShown = isAllowed && isReached(path, role, unit);
      const verb = isShown ? 'is shown' : 'is refused';
      const title = `${role} ${verb} ${path}${namesObject ? ` of ${unit.whose}` : ''}`;
      // Whether something exists that one may not see is nobody's business: it answers as if it were not there.
      const status = isShown ? 200 : isAllowed ? 404 : 403;
      return { role, path, unit, status, title };
    });
  }),
);

/** Every role × every change × whose object it names, where it must be refused. */
const REFUSED = ROLES.flatMap((role) =>
  CHANGES.filter(({ permission }) => isPermission(permission)).flatMap(({ path, permission }) => {
    const isAllowed = ROLE_PERMISSIONS[role].some((granted) => granted === permission);
    const units = path.includes(':') ? UNITS : UNITS.slice(0, 1);
    return units
      .filter((unit) => !isAllowed || !isReached(path, role, unit))
      .map((unit) => ({ role, path, unit, status: isAllowed ? 404 : 403 }));
  }),
);

describe('every role at every address', () => {
  let running: TestApp;
  const agents = new Map<Role, Agent>();
  before(async () => {
    running = await testApp();
    for (const { bureau, unit, text } of UNITS) await filePoints(running, bureau, [{ unit, text }]);
    for (const role of ROLES) agents.set(role, await signedInAgent(running.app, role));
  });
  after(() => running.end());

  function as(role: Role): Agent {
    const agent = agents.get(role);
    if (agent === undefined) throw new Error(`${role} is not signed in`);
    return agent;
  }

  for (const { role, path, unit, status, title } of EXPECTED) {
    it(title, async () => {
      const answer = await as(role)
        .get(await addressOf(running.database, path, unit))
        .redirects(1);
      // Somebody is signed in; what a script asks for is no page.
      if (answer.type === 'text/html') expect(answer.text).to.include('action="/sign-out"');
      expect(answer.status).to.equal(status);
      if (status === 404) expect(saidIn(answer.text)).to.equal(await saidOfNothing(role, path));
    });
  }

  /** What the page says of an id that nothing has: what is out of reach must say the same. */
  async function saidOfNothing(role: Role, path: string): Promise<string> {
    const answer = await as(role).get(path.replace(/:\w+/u, '999999'));
    return saidIn(answer.text);
  }

  for (const { role, path, unit, status } of REFUSED) {
    it(`${role} changes nothing at ${path} of ${unit.whose}`, async () => {
      expect(await posted(as(role), path, unit)).to.equal(status);
    });
  }

  /** The status of the answer to an empty form that carries the session's token. */
  async function posted(agent: Agent, path: string, unit: SampleUnit): Promise<number> {
    const _csrf = tokenIn(await agent.get('/account'));
    const address = await addressOf(running.database, path, unit);
    return (await agent.post(address).type('form').send({ _csrf })).status;
  }

  for (const role of ROLES) {
    it(`${role} reads on no page what belongs to a unit out of reach`, async () => {
      const pages = SHOWN.filter(({ path }) => !path.includes(':'));
      const texts = await Promise.all(pages.map(async ({ path }) => (await as(role).get(path)).text));
      const points = await Promise.all(
        UNITS.map(
          async (unit) => (await as(role).get(await addressOf(running.database, '/points/:id', unit))).text,
        ),
      );
      const seen = UNITS.filter(({ text, unit }) =>
        [...texts, ...points].some(
          (page) => page.includes(text) || (unit === '企业服务处' && page.includes(unit)),
        ),
      ).map(({ whose }) => whose);
      expect(seen).to.deep.equal(REACHED[role]);
    });
  }

  for (const { method, path } of NEEDS_SOMEBODY) {
    it(`nobody is led to the sign-in page from ${method} ${path}`, async () => {
      const answer = await supertest(running.app)[method](path.replace(/:\w+/gu, '1'));
      expect([answer.status, answer.headers['location']?.split('?')[0]]).to.deep.equal([303, '/sign-in']);
    });
  }

  for (const { path } of CHANGES) {
    it(`nothing changes at ${path} without the session's form token`, async () => {
      const answer = await as('office')
        .post(path.replace(/:\w+/gu, '1'))
        .type('form')
        .send({ _csrf: 'made up' });
      expect(answer.status).to.equal(403);
    });
  }

  it('says what to do when an address cannot be read: 400', async () => {
    const answer = await as('office').get('/points/%E0%A4%A');
    expect([answer.status, answer.text.includes('没有保存任何内容')]).to.deep.equal([400, true]);
  });
});

/** The sentences of an error page, without the reference number that each answer has. */
function saidIn(page: string): string {
  return /<section class="card">(.*?)<\/section>/su.exec(page)?.[1] ?? 'none';
}

const ALL_OF_THE_BUREAU = ['the own division', 'another division'];
const REACHED: Readonly<Record<Role, readonly string[]>> = {
  'post-holder': [],
  'division-head': ['the own division'],
  'leader-in-charge': ALL_OF_THE_BUREAU,
  'principal-leader': ALL_OF_THE_BUREAU,
  'party-group': ALL_OF_THE_BUREAU,
  'assessment-group': ALL_OF_THE_BUREAU,
  'discipline-team': ALL_OF_THE_BUREAU,
  office: ALL_OF_THE_BUREAU,
  auditor: [],
  regional: [],
};

describe('the route policy', () => {
  it('names an audit action for every change and for nothing else', () => {
    const odd = ROUTE_POLICY.filter(({ method, audit }) => (method === 'post') !== (audit !== null));
    expect(odd).to.deep.equal([]);
  });

  it('opens to anyone signing in, the choice of a language and the first setup, nothing else', () => {
    const open = ROUTE_POLICY.filter(({ permission }) => permission === 'anyone').map(({ path }) => path);
    expect([...new Set(open)]).to.deep.equal(['/sign-in', '/setup', '/language']);
  });
});
