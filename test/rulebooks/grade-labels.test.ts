import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { ROLE_PERMISSIONS } from '../../src/access/policy.ts';
import { ROLES, type Role } from '../../src/access/role.ts';
import { LANGUAGES, type Language } from '../../src/language/languages.ts';
import { ROUTE_POLICY } from '../../src/route-policy.ts';
import { nearestAbove, labelsOfAll } from '../../src/rulebooks/grade-labels.ts';
import { filePoints } from '../support/filed-points.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { withoutOtherVersions } from '../support/other-versions.ts';
import { highMediumLow } from '../support/own-standard.ts';
import { addressOf, UNITS } from '../support/route-samples.ts';
import { putInForce } from '../support/rulebook-in-force.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

const [OWN] = UNITS;

/** What only the notice calls a grade. */
const NOTICE = /[^>]{0,30}(?:[一二三]级|grade [123])[^<]{0,30}/giu;

/** What papers declared is told in their words: a condition of lists, and a column of them. */
const DECLARED =
  /<select[^>]*name="declared-grade".*?<\/select>|<td data-label="(?:填报|Declared)[^"]*".*?<\/td>/gsu;

/** Pages of other rulebooks quote those as they are written. */
const QUOTED = '/rulebooks';
const PAGES = ROUTE_POLICY.filter(({ method, path }) => method === 'get' && !path.startsWith(QUOTED));

describe('a bureau that calls its grades 高, 中 and 低', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
    await putInForce(running, highMediumLow());
    await filePoints(running, OWN.bureau, [OWN]);
    await inspectBureau(running);
  });
  after(() => running.end());

  async function reading(role: Role, language: Language): Promise<Agent> {
    const agent = await signedInAgent(running.app, role);
    await agent.get(`/language?to=${language}`);
    return agent;
  }

  /** What the pages that a role may open say in the notice's words. */
  async function saidAsNotice(agent: Agent, role: Role): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { path, permission } of PAGES) {
      if (!ROLE_PERMISSIONS[role].some((granted) => granted === permission)) continue;
      const address = await addressOf(running.database, path, OWN);
      const { text, type } = await agent.get(address).redirects(1);
      if (type !== 'text/html') continue;
      const own = withoutOtherVersions(text).replace(DECLARED, '');
      found.push(...[...own.matchAll(NOTICE)].map(([said]) => `${address}: ${said}`));
    }
    return found;
  }

  for (const language of LANGUAGES) {
    for (const role of ROLES) {
      it(`reads its own words on every page of ${role} in ${language}`, async () => {
        expect(await saidAsNotice(await reading(role, language), role)).to.deep.equal([]);
      });
    }
  }

  it('reads them in sentences, figures, tables and charts of the board', async () => {
    const { text } = await (await reading('party-group', 'zh')).get('/board');
    expect(text).to.include('“高”风险点');
    expect(text).to.match(/其中“高” <b><a [^>]*>\d/u);
    expect(text).to.include('■ 高');
    expect(text).to.include('&#34;label&#34;:&#34;高&#34;');
  });

  it('reads them in English too, small where they stand in a sentence', async () => {
    const { text } = await (await reading('party-group', 'en')).get('/board');
    expect(text).to.match(/\d<\/a><\/b> rated high/u);
    expect(text).to.include('■ High');
  });

  it('chooses them in lists, whose addresses stay', async () => {
    const { text } = await (await reading('party-group', 'zh')).get('/points?grade=1');
    expect(text).to.match(/<option value="1" selected>高<\/option>/u);
    expect(text).to.match(/风险等级[:：]高/u);
  });

  it('takes them away in files', async () => {
    const agent = await reading('party-group', 'zh');
    const _csrf = tokenIn(await agent.get('/points'));
    const { text } = await agent.post('/points/export.csv?grade=1').type('form').send({ _csrf });
    const lines: string[][] = parse(text, { bom: true, relax_column_count: true });
    const grades = new Set(lines.slice(7).map(([, grade]) => grade));
    expect([...grades]).to.deep.equal(['高']);
  });
});

describe('what grades are called over several bureaus', () => {
  const notice = noticeRulebook().grades;
  const own = highMediumLow().grades;

  it('is what all of them call theirs', () => {
    expect(labelsOfAll([own, { ...own }])).to.equal(own);
    expect(labelsOfAll([notice])).to.equal(notice);
  });

  it('falls back on the notice where one calls a single grade differently, in either language', () => {
    expect(labelsOfAll([own, notice])).to.equal(null);
    expect(labelsOfAll([own, { ...own, 3: { ...own[3], en: 'Small' } }])).to.equal(null);
    expect(labelsOfAll([own, null])).to.equal(null);
    expect(labelsOfAll([null, own])).to.equal(null);
    expect(labelsOfAll([])).to.equal(null);
  });

  it('goes by the nearest rulebook up the tree', () => {
    const active = [
      { unitPath: '/1/', versionId: 2 },
      { unitPath: null, versionId: 1 },
      { unitPath: '/1/7/', versionId: 3 },
    ];
    expect(nearestAbove(active, '/1/7/9/')).to.equal(3);
    expect(nearestAbove(active, '/1/8/')).to.equal(2);
    expect(nearestAbove(active, '/2/')).to.equal(1);
    expect(nearestAbove([], '/2/')).to.equal(null);
  });
});
