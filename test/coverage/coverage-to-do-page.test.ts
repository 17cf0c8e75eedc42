import { expect } from 'chai';
import type { ConcernedPost, CoverageCell } from '../../src/coverage/coverage-cell.ts';
import { toDoOf, type ToDo } from '../../src/coverage/coverage-to-do-page.ts';
import { wordsOf } from '../../src/language/sentence.ts';
import { zh } from '../../src/language/zh.ts';
import { coverageCell } from '../support/board-figures.ts';

const RIGHTS = { requestExemption: true, upload: true };

function post(named: Partial<ConcernedPost> = {}): ConcernedPost {
  const holders = [{ name: '林某', formId: 5 }];
  const words = { post: '政府采购岗', duties: null, evidence: '采购' };
  return { postId: 1, ...words, holders, points: 0, allPoints: 2, ...named };
}

function gap(named: Partial<CoverageCell>, ...posts: readonly ConcernedPost[]): ToDo {
  return toDoOf(
    { cell: coverageCell(2, '办公室', 'procurement', 'gap', named), posts, exemptionId: null },
    {},
    RIGHTS,
    zh,
  );
}

function weakness(named: Partial<CoverageCell>, ...posts: readonly ConcernedPost[]): ToDo {
  return toDoOf(
    { cell: coverageCell(2, '办公室', 'procurement', 'weak', named), posts, exemptionId: null },
    {},
    RIGHTS,
    zh,
  );
}

describe('a gap that a division has to close', () => {
  it('names the domain, the posts concerned and why they are', () => {
    const { domain, status, fact, posts } = gap({ posts: 1 }, post());
    const [{ name, why, points } = { name: '', why: '', points: '' }] = posts;
    expect([domain, status, wordsOf(fact), name, why, points]).to.deep.equal([
      '采购工作',
      '排查空白',
      '1 个岗位涉及，0 个风险点',
      '政府采购岗（林某）',
      '职责含“采购”',
      '还没有风险点',
    ]);
  });

  it('leads to the forms of its holders and to all points of the post', () => {
    const hrefs = gap({}, post()).posts.flatMap(({ links }) => links.map(({ href }) => href));
    expect(hrefs).to.deep.equal(['/forms/5', '/points?unit=2&post=1']);
  });

  it('leads nowhere where nothing is filed yet', () => {
    const none = post({ holders: [{ name: '林某', formId: null }], allPoints: 0 });
    expect(gap({}, none).posts[0]?.links).to.deep.equal([]);
  });

  it('lets those who may apply for an exemption, and nobody else', () => {
    const cell = coverageCell(2, '办公室', 'procurement', 'gap');
    const hrefs = [true, false].map((requestExemption) =>
      toDoOf({ cell, posts: [], exemptionId: null }, {}, { requestExemption, upload: false }, zh).actions.map(
        ({ href }) => href,
      ),
    );
    expect(hrefs).to.deep.equal([['/coverage/divisions/2/exemption?domain=procurement'], []]);
  });

  it('leads to the application that waits instead of to another one', () => {
    const cell = coverageCell(2, '办公室', 'procurement', 'gap');
    const { actions } = toDoOf({ cell, posts: [], exemptionId: 9 }, {}, RIGHTS, zh);
    expect(actions.map(({ text, href }) => [text, href])).to.deep.equal([
      ['上传补充的登记表', '/imports/new'],
      ['已申请“不涉及”，待审核', '/coverage/exemptions/9'],
    ]);
  });

  it('asks the posts concerned to look again', () => {
    expect(gap({}, post()).steps).to.deep.equal([
      '请政府采购岗（林某）补充自查，把查出的风险点和防控措施填入附件1重新报送。',
    ]);
  });

  it('asks the head to fill in for a vacant post', () => {
    const { posts, steps } = gap({}, post({ holders: [] }));
    expect([posts[0]?.name, steps]).to.deep.equal([
      '政府采购岗（空缺）',
      ['政府采购岗目前空缺，请处室（单位）负责人代为填报。'],
    ]);
  });

  it('asks the head where no post is known', () => {
    expect(gap({ posts: 0 }).steps[0]).to.match(/^请处室（单位）负责人对照处室职责查找/u);
  });

  it('says what to do where the rules only suggest it and the duties are others', () => {
    expect(gap({ expected: 'suggested' }, post()).steps[1]).to.contain('如果职责确实不涉及');
  });

  it('says so where a person confirmed the domain', () => {
    expect(gap({}, post({ evidence: null })).posts[0]?.why).to.equal('经确认，职责涉及该领域');
  });
});

describe('a domain that is weakly guarded', () => {
  const found = { points: 4, pointsSuggested: 1, withMeasure: 2 };

  it('leads to its points', () => {
    const { fact } = weakness(found);
    expect([wordsOf(fact), fact.flatMap(({ href }) => href ?? [])]).to.deep.equal([
      '2 个岗位涉及，4 个风险点，其中 2 个有防控措施',
      ['/points?unit=2&domain=procurement'],
    ]);
  });

  for (const [because, named, posts, step] of [
    ['no domain is accepted', { ...found, pointsSuggested: 4 }, [], '确认这 4 个风险点的重点领域'],
    ['nothing has a measure', { ...found, withMeasure: 0 }, [], '补充防控措施'],
    ['a post has not looked', found, [post()], '请政府采购岗（林某）也就这一领域补充自查'],
    ['of another rule', found, [post({ points: 4 })], '对照覆盖标准逐条核实'],
  ] as const) {
    it(`says what to do because ${because}`, () => {
      const { steps } = weakness(named, ...posts);
      expect([steps.length, steps[0]?.includes(step)]).to.deep.equal([1, true]);
    });
  }
});
