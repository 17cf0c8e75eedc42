import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import type { PointDetail, PointEvent } from '../../src/risk-points/point-detail.ts';
import { pointPage, type PointPage } from '../../src/risk-points/point-page.ts';
import { pointDetail } from '../support/point-detail.ts';

function page(named: Partial<PointDetail> = {}): PointPage {
  return pointPage(pointDetail(named), zh);
}

const UNASSESSED: Partial<PointDetail> = {
  grade: null,
  verdict: { grade: null, missing: ['probability', 'harm'], range: { severest: 1, mildest: 3 } },
};

describe("why a point has its grade, on the point's page", () => {
  it('says the deciding rule, its reason and the words of the clause', () => {
    const [rule] = page().grading.deciding;
    expect(rule?.title).to.equal('发生机率高');
    expect(rule?.quotation).to.match(/^“一级风险是发生机率高的风险，.*”$/u);
    expect(rule?.reference).to.equal('通知三·3');
  });

  it('names the rules that applied too', () => {
    expect(page().grading.also.map(({ title }) => title)).to.deep.equal([
      '可能造成不良社会影响或一定经济损失',
    ]);
  });

  it('names the rulebook, its version and the case', () => {
    expect(page().grading.rulebook).to.equal('2021年通知三级标准（随程序发布） · 情形组合 0417');
  });

  for (const [by, named] of [
    ['规则拟定等级', {}],
    ['人工调整等级', { grade: 2 }],
    ['审定等级', { grade: 2, state: 'approved' }],
    ['尚不能定级', UNASSESSED],
  ] as const) {
    it(`says who gave the grade: ${by}`, () => {
      expect(page(named).grading.by).to.equal(by);
    });
  }

  it('says what the rules say where people decided otherwise, and only there', () => {
    expect([page({ grade: 2 }).grading.proposed?.text, page().grading.proposed]).to.deep.equal([
      '■ 一级',
      null,
    ]);
  });

  it('says what an unassessed point lacks and what it could still get', () => {
    const { missing, deciding } = page(UNASSESSED).grading;
    expect([
      missing?.what,
      missing?.lead,
      missing?.severest.text,
      missing?.mildest?.text,
      deciding,
    ]).to.deep.equal(['还缺：发生机率、危害程度', '补齐后可能是：', '■ 一级', '○ 三级', []]);
  });

  it('does not call it open where one grade is left', () => {
    const verdict = { grade: null, missing: ['harm'], range: { severest: 1, mildest: 1 } } as const;
    const { missing } = page({ grade: null, verdict }).grading;
    expect([missing?.lead, missing?.mildest]).to.deep.equal(['补齐后必为：', null]);
  });

  for (const [declaredGrade, grade, remark, differs] of [
    [null, 1, '表上没有填报等级。', false],
    [1, 1, '与现等级一致。', false],
    [3, 1, '与现等级不一致，请评估组核实。', true],
    [3, null, '尚未定级，暂不能比较。', false],
  ] as const) {
    it(`compares declared ${String(declaredGrade)} with ${String(grade)}`, () => {
      const { declared } = page({ declaredGrade, grade }).grading;
      expect([declared.remark, declared.differs]).to.deep.equal([remark, differs]);
    });
  }
});

describe("a point's facts and where they came from", () => {
  it('are in the words of the scale, with who set them, when and where', () => {
    expect(page().facts[0]).to.deep.equal({
      fact: '发生机率',
      value: '高',
      isKnown: true,
      setBy: '处室',
      setAt: '2021 年 4 月 22 日 09:20',
      source: '办公室自查表.docx，表 1 第 3 行',
    });
  });

  it('show what is unknown as unknown', () => {
    const facts = [{ fact: 'harm', value: null, setBy: null, setAt: null, source: null }] as const;
    const [harm] = page({ facts }).facts;
    expect([harm?.value, harm?.isKnown, harm?.setBy]).to.deep.equal(['未知', false, '—']);
  });

  for (const [fact, value, words] of [
    ['domain', 'procurement', '采购工作'],
    ['measureCount', 0, '0 条'],
    ['harm', 'catastrophic', '“catastrophic”（不在现行标准的刻度上）'],
  ] as const) {
    it(`say ${String(value)} as ${words}`, () => {
      const facts = [{ fact, value, setBy: null, setAt: null, source: null }];
      expect(page({ facts }).facts[0]?.value).to.equal(words);
    });
  }
});

describe('what happened to a point', () => {
  const at = '2021-04-25T07:10:00.000Z';
  const first = {
    kind: 'filed',
    at,
    actor: '局办公室',
    version: 1,
    file: 'a.docx',
    isEdited: false,
  } as const;
  const harm = {
    kind: 'assessed',
    at,
    actor: '评估组',
    fact: 'harm',
    step: 'fairly-serious',
    file: null,
    note: null,
  } as const;

  const cases: readonly (readonly [string, readonly PointEvent[]])[] = [
    ['首次报送', [first]],
    ['报送第 2 版，文字有修改', [{ ...first, version: 2, isEdited: true }, first]],
    ['报送第 2 版，文字未修改', [{ ...first, version: 2 }, first]],
    ['危害程度评定为“较为严重”', [harm, first]],
    ['危害程度由“较为严重”改为“严重”', [{ ...harm, step: 'serious' }, harm, first]],
    ['危害程度仍为“较为严重”', [harm, harm, first]],
    ['危害程度由“较为严重”改为未定', [{ ...harm, step: null }, harm, first]],
    ['危害程度评定为“较为严重”', [harm, { ...harm, step: null }, first]],
    ['发生机率评定为“高”', [{ ...harm, fact: 'probability', step: 'high' }, harm]],
  ];
  const answered: PointEvent = {
    kind: 'answered',
    at,
    actor: '处室负责人',
    answers: [
      { question: 'discretion', answer: 'wide' },
      { question: 'frequency', answer: 'monthly' },
    ],
    file: null,
  };

  it('tells the answers that were given at once as one event', () => {
    expect(page({ history: [answered] }).history[0]?.what).to.equal('回答：自由裁量大、每月办理');
  });

  it('keeps the note beside what was set', () => {
    const history = [{ ...harm, note: '参照 2020 年审计意见' }, first];
    expect(page({ history }).history.map(({ note }) => note)).to.deep.equal([
      '备注：参照 2020 年审计意见',
      null,
    ]);
  });

  for (const [what, history] of cases) {
    it(`is told as “${what}”`, () => {
      expect(page({ history }).history[0]?.what).to.equal(what);
    });
  }
});

describe("the head of a point's page", () => {
  it('leads to the division and to the form, and counts the point on it', () => {
    expect(page().crumbs).to.deep.equal([
      { text: '办公室', href: '/board/divisions/2' },
      { text: '政府采购岗（林某）', href: '/forms/5' },
      { text: '风险点 1', href: null },
    ]);
  });

  it('says where the text came from', () => {
    expect(page().meta).to.equal('第 1 版 · 来自 办公室自查表.docx，表 1 第 3 行 · 2021 年 4 月 22 日 09:20');
  });

  it('says whose risk it is where there is no person', () => {
    const own = page({ postName: null, personName: null, sources: [] });
    expect([own.holder, own.crumbs[1]?.text, own.meta]).to.deep.equal([
      '单位自身风险',
      '单位自身风险',
      '第 1 版',
    ]);
  });
});
