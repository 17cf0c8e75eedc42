import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import { wordsOf } from '../../src/language/sentence.ts';
import { withinChoices, type FilterChoices } from '../../src/risk-points/point-choices.ts';
import { pointListPage, type PointListPage } from '../../src/risk-points/point-list-page.ts';
import type { PointFilter, PointList } from '../../src/risk-points/risk-point.ts';
import { orgUnit } from '../support/board-figures.ts';
import { pointList, pointSummary } from '../support/point-detail.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

const UNITS = [
  orgUnit(1, '市商务局', 'bureau'),
  orgUnit(2, '办公室'),
  { ...orgUnit(5, '文书科', 'section'), parentId: 2 },
];
const POSTS = [{ id: 7, name: '政府采购岗' }];
const FORM = { id: 5, unitName: '办公室', personName: '林海棠' };
const CHOICES: FilterChoices = {
  units: UNITS,
  posts: POSTS,
  people: [{ id: 4, name: '林海棠' }],
  form: FORM,
  batches: [{ id: 2, at: '2021-04-22T01:20:00.000Z', files: 3 }],
  files: [{ id: 6, name: '办公室.xlsx' }],
  rulebook: noticeRulebook(),
};

function page(filter: Partial<PointFilter>, list: Partial<PointList> = {}): PointListPage {
  return pointListPage(pointList(list), { filter, ignored: [] }, CHOICES, zh);
}

describe('the list of risk points', () => {
  it('names the post that it is narrowed to', () => {
    expect(page({ unitId: 2, postId: 7 }).filters.active.map(({ text }) => text)).to.include(
      '岗位：政府采购岗',
    );
  });

  it('leaves out a post that is not of the unit, and says so', () => {
    const { filter, ignored } = withinChoices({ filter: { unitId: 2, postId: 9 }, ignored: [] }, CHOICES);
    expect(filter).to.deep.equal({ unitId: 2 });
    expect(ignored).to.have.lengthOf(1);
  });

  it('says how long it is, narrowed or not', () => {
    const said = [page({}), page({ grade: 1 })].map(({ finding }) => wordsOf(finding));
    expect(said).to.deep.equal(['共有风险点 1 个', '符合条件的风险点有 1 个']);
  });

  it('says which part of the list this is', () => {
    const points = [pointSummary(), pointSummary({ id: 8 })];
    expect(page({}, { total: 102, page: 3, pages: 3, points }).range).to.equal('第 101–102 条，共 102 条');
  });

  it('keeps the conditions when pages are turned', () => {
    const { pager } = page({ grade: 1, unitId: 2 }, { total: 102, page: 2, pages: 3 });
    expect([pager?.previous, pager?.next]).to.deep.equal([
      '/points?unit=2&grade=1',
      '/points?unit=2&grade=1&page=3',
    ]);
  });

  it('shows each condition in words, with the list without it', () => {
    const { active } = page({ unitId: 5, harm: 'serious', measures: 'none', page: 4 }).filters;
    expect(active).to.deep.equal([
      { text: '单位：文书科', dropHref: '/points?harm=serious&measures=none' },
      { text: '危害程度：严重', dropHref: '/points?unit=5&measures=none' },
      { text: '防控措施：没有防控措施', dropHref: '/points?unit=5&harm=serious' },
    ]);
  });

  it('selects in the form what narrows the list', () => {
    const selected = page({ grade: 'unassessed', unitId: 2 }).filters.fields.flatMap(({ name, options }) =>
      (options ?? [])
        .filter(({ isSelected, value }) => isSelected && value !== '')
        .map(({ value }) => `${name}=${value}`),
    );
    expect(selected).to.deep.equal(['unit=2', 'grade=unassessed']);
  });

  it('keeps the year and the form without asking for them', () => {
    expect(page({ year: 2020, formId: 5 }).filters.kept).to.deep.equal([
      { name: 'year', value: '2020' },
      { name: 'form', value: '5' },
    ]);
  });

  it('names the form that it is narrowed to by who filled it in', () => {
    expect(page({ formId: 5, measures: 'some' }).filters.active).to.deep.equal([
      { text: '自查表：林海棠', dropHref: '/points?measures=some' },
      { text: '防控措施：有防控措施', dropHref: '/points?form=5' },
    ]);
  });

  it("names a unit's own form by the unit", () => {
    const choices = { ...CHOICES, form: { ...FORM, personName: null } };
    const { active } = pointListPage(
      pointList(),
      { filter: { formId: 5 }, ignored: [] },
      choices,
      zh,
    ).filters;
    expect(active[0]?.text).to.equal('自查表：办公室（单位自身）');
  });

  for (const [what, filter, list, link] of [
    ['没有符合条件的风险点', { grade: 1 }, { total: 0, points: [] }, '/points'],
    ['还没有风险点', {}, { total: 0, points: [] }, null],
    ['没有这一页，一共只有 3 页。', { page: 9 }, { total: 102, page: 9, pages: 3, points: [] }, '/points'],
  ] as const) {
    it(`says “${what}” once, and what to do`, () => {
      const { finding, empty } = page(filter, list);
      expect([wordsOf(finding), empty?.what].filter((said) => said === what)).to.have.length(1);
      expect(empty?.link?.href ?? null).to.equal(link);
    });
  }
});

describe('conditions that mean nothing here', () => {
  for (const [name, filter] of [
    ['unit', { unitId: 999_999 }],
    ['probability', { probability: 'rare' }],
    ['harm', { harm: 'catastrophic' }],
  ] as const) {
    it(`are left out and named: ${name}`, () => {
      const within = withinChoices({ filter: { ...filter, grade: 1 }, ignored: [] }, CHOICES);
      expect([within.filter, within.ignored.map((condition) => condition.name)]).to.deep.equal([
        { grade: 1 },
        [name],
      ]);
    });
  }

  it('are left out and named: a form that the viewer does not reach', () => {
    const asked = { filter: { formId: 5, grade: 1 }, ignored: [] } as const;
    expect(withinChoices(asked, { ...CHOICES, form: null })).to.deep.equal({
      filter: { grade: 1 },
      ignored: [{ name: 'form', value: '5' }],
    });
  });

  it('are told to people by the labels of the form', () => {
    const ignored = [{ name: 'page', value: 'abc' }];
    const { filters } = pointListPage(pointList(), { filter: {}, ignored }, CHOICES, zh);
    expect(filters.ignored).to.deep.equal(['地址中的条件“页码”的值“abc”无效，已忽略。']);
  });
});

describe('a point as a line of a list', () => {
  function row(named: Parameters<typeof pointSummary>[0]): PointListPage['rows'][number] | undefined {
    return page({}, { points: [pointSummary(named)] }).rows[0];
  }

  it('says the rule that decided, with its clause', () => {
    expect(row({})?.because).to.equal('发生机率高（通知三·3）');
  });

  it('says that nothing decided where it is not assessed', () => {
    const unassessed = row({ grade: null, rules: [] });
    expect([unassessed?.grade, unassessed?.because]).to.deep.equal([
      { tone: 's0', text: '— 待评定' },
      '事实不全，未定级',
    ]);
  });

  for (const [declaredGrade, grade, differs] of [
    [null, 1, false],
    [1, 1, false],
    [2, 1, true],
    [2, null, true],
  ] as const) {
    it(`${differs ? 'marks' : 'does not mark'} declared ${String(declaredGrade)} beside ${String(grade)}`, () => {
      expect(row({ declaredGrade, grade })?.declaredDiffers).to.equal(differs);
    });
  }

  it('marks what the rules only suggest and hides what a person rejected', () => {
    const domains = [
      { domain: 'procurement', state: 'suggested', isMain: true, evidence: '采购' },
      { domain: 'finance', state: 'rejected', isMain: false, evidence: '资金' },
    ] as const;
    expect(row({ domains })?.domains).to.deep.equal([{ text: '采购工作', isSuggested: true }]);
  });

  it("says that a point is the division's own", () => {
    expect(row({ postName: null, personName: null })?.home).to.equal('办公室（单位自身风险）');
  });

  it('says that there is no measure', () => {
    expect([row({ measureCount: 0 })?.measures, row({ measureCount: 2 })?.measures]).to.deep.equal([
      '无',
      '2 条',
    ]);
  });
});
