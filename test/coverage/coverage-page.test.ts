import { expect } from 'chai';
import type { CoverageCell } from '../../src/coverage/coverage-cell.ts';
import { coverageFinding } from '../../src/coverage/coverage-finding.ts';
import type { CellFilter } from '../../src/coverage/paths.ts';
import { coveragePage, type CoveragePage } from '../../src/coverage/coverage-page.ts';
import { wordsOf } from '../../src/language/sentence.ts';
import { zh } from '../../src/language/zh.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { boardFigures, coverageCell, gradeCounts, orgUnit } from '../support/board-figures.ts';

const A = [2, '办公室'] as const;
const B = [3, '对外贸易处'] as const;

describe('what the coverage matrix says', () => {
  const cases: readonly (readonly [string, readonly CoverageCell[]])[] = [
    ['目前没有岗位职责涉及重点领域', []],
    ['目前没有岗位职责涉及重点领域', [coverageCell(...A, 'assets', 'not-expected')]],
    ['目前没有岗位职责涉及重点领域', [coverageCell(...A, 'assets', 'exempt')]],
    ['应查的重点领域都已覆盖', [coverageCell(...A, 'assets', 'covered')]],
    [
      '应查的重点领域都查到了，其中 1 处防控薄弱',
      [coverageCell(...A, 'assets', 'covered'), coverageCell(...B, 'assets', 'weak')],
    ],
    ['办公室的资产管理应查未查', [coverageCell(...A, 'assets', 'gap'), coverageCell(...B, 'assets', 'weak')]],
    [
      '资产管理有 2 个单位应查未查',
      [coverageCell(...A, 'assets', 'gap'), coverageCell(...B, 'assets', 'gap')],
    ],
    [
      '办公室有 2 个重点领域应查未查',
      [coverageCell(...A, 'assets', 'gap'), coverageCell(...A, 'finance', 'gap')],
    ],
    [
      '应查未查 3 处，涉及 2 个单位',
      [
        coverageCell(...A, 'assets', 'gap'),
        coverageCell(...A, 'finance', 'gap'),
        coverageCell(...B, 'finance', 'gap'),
      ],
    ],
  ];
  for (const [finding, cells] of cases) {
    it(`says “${finding}” of ${cells.map(({ status }) => status).join('、') || 'nothing'}`, () => {
      expect(coverageFinding(cells, zh)).to.equal(finding);
    });
  }
});

function page(coverage: readonly CoverageCell[], year?: number): CoveragePage {
  const filter = year === undefined ? {} : { year };
  return coveragePage(boardFigures({ coverage }), { filter, ignored: [] }, zh);
}

describe('the coverage matrix', () => {
  const cells: readonly (readonly [string, CoverageCell, unknown])[] = [
    ['covered', coverageCell(...A, 'assets', 'covered'), ['3', 'cv', '/points?unit=2&domain=assets']],
    ['weak', coverageCell(...A, 'assets', 'weak'), ['3 弱', 'wk', '/coverage/divisions/2#domain-assets']],
    ['gap', coverageCell(...A, 'assets', 'gap'), ['空白', 'gp', '/coverage/divisions/2#domain-assets']],
    ['exempt', coverageCell(...A, 'assets', 'exempt'), ['不', 'ex', '/coverage/divisions/2#domain-assets']],
    [
      'exempt although there are points',
      coverageCell(...A, 'assets', 'exempt', { points: 2 }),
      ['不（2）', 'wk', '/coverage/divisions/2#domain-assets'],
    ],
    ['not expected', coverageCell(...A, 'assets', 'not-expected'), ['', 'blank', null]],
    [
      'not expected but there',
      coverageCell(...A, 'assets', 'not-expected', { points: 2 }),
      ['2', 'blank', '/points?unit=2&domain=assets'],
    ],
  ];
  for (const [what, cell, shown] of cells) {
    it(`shows a domain that is ${what}`, () => {
      const square = page([cell]).matrix.rows[0]?.squares[KEY_DOMAINS.indexOf('assets')];
      expect([square?.text, square?.tone, square?.href]).to.deep.equal(shown);
    });
  }

  it('says in words what its colours say', () => {
    const labels = page(cells.map(([, cell]) => cell)).matrix.rows.flatMap(({ squares }) =>
      squares.map(({ label }) => label),
    );
    expect(labels).to.include('办公室 资产管理 已覆盖，3 个风险点');
  });

  it('has all eleven domains in the order of the notice', () => {
    const { domains, rows } = page([coverageCell(...A, 'assets', 'covered')]).matrix;
    expect([domains[0], domains.length, rows[0]?.squares.length]).to.deep.equal(['民主决策', 11, 11]);
  });

  it('says how much of it the rules only suggest', () => {
    const suggested = coverageCell(...A, 'assets', 'gap', { expected: 'suggested' });
    const { suggestedNote } = page([suggested, coverageCell(...A, 'finance', 'covered')]).matrix;
    expect(suggestedNote).to.contain('应查的 2 处中，有 1 处由规则按职责用词建议');
  });

  it('says so where the rules suggest all of it', () => {
    const suggested = coverageCell(...A, 'assets', 'gap', { expected: 'suggested' });
    expect(page([suggested]).matrix.suggestedNote).to.contain('应查的 1 处均由规则');
  });

  it("leads nowhere from the bureau's own row: the bureau's list holds everybody's points", () => {
    const own = { unit: orgUnit(1, '市商务局', 'bureau'), counts: gradeCounts(1) };
    const figures = boardFigures({
      coverage: [coverageCell(1, '市商务局', 'assets', 'covered')],
      divisions: [own],
    });
    const [row] = coveragePage(figures, { filter: {}, ignored: [] }, zh).matrix.rows;
    expect([row?.href, row?.squares.some(({ href }) => href !== null)]).to.deep.equal([null, false]);
  });
});

describe('the numbers around the coverage matrix', () => {
  const coverage = [
    coverageCell(...A, 'assets', 'gap'),
    coverageCell(...B, 'assets', 'gap'),
    coverageCell(...B, 'finance', 'weak'),
  ];

  it('count what each division misses, and lead to the list of it', () => {
    const [, row] = page(coverage).matrix.rows;
    expect([row?.gaps.text, row?.gaps.href, row?.weak.text, row?.weak.href]).to.deep.equal([
      '1',
      '/coverage?status=gap&unit=3#found',
      '1',
      '/coverage?status=weak&unit=3#found',
    ]);
  });

  it('count what each domain lacks, and lead to the list of it', () => {
    const [gaps] = page(coverage, 2020).matrix.totals;
    const assets = gaps?.numbers[KEY_DOMAINS.indexOf('assets')];
    expect([assets?.text, assets?.href, gaps?.all.gaps?.text]).to.deep.equal([
      '2',
      '/coverage?year=2020&status=gap&domain=assets#found',
      '2',
    ]);
  });

  it('add up the points of each domain over all divisions', () => {
    const points = page(coverage).matrix.totals[2]?.numbers[KEY_DOMAINS.indexOf('finance')];
    expect([points?.text, points?.href]).to.deep.equal(['3', '/points?domain=finance']);
  });

  it('mark what only the rules expect', () => {
    const suggested = coverageCell(...A, 'assets', 'gap', { expected: 'suggested' });
    const squares = page([suggested, coverageCell(...A, 'finance', 'gap')]).matrix.rows[0]?.squares ?? [];
    const marked = squares.filter(({ isSuggested }) => isSuggested).map(({ label }) => label);
    expect(marked).to.deep.equal(['办公室 资产管理 排查空白，看下一步怎么办；应查范围由规则建议，待确认']);
  });
});

describe('the list beneath a narrowed matrix', () => {
  const coverage = [
    coverageCell(...A, 'assets', 'gap'),
    coverageCell(...B, 'assets', 'weak'),
    coverageCell(...B, 'finance', 'gap'),
    coverageCell(...B, 'approvals', 'not-expected'),
  ];
  const found = (filter: CellFilter): readonly string[] =>
    coveragePage(boardFigures({ coverage }), { filter, ignored: [] }, zh).lists.flatMap(({ anchor, rows }) =>
      rows.map(({ unit, domain }) => `${anchor} ${unit} ${domain}`),
    );

  for (const [what, filter, rows] of [
    ['a status', { status: 'gap' }, ['found 办公室 资产管理', 'found 对外贸易处 财务管理']],
    ['a domain', { domain: 'assets' }, ['found 办公室 资产管理', 'found 对外贸易处 资产管理']],
    ['a unit', { unitId: 3 }, ['found 对外贸易处 资产管理', 'found 对外贸易处 财务管理']],
    ['all of them', { unitId: 3, status: 'weak', domain: 'assets' }, ['found 对外贸易处 资产管理']],
  ] as const) {
    it(`has the cells of ${what}`, () => {
      expect(found(filter)).to.deep.equal(rows);
    });
  }
});

describe('the lists beneath the coverage matrix', () => {
  const coverage = [coverageCell(...A, 'assets', 'gap'), coverageCell(...B, 'finance', 'weak')];

  it('are as long as their titles say', () => {
    expect(
      page(coverage).lists.flatMap(({ heading, rows }) => [wordsOf(heading), rows.length]),
    ).to.deep.equal(['排查空白 1 处', 1, '防控薄弱 1 处', 1]);
  });

  it('lead to what the division has to do next, of the same year', () => {
    expect(page(coverage, 2020).lists[0]?.rows[0]?.next?.href).to.equal(
      '/coverage/divisions/2?year=2020#domain-assets',
    );
  });

  it('say so where they are empty', () => {
    expect(page([]).lists.map(({ heading }) => wordsOf(heading))).to.deep.equal([
      '没有排查空白',
      '没有防控薄弱的领域',
    ]);
  });
});
