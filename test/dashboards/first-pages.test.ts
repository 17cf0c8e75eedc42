import { expect } from 'chai';
import supertest from 'supertest';
import { firstPageOf } from '../../src/access/chrome-page.ts';
import { ROLES, type Role } from '../../src/access/role.ts';
import { zh } from '../../src/language/zh.ts';
import { insertUnit } from '../../src/organisation/organisation-store.ts';
import { ROUTE_POLICY } from '../../src/route-policy.ts';
import { filePoints } from '../support/filed-points.ts';
import { PASSWORD, signedInAgent, signIn, testApp, type TestApp } from '../support/http.ts';

const OWN = { unit: '对外贸易处', text: '第一句只属于对外贸易处。' };
const OTHER = { unit: '投资促进处', text: '第二句只属于投资促进处。' };
const THIRD = { unit: '市场秩序处', text: '第三句只属于市场秩序处。' };
const FAR = { unit: '企业服务处', text: '第四句只属于另一个局。' };

/** What must not stand on the first page of a role: units out of reach, and texts where it may read none. */
const HIDDEN: Readonly<Record<Role, readonly string[]>> = {
  'post-holder': [OTHER.unit, OTHER.text, THIRD.text],
  'division-head': [OTHER.unit, OTHER.text, THIRD.unit, THIRD.text],
  'leader-in-charge': [],
  'principal-leader': [],
  'party-group': [],
  'assessment-group': [],
  'discipline-team': [],
  office: [],
  auditor: [OWN.text, OTHER.text, THIRD.text],
  regional: [OWN.unit, OWN.text, OTHER.unit, OTHER.text, THIRD.text, '李四'],
};

describe('the first page', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
    await filePoints(running, '市商务局', [OWN, OTHER, THIRD]);
    await filePoints(running, '市经信局', [FAR]);
  });
  after(() => running.end());

  for (const role of ROLES) {
    it(`of ${role} is there and names nothing of another unit`, async () => {
      const page = await (await signedInAgent(running.app, role)).get('/').redirects(3);
      expect(page.status).to.equal(200);
      const seen = [...HIDDEN[role], FAR.unit, FAR.text, '市经信局'].filter((word) =>
        page.text.includes(word),
      );
      expect(seen).to.deep.equal([]);
    });
  }

  it('of a leader in charge of two divisions lists just these, and says whose figures they are', async () => {
    const agent = await leaderOf(running, [OWN.unit, THIRD.unit]);
    const page = await agent.get('/').redirects(2);
    expect(page.status).to.equal(200);
    expect(page.text).to.include('对外贸易处、市场秩序处共排查风险点').and.include('>市场秩序处</a>');
    expect(page.text).not.to.include(OTHER.unit);
  });

  it('of regional is the counts of the bureaus under its unit, and leads nowhere', async () => {
    const agent = await signedInAgent(running.app, 'regional');
    const page = await agent.get('/region');
    expect(page.text).to.include('市商务局下属 1 个局').and.include('3 / 3 份');
    const main = page.text.slice(page.text.indexOf('<main'), page.text.indexOf('</main>'));
    expect(main).not.to.include('<a ');
  });

  it('of regional above several bureaus counts each, and those that have not begun', async () => {
    const region = await regionAbove(running);
    const page = await region.get('/region');
    expect(page.text).to.include('澄江市下属 2 个局，共排查风险点 1 个').and.include('尚未开展');
  });

  it('is one that every role has', () => {
    const pages = ROLES.map((role) => firstPageOf(viewerOf(role), ROUTE_POLICY, zh));
    const without = ROLES.filter((_role, index) => pages[index] === null);
    expect(without.filter((role) => role !== 'post-holder')).to.deep.equal([]);
  });
});

function viewerOf(role: Role): Parameters<typeof firstPageOf>[0] {
  const assignments = [{ role, unitId: 1, unitPath: '/1/', unitName: '市商务局' }];
  return { accountId: 1, username: role, displayName: role, assignments, mustChangePassword: false };
}

async function accountWith(
  { app, accounts, database }: TestApp,
  username: string,
  assignments: readonly { readonly role: Role; readonly unitId: number }[],
): Promise<ReturnType<typeof supertest.agent>> {
  await database.transaction((transaction) =>
    accounts.create(
      { username, displayName: username, password: PASSWORD, assignments },
      { accountId: null, name: 'test' },
      transaction,
    ),
  );
  const agent = supertest.agent(app);
  await signIn(agent, username);
  return agent;
}

async function leaderOf(running: TestApp, units: readonly string[]): ReturnType<typeof accountWith> {
  const ids = (await running.database
    .read('org_unit')
    .whereIn('name', [...units])
    .pluck('id')) as number[];
  const assignments = ids.map((unitId) => ({ role: 'leader-in-charge', unitId }) as const);
  return accountWith(running, 'leader', assignments);
}

/** A region with a bureau that has filed a form and one that has not, seen by its regional account. */
async function regionAbove(running: TestApp): ReturnType<typeof accountWith> {
  const region = await running.database.transaction(async (transaction) => {
    const above = await insertUnit(transaction, { parentId: null, kind: 'region', name: '澄江市' }, '/');
    for (const name of ['市教育局', '市水利局']) {
      await insertUnit(transaction, { parentId: above.id, kind: 'bureau', name }, above.path);
    }
    return above;
  });
  await filePoints(running, '市教育局', [{ unit: '人事处', text: '第五句。' }]);
  return accountWith(running, 'region', [{ role: 'regional', unitId: region.id }]);
}
