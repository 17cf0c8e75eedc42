import { expect } from 'chai';
import type { FormVersion, VersionRisk } from '../../src/forms/form-detail.ts';
import { differenceCard } from '../../src/forms/form-difference-page.ts';
import { formDifference, type RiskChange } from '../../src/forms/form-difference.ts';
import { markedRewording } from '../../src/forms/rewording.ts';
import { zh } from '../../src/language/zh.ts';

function risk(pointId: number, ordinal: number, text: string, ...measures: readonly string[]): VersionRisk {
  return { pointId, ordinal, text, measures };
}

function version(number: number, duties: string | null, ...risks: readonly VersionRisk[]): FormVersion {
  return {
    id: number,
    version: number,
    kind: 'annex1',
    duties,
    filledOn: null,
    filedAt: '2021-04-22T01:00:00.000Z',
    actor: null,
    file: null,
    opinions: [],
    risks,
  };
}

const FIRST = version(1, '负责采购。', risk(1, 1, '泄露标底。', '双人开标。'), risk(2, 2, '拖延付款。'));

describe('what changed between two versions of a form', () => {
  const said = (changes: readonly RiskChange[]): readonly string[] =>
    changes.map(({ kind, risk: { text } }) => `${kind} ${text}`);

  for (const [what, after, changes] of [
    ['nothing', FIRST, []],
    [
      'a risk that was added',
      version(2, '负责采购。', ...FIRST.risks, risk(3, 3, '化整为零。')),
      ['added 化整为零。'],
    ],
    [
      'a risk that was removed',
      version(2, '负责采购。', risk(1, 1, '泄露标底。', '双人开标。')),
      ['removed 拖延付款。'],
    ],
    [
      'a risk that reads differently',
      version(2, '负责采购。', risk(1, 1, '向供应商泄露标底。', '双人开标。'), risk(2, 2, '拖延付款。')),
      ['edited 向供应商泄露标底。'],
    ],
    [
      'a measure that reads differently',
      version(2, '负责采购。', risk(1, 1, '泄露标底。', '三人开标。'), risk(2, 2, '拖延付款。')),
      ['edited 泄露标底。'],
    ],
    [
      'risks that changed places',
      version(2, '负责采购。', risk(2, 1, '拖延付款。'), risk(1, 2, '泄露标底。', '双人开标。')),
      ['moved 拖延付款。', 'moved 泄露标底。'],
    ],
  ] as const) {
    it(`names ${what}`, () => {
      expect(said(formDifference(FIRST, after).risks)).to.deep.equal(changes);
    });
  }

  it('names duties that were rewritten', () => {
    const { duties, risks } = formDifference(FIRST, version(2, '负责采购和资产。', ...FIRST.risks));
    expect([duties, risks]).to.deep.equal([{ before: '负责采购。', after: '负责采购和资产。' }, []]);
  });
});

describe('a rewording', () => {
  for (const [before, after, marked] of [
    ['负责采购。', '负责采购和资产。', ['负责采购', '', '和资产', '。']],
    ['泄露标底。', '泄露底价。', ['泄露', '标底', '底价', '。']],
    ['', '新的', ['', '', '新的', '']],
    ['旧的', '', ['', '旧的', '', '']],
    ['aa', 'aaa', ['aa', '', 'a', '']],
  ] as const) {
    it(`from “${before}” to “${after}” marks only what differs`, () => {
      const { start, removed, inserted, end } = markedRewording({ before, after });
      expect([start, removed, inserted, end]).to.deep.equal(marked);
    });
  }
});

describe("the card of a form's changes", () => {
  const second = version(2, '负责采购。', risk(1, 1, '泄露底价。', '双人开标。'), risk(2, 2, '拖延付款。'));
  const third = version(3, '负责采购。', ...second.risks, risk(3, 3, '化整为零。'));
  const versions = [third, second, FIRST] as const;

  it('shows the latest two versions when none are named', () => {
    const card = differenceCard({ id: 5, versions }, {}, zh);
    expect([card?.heading, card?.risks.map(({ what }) => what)]).to.deep.equal([
      '第 2 版到第 3 版的变化',
      ['新增潜在风险 3'],
    ]);
  });

  it('shows the versions that the address names', () => {
    const card = differenceCard({ id: 5, versions }, { before: 1, after: 2 }, zh);
    expect([card?.heading, card?.risks.map(({ what }) => what)]).to.deep.equal([
      '第 1 版到第 2 版的变化',
      ['改动潜在风险 1'],
    ]);
  });

  it('is not there while there is one version alone', () => {
    expect(differenceCard({ id: 5, versions: [FIRST] }, {}, zh)).to.equal(null);
  });

  it('says so where two versions are the same', () => {
    expect(differenceCard({ id: 5, versions }, { before: 2, after: 2 }, zh)?.isEmpty).to.equal(true);
  });
});
