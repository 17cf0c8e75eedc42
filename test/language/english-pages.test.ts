import { expect } from 'chai';
import { ROLES, type Role } from '../../src/access/role.ts';
import { ROUTE_POLICY } from '../../src/route-policy.ts';
import { inspectInEnglish } from '../support/english-bureau.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';

/** The link back to Chinese names itself in Chinese. */
const OTHER_LANGUAGE = /<a [^>]*lang="zh-CN"[^>]*>[^<]*<\/a>/gu;
const CHINESE = /.{0,40}[\p{Script=Han}\u3000-\u303F\uFF01-\uFF5E].{0,40}/gu;

/** Addresses that show what the patterns of the policy do not: lists that are narrow, wrong or empty. */
const NARROWED = [
  '/points?grade=1&unit=2&domain=procurement&measures=none&state=entered',
  '/points?probability=high&harm=limited&declared=differs&form=1&year=2021',
  '/points?grade=9&page=99',
  '/points?page=99',
  '/points/2',
  '/points/3',
  '/points/4',
  '/forms?unit=2&annex1=missing',
  '/forms?year=1999',
  '/board/divisions/2',
  '/board/divisions/3',
  '/coverage?year=1999',
  '/sign-in?notice=expired',
  '/nowhere',
];

function addressesOf(): readonly string[] {
  const pages = ROUTE_POLICY.filter(({ method, path }) => method === 'get' && path !== '/language');
  return [...pages.map(({ path }) => path.replace(/:\w+/gu, '1')), ...NARROWED];
}

/** What is Chinese in the pages of these addresses. */
async function chineseOf(agent: Agent, addresses: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    const { text, type } = await agent.get(address);
    if (type !== 'text/html') continue;
    const pieces = text.replace(OTHER_LANGUAGE, '').match(CHINESE) ?? [];
    found.push(...pieces.map((piece) => `${address}: ${piece.trim()}`));
  }
  return found;
}

describe('pages in English', () => {
  let running: TestApp;

  before(async () => {
    running = await testApp({
      demoAccounts: [{ username: 'office', password: 'x', who: { zh: '局办公室', en: 'Office' } }],
    });
    await inspectInEnglish(running);
  });

  after(async () => {
    await running.end();
  });

  async function reading(role: Role): Promise<Agent> {
    const agent = await signedInAgent(running.app, role);
    await agent.get('/language?to=en');
    return agent;
  }

  for (const role of ROLES) {
    it(`hold no Chinese for ${role}`, async () => {
      expect(await chineseOf(await reading(role), addressesOf())).to.deep.equal([]);
    });
  }

  it('are looked at closely enough to find Chinese that people wrote', async () => {
    await running.database.transaction((transaction) =>
      transaction('org_unit').where({ name: 'General Office' }).update({ name: '办公室' }),
    );
    const found = await chineseOf(await reading('office'), ['/points']);
    expect(found.join('')).to.include('办公室');
  });
});
