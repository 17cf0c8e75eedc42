import { expect } from 'chai';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { caseOf, type PointFacts } from '../../src/grading/case.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import { surroundingsOf } from '../../src/grading/surroundings.ts';
import { en } from '../../src/language/en.ts';
import type { Texts } from '../../src/language/texts.ts';
import { zh } from '../../src/language/zh.ts';
import { otherwiseCard, type OtherwiseCard } from '../../src/risk-points/otherwise-page.ts';
import type { PointDetail } from '../../src/risk-points/point-detail.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { aPoint } from '../support/grading-builder.ts';
import { pointDetail } from '../support/point-detail.ts';
import { fiveByFiveRulebook, noticeRulebook } from '../support/shipped-rulebooks.ts';

interface Asked {
  readonly rulebook?: GradingRulebook;
  readonly text?: Texts;
  readonly named?: Partial<PointDetail>;
}

/** The card of a point with these facts, judged by the rulebook. */
async function cardOf(facts: PointFacts, asked: Asked = {}): Promise<OtherwiseCard> {
  const { rulebook = noticeRulebook(), text = zh, named = {} } = asked;
  const judge = gradingJudge(rulebook);
  const verdict = await judge.judge(caseOf(facts, cutsOf(rulebook)));
  const around = await surroundingsOf(rulebook, judge, facts);
  const point = pointDetail({
    grade: verdict.grade,
    verdict,
    around,
    rulebook: { id: 1, body: rulebook, version: 'shipped', digest: 'a digest' },
    ...named,
  });
  return otherwiseCard(point, text);
}

function said({ ways }: OtherwiseCard): readonly string[] {
  return ways.flatMap(({ sign, lines }) =>
    lines.map(({ condition, grade, because }) => `${sign} ${condition}${grade.text}${because ?? ''}`),
  );
}

function onFive(rulebook: GradingRulebook, probability: string, harm: string): PointFacts {
  const { scales } = rulebook;
  return {
    probability: { scale: scales.probability.code, step: probability },
    harm: { scale: scales.harm.code, step: harm },
    domain: 'procurement',
    measureCount: 0,
    own: {},
  };
}

describe('what would alter a grade, in words', () => {
  it('is one fact where one is enough', async () => {
    expect(said(await cardOf(aPoint({ probability: 'fairly-high', harm: 'limited' })))).to.deep.equal([
      '↓ 若发生机率为“较小”：○ 三级（发生机率较小、可能造成不良社会影响或一定经济损失）',
      '↑ 若发生机率为“高”：■ 一级（发生机率高）',
    ]);
  });

  it('is two facts where one is not', async () => {
    expect(said(await cardOf(aPoint({ probability: 'high', harm: 'serious' })))).to.deep.equal([
      '↓ 若发生机率为“较高”，且危害程度为“较为严重”：▲ 二级（发生机率较高、可能造成较为严重损害后果）',
    ]);
  });

  it('is a domain or a measure where rules look at them', async () => {
    const rulebook = fiveByFiveRulebook();
    const conditions = (await cardOf(onFive(rulebook, 'low', 'minor'), { rulebook })).ways.flatMap(
      ({ lines }) => lines.map(({ condition }) => condition),
    );
    expect(conditions).to.include.members([
      '若没有确认主要领域：',
      '若主要领域为标准没有单列的领域：',
      '若防控措施为 1 条：',
    ]);
  });

  it('is said to be nothing where no one or two facts lead there', async () => {
    const rulebook = fiveByFiveRulebook();
    const held = {
      ...rulebook,
      adjustments: [
        { ...rulebook.adjustments[0], name: 'always', when: { fact: 'probability', operator: 'isKnown' } },
      ].map((rule) => ({ ...rule, effect: { noMilderThan: 1 } })),
    } as GradingRulebook;
    const card = await cardOf(onFive(held, 'low', 'minor'), { rulebook: held });
    expect([card.ways, card.none]).to.deep.equal([[], ['只改变一两项事实，等级不会降低。']]);
  });

  it('does not pretend to move what people decided', async () => {
    const facts = aPoint({ probability: 'small', harm: 'limited' });
    const card = await cardOf(facts, { named: { grade: 2 } });
    expect(card.note).to.equal('以上按规则推算；人工调整或审定的等级不随之变动。');
  });

  it('is said in English, too', async () => {
    const [, severer] = said(
      await cardOf(aPoint({ probability: 'fairly-high', harm: 'limited' }), { text: en }),
    );
    expect(severer).to.match(/^↑ If probability were “high”: ■ Grade 1 \(/u);
  });
});

describe('what missing steps would give, in a table', () => {
  it('is a list for one missing fact, severest step first', async () => {
    const { completions } = await cardOf(aPoint({ harm: 'fairly-serious' }));
    expect([completions?.corner, completions?.columns]).to.deep.equal(['发生机率', ['等级']]);
    expect(
      completions?.rows.map(({ name, cells }) => `${name} ${cells.map(({ text }) => text).join()}`),
    ).to.deep.equal(['高 ■ 一级', '较高 ▲ 二级', '较小 ▲ 二级']);
  });

  it('is a crosstab for two', async () => {
    const { completions } = await cardOf(aPoint({}));
    expect([completions?.corner, completions?.columns]).to.deep.equal([
      '发生机率＼危害程度',
      ['严重', '较为严重', '一般'],
    ]);
    expect(completions?.rows.at(-1)?.cells.map(({ text }) => text)).to.deep.equal([
      '■ 一级',
      '▲ 二级',
      '○ 三级',
    ]);
  });

  it('is not there for a point with a grade', async () => {
    expect((await cardOf(aPoint({ probability: 'high', harm: 'limited' }))).completions).to.equal(null);
  });
});
