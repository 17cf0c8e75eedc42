import { expect } from 'chai';
import type { FormFilter, FormList, FormSummary } from '../../src/forms/form.ts';
import { formListPage, withinUnits, type FormListPage } from '../../src/forms/form-list-page.ts';
import { wordsOf } from '../../src/language/sentence.ts';
import { zh } from '../../src/language/zh.ts';
import { orgUnit } from '../support/board-figures.ts';

const UNITS = [orgUnit(2, '办公室')];

function form(named: Partial<FormSummary> = {}): FormSummary {
  return {
    id: 1,
    unitId: 2,
    unitName: '办公室',
    personName: '林某',
    postNames: ['政府采购岗', '资产管理岗'],
    version: 2,
    state: 'submitted',
    filledOn: '2021-04-22',
    duties: '负责政府采购。',
    points: 5,
    withMeasure: 4,
    hasAnnex1: true,
    file: '办公室.xlsx',
    ...named,
  };
}

function page(filter: Partial<FormFilter>, list: Partial<FormList> = {}): FormListPage {
  const forms = { total: 1, page: 1, pages: 1, forms: [form()], ...list };
  return formListPage(forms, { filter, ignored: [] }, UNITS, zh);
}

describe('the list of forms', () => {
  it('says how long it is, narrowed or not', () => {
    const said = [page({}), page({ annex1: 'missing' })].map(({ finding }) => wordsOf(finding));
    expect(said).to.deep.equal(['已报自查表 1 份', '符合条件的自查表有 1 份']);
  });

  it('shows a form with its posts, version, state and file', () => {
    expect(page({}).rows[0]).to.deep.equal({
      unit: '办公室',
      person: '林某',
      href: '/forms/1',
      label: '办公室林某的自查表',
      posts: '政府采购岗、资产管理岗',
      version: '第 2 版',
      state: '已报送',
      filledOn: '2021 年 4 月 22 日',
      points: { text: '5', href: '/points?form=1', label: '林某的风险点 5 个' },
      withMeasure: {
        text: '4',
        href: '/points?form=1&measures=some',
        label: '林某的风险点中有措施的 4 个',
      },
      file: '办公室.xlsx',
      missesAnnex1: false,
      marked: {
        unit: [{ text: '办公室', isMarked: false }],
        person: [{ text: '林某', isMarked: false }],
        posts: [{ text: '政府采购岗、资产管理岗', isMarked: false }],
      },
      dutiesExcerpt: [],
    });
  });

  it('leads from its numbers to the points of the same year, and from none to nowhere', () => {
    const row = page({ year: 2020 }, { forms: [form({ withMeasure: 0 })] }).rows[0];
    expect([row?.points.href, row?.withMeasure.href]).to.deep.equal(['/points?year=2020&form=1', null]);
  });

  it("marks a form without annex 1, but not the division's own", () => {
    const forms = [form({ hasAnnex1: false }), form({ hasAnnex1: false, personName: null, postNames: [] })];
    const rows = page({}, { forms }).rows.map(({ person, missesAnnex1 }) => [person, missesAnnex1]);
    expect(rows).to.deep.equal([
      ['林某', true],
      ['单位自身', false],
    ]);
  });

  it('shows each condition with the list without it', () => {
    expect(page({ unitId: 2, annex1: 'missing', year: 2020 }).filters.active).to.deep.equal([
      { text: '年度：2020', dropHref: '/forms?unit=2&annex1=missing' },
      { text: '单位：办公室', dropHref: '/forms?year=2020&annex1=missing' },
      { text: '附件1：未见附件1', dropHref: '/forms?year=2020&unit=2' },
    ]);
  });

  it('leaves out a unit that is out of reach, and says so', () => {
    expect(withinUnits({ filter: { unitId: 9 }, ignored: [] }, UNITS)).to.deep.equal({
      filter: {},
      ignored: [{ name: 'unit', value: '9' }],
    });
  });

  it('says what to do where it is empty', () => {
    const { finding, empty } = page({}, { total: 0, forms: [] });
    expect([wordsOf(finding), empty?.fix.includes('局办公室')]).to.deep.equal(['还没有自查表', true]);
  });
});
