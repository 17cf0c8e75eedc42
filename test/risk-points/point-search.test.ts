import { expect } from 'chai';
import { EVERYWHERE, type Reach } from '../../src/organisation/reach.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { aReadFile } from '../support/read-file.ts';

const BUREAU = [
  {
    unit: '办公室',
    name: '林海棠',
    post: '政府采购岗',
    duties: '负责ＯＡ系统和政府采购的组织实施。',
    risks: [
      { text: '化整为零规避公开招标。', measure: '采购方案经集体研究，100%公开（含“单一来源”）。' },
      { text: '与供应商串通，泄露标底。', measure: null },
    ],
  },
  {
    unit: '外资处',
    name: '阿依古丽·买买提',
    post: '综合岗',
    duties: '负责公文流转。',
    risks: [{ text: '收受礼品礼金、a_b型购物卡。', measure: '签订廉政承诺书。' }],
  },
] as const;

describe('the search for risk points', () => {
  let bureau: TestInstallation;
  before(async () => {
    bureau = await testInstallation();
    const { written } = await bureau.importing([aReadFile(BUREAU)]);
    if (!written) throw new Error('the forms were refused');
  });
  after(() => bureau.end());

  async function found(words: string, reach: Reach = EVERYWHERE): Promise<readonly string[]> {
    const { points } = await bureau.points.list({ page: 1, words }, reach);
    return points.map(({ text }) => text.slice(0, 4)).sort();
  }

  const [SPLIT, COLLUDE, GIFTS] = ['化整为零', '与供应商', '收受礼品'];
  for (const [what, words, expected] of [
    ['a word of the risk', '规避公开招标', [SPLIT]],
    ['a word of two characters', '标底', [COLLUDE]],
    ['one character', '礼', [GIFTS]],
    ['the last character of a text', '琼', []],
    ['a character that only ends a name', '棠', [SPLIT, COLLUDE]],
    ['a word of the measure', '集体研究', [SPLIT]],
    ['a unit', '外资', [GIFTS]],
    ['a post', '采购岗', [SPLIT, COLLUDE]],
    ['a holder', '林海棠', [SPLIT, COLLUDE]],
    ['a name whose dot is typed otherwise', '古丽.买', [GIFTS]],
    ['a word of the duties', '组织实施', [SPLIT, COLLUDE]],
    ['all of several words, wherever they stand', '林海棠 标底', [COLLUDE]],
    ['not one of several words alone', '林海棠 礼金', []],
    ['other width and case', 'oa', [SPLIT, COLLUDE]],
    ['a sign that a pattern would take for any text', '%', [SPLIT]],
    ['a sign that a pattern would take for any character', 'a_b', [GIFTS]],
    ['no more than it says', 'axb', []],
    ['quotation marks', '“单一来源”', [SPLIT]],
    ['what FTS5 takes for syntax', '"', []],
    ['operators as words', 'NOT', []],
    ['a column that there is not', 'pairs:采购', []],
    ['a text that would span two fields', '标底政府', []],
  ] as const) {
    it(`finds ${what}: ${words}`, async () => {
      expect(await found(words)).to.deep.equal([...expected].sort());
    });
  }

  it('takes any text for words', async () => {
    for (const words of ['NEAR(a b)', 'a* OR b', '-采', '^采购', "';--", '{', '\\', '* *', '"" AND', '()']) {
      expect(await found(words), words).to.be.an('array');
    }
  });

  it('finds nothing out of reach, by text or by name', async () => {
    const units = await bureau.organisation.units(EVERYWHERE);
    const reach = { unitPaths: units.filter(({ name }) => name === '外资处').map(({ path }) => path) };
    const seen = [await found('林海棠', reach), await found('招标', reach), await found('礼金', reach)];
    expect(seen).to.deep.equal([[], [], [GIFTS]]);
  });
});

describe('the search after a change', () => {
  let bureau: TestInstallation;
  beforeEach(async () => {
    bureau = await testInstallation();
    await bureau.importing([aReadFile(BUREAU)]);
  });
  afterEach(() => bureau.end());

  async function count(words: string): Promise<number> {
    return (await bureau.points.list({ page: 1, words }, EVERYWHERE)).total;
  }

  for (const [table, before, after] of [
    ['org_unit', '外资处', '投资促进处'],
    ['post', '综合岗', '综合管理岗'],
    ['person', '阿依古丽·买买提', '钱某某'],
  ] as const) {
    it(`finds a renamed ${table} by its new name alone`, async () => {
      await bureau.database.transaction(async (transaction) => {
        await transaction(table).where({ name: before }).update({ name: after });
      });
      expect([await count(before), await count(after)]).to.deep.equal([0, 1]);
    });
  }

  it('finds a form by what its new version says', async () => {
    const [office] = BUREAU;
    const changed = { ...office, risks: [{ text: '化整为零规避公开采购招标。', measure: '轮岗。' }] };
    await bureau.importing([aReadFile([changed])]);
    expect([await count('集体研究'), await count('轮岗'), await count('公开采购招标')]).to.deep.equal([
      0, 1, 1,
    ]);
  });

  it('forgets what a transaction did that was rolled back', async () => {
    const failing = bureau.database.transaction(async (transaction) => {
      await transaction('org_unit').where({ name: '外资处' }).update({ name: '投资促进处' });
      throw new Error('rolled back');
    });
    await failing.catch(() => undefined);
    expect([await count('外资处'), await count('投资促进处')]).to.deep.equal([1, 0]);
  });

  it('learns at once what a migration left to be learnt', async () => {
    await bureau.database.transaction(async (transaction) => {
      await transaction('search_due').insert({ subject: 'point', id: 1 });
      await transaction('point_search').where('rowid', 1).delete();
      await transaction('point_search').where('rowid', 2).delete();
    });
    expect([await count('化整为零'), await count('串通')]).to.deep.equal([1, 0]);
  });

  it('leaves nothing due', async () => {
    expect(await bureau.database.read('search_due')).to.deep.equal([]);
  });

  it('finds forms by their holder and their duties', async () => {
    const filter = (words: string): Promise<{ readonly total: number }> =>
      bureau.forms.list({ page: 1, words }, EVERYWHERE);
    const totals = [await filter('林'), await filter('公文 综合'), await filter('标底')];
    expect(totals.map(({ total }) => total)).to.deep.equal([1, 1, 0]);
  });
});
