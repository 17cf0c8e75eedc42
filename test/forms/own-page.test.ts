import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import type { FormState } from '../../src/forms/form.ts';
import type { OwnForm, OwnInspection } from '../../src/forms/own-inspection.ts';
import { ownPage, type OwnPage } from '../../src/forms/own-page.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

const BUREAU = { id: 1, parentId: null, kind: 'bureau', name: '市商务局', path: '/1/' } as const;
const CAMPAIGN: OwnInspection['campaign'] = {
  id: 1,
  bureau: BUREAU,
  year: 2021,
  documentNumber: null,
  opensOn: null,
  dueOn: '2021-04-26',
  state: 'open',
  showsGradesToHolders: false,
};

function form(state: FormState = 'submitted'): OwnForm {
  return { id: 1, state, version: 1, filledOn: null, file: '自查表.docx', hasAnnex1: true };
}

function page(named: Partial<OwnInspection> = {}): OwnPage {
  const own: OwnInspection = {
    personName: '林海棠',
    campaign: CAMPAIGN,
    today: '2021-04-22',
    posts: [{ post: '政府采购岗', unit: '办公室' }],
    forms: [],
    points: [],
    rulebook: noticeRulebook(),
    ...named,
  };
  return ownPage(own, zh);
}

describe("what stands first on a post-holder's page", () => {
  const undated = { ...CAMPAIGN, dueOn: null };
  const cases: readonly (readonly [string, Partial<OwnInspection>])[] = [
    ['请在 2021 年 4 月 26 日前报送自查表，还有 4 天', {}],
    ['今天（2021 年 4 月 26 日）是报送自查表的最后一天', { today: '2021-04-26' }],
    ['自查表应在 2021 年 4 月 26 日前报送，已过 5 天', { today: '2021-05-01' }],
    ['请报送自查表，截止日期尚未确定', { campaign: undated }],
    ['您的自查表已报送（截止 2021 年 4 月 26 日）', { forms: [form()] }],
    ['您的自查表已报送', { forms: [form()], campaign: undated }],
    ['您的自查表已退回，请修改后重新报送', { forms: [form('returned')] }],
    ['您的自查表已退回，请修改后重新报送', { forms: [form('rectifying')] }],
    ['请在 2021 年 4 月 26 日前报送自查表，还有 4 天', { forms: [{ ...form(), hasAnnex1: false }] }],
  ];
  for (const [heading, named] of cases) {
    it(`is “${heading}”`, () => {
      expect(page(named).heading).to.equal(heading);
    });
  }

  for (const [task, named] of [
    ['请填写', {}],
    ['请按意见修改', { forms: [form('returned')] }],
    ['没有需要您办理', { forms: [form()] }],
    ['请联系局办公室核对', { posts: [] }],
  ] as const) {
    it(`says what to do: ${task}`, () => {
      expect(page(named).tasks.join()).to.include(task);
    });
  }
});
