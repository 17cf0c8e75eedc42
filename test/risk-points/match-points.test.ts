import { expect } from 'chai';
import fc from 'fast-check';
import { matchPoints, similarity } from '../../src/risk-points/match-points.ts';

const REIMBURSEMENT = '报销审核把关不严，可能出现虚列支出、重复报销等问题。';
const SEALS = '现金、支票和财务印章由一人保管，存在挪用公款风险。';
const BUDGET = '预算编制不实，虚报项目套取财政资金。';

const known = [REIMBURSEMENT, SEALS, BUDGET].map((text, index) => ({
  pointId: 11 + index,
  ordinal: index + 1,
  text,
}));

describe('matching a form to the points already known', () => {
  it('takes a person’s word over what the texts say', () => {
    const chosen = [
      { ordinal: 1, text: SEALS, knownAs: 13 },
      { ordinal: 2, text: BUDGET, knownAs: null },
    ];
    expect(matchPoints(known, chosen)).to.deep.equal([{ kind: 'edited', pointId: 13 }, { kind: 'new' }]);
  });

  it('finds the same text in the same place', () => {
    expect(matchPoints(known, [{ ordinal: 2, text: SEALS }])).to.deep.equal([{ kind: 'same', pointId: 12 }]);
  });

  it('takes white space, width and punctuation for nothing', () => {
    const typed = '预算编制不实,虚报项目 套取财政资金';
    expect(matchPoints(known, [{ ordinal: 3, text: typed }])).to.deep.equal([{ kind: 'same', pointId: 13 }]);
  });

  it('finds a text that moved to another place', () => {
    expect(matchPoints(known, [{ ordinal: 1, text: BUDGET }])).to.deep.equal([
      { kind: 'moved', pointId: 13 },
    ]);
  });

  it('recognises an edited text, so that its assessment survives', () => {
    const edited = '现金、支票和财务印章由一人保管，可能挪用公款。';
    expect(matchPoints(known, [{ ordinal: 9, text: edited }])).to.deep.equal([
      { kind: 'edited', pointId: 12 },
    ]);
  });

  it('takes an unlike text for a new point', () => {
    expect(matchPoints(known, [{ ordinal: 1, text: '收受供应商礼品礼金、宴请。' }])).to.deep.equal([
      { kind: 'new' },
    ]);
  });

  it('asks when an edited text is as close to two known ones', () => {
    const twins = [
      { pointId: 1, ordinal: 1, text: '对甲类企业审批把关不严，可能违规放行。' },
      { pointId: 2, ordinal: 2, text: '对乙类企业审批把关不严，可能违规放行。' },
    ];
    const [match] = matchPoints(twins, [{ ordinal: 3, text: '对丙类企业审批把关不严，可能违规放行。' }]);
    expect(match).to.deep.equal({ kind: 'ambiguous', candidates: [1, 2] });
  });

  it('gives each of two equal texts its own point', () => {
    const copies = [
      { pointId: 5, ordinal: 1, text: SEALS },
      { pointId: 6, ordinal: 2, text: SEALS },
    ];
    const incoming = [
      { ordinal: 1, text: SEALS },
      { ordinal: 2, text: SEALS },
    ];
    expect(matchPoints(copies, incoming)).to.deep.equal([
      { kind: 'same', pointId: 5 },
      { kind: 'same', pointId: 6 },
    ]);
  });

  it('never gives a known point away twice, and does not depend on the order of the known ones', () => {
    const text = fc.constantFrom(REIMBURSEMENT, SEALS, BUDGET, '预算编制不实，虚报项目。', '全新的风险');
    const knownPoints = fc
      .array(text, { maxLength: 6 })
      .map((texts) => texts.map((words, index) => ({ pointId: index, ordinal: index + 1, text: words })));
    const incoming = fc
      .array(text, { maxLength: 6 })
      .map((texts) => texts.map((words, index) => ({ ordinal: index + 1, text: words })));
    fc.assert(
      fc.property(knownPoints, incoming, (points, texts) => {
        const matches = matchPoints(points, texts);
        const given = matches.flatMap((match) => ('pointId' in match ? [match.pointId] : []));
        expect(new Set(given).size).to.equal(given.length);
        expect(matchPoints([...points].reverse(), texts)).to.deep.equal(matches);
      }),
    );
  });
});

describe('similarity of two texts', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['同一句话', '同一句话', 1],
    ['同一句话。', '同一句话', 1],
    ['完全不同', '另外说法', 0],
    ['', '', 1],
  ];
  for (const [a, b, expected] of cases) {
    it(`of “${a}” and “${b}” is ${String(expected)}`, () => {
      expect(similarity(a, b)).to.equal(expected);
    });
  }
});
