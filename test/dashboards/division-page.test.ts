import { expect } from 'chai';
import type { DivisionFigures } from '../../src/dashboards/board.ts';
import { divisionListPage, ownDivisions } from '../../src/dashboards/division-list-page.ts';
import { divisionPage, type DivisionPage } from '../../src/dashboards/division-page.ts';
import { divisionPath, readDivisionId } from '../../src/dashboards/paths.ts';
import { wordsOf } from '../../src/language/sentence.ts';
import { zh } from '../../src/language/zh.ts';
import { coverageCell, divisionFigures, gradeCounts, orgUnit } from '../support/board-figures.ts';

function page(named: Partial<DivisionFigures> = {}, seesBoard = true): DivisionPage {
  return divisionPage(
    divisionFigures(named),
    {},
    { seesBoard, assesses: true, rights: { requestExemption: true, upload: true } },
    zh,
  );
}

describe("a division's page", () => {
  it('speaks of the division, and narrows every link to it', () => {
    const { finding, figures } = page({ gaps: 1 });
    const hrefs = [...finding, ...figures.map(({ value }) => value)].flatMap(({ href }) => href ?? []);
    expect([wordsOf(finding).startsWith('办公室共排查风险点 8 个'), hrefs.length > 5]).to.deep.equal([
      true,
      true,
    ]);
    expect(hrefs.filter((href) => !/unit=2|divisions\/2#gaps/u.test(href))).to.deep.equal([]);
  });

  it('leads from each number of a post to the list behind it', () => {
    const { table } = page().bars;
    expect([table.rows[0]?.name, table.rows[0]?.cells[0]?.href, table.total?.cells[0]?.href]).to.deep.equal([
      '政府采购岗',
      '/points?unit=2&post=7&grade=1',
      '/points?unit=2&grade=1',
    ]);
  });

  it('shows the worst fifty of very many posts, and says so', () => {
    const posts = Array.from({ length: 120 }, (_, index) => ({
      ...{ postId: index + 1, post: `岗位${String(index + 1)}`, counts: gradeCounts(120 - index) },
    }));
    const { sub, table } = page({ posts }).bars;
    expect([table.rows.length, table.rows[49]?.name]).to.deep.equal([50, '岗位50']);
    expect(sub).to.match(/^120 个岗位中.*最多的 50 个/u);
  });

  it("names the division's own risks", () => {
    const posts = [{ postId: null, post: '办公室', counts: gradeCounts(1) }];
    expect(page({ posts }).bars.table.rows[0]?.name).to.equal('单位自身风险');
  });

  it('leads back to the board those who see it, and nobody else', () => {
    expect([page({}, true), page({}, false)].map(({ crumbs }) => crumbs[0]?.href)).to.deep.equal([
      '/board',
      null,
    ]);
  });

  it('leaves out domains without a point, of which a division has many', () => {
    const { sub, table } = page().domains;
    expect([table.rows.map(({ name }) => name), sub.endsWith('没有风险点的领域不列')]).to.deep.equal([
      ['采购工作'],
      true,
    ]);
  });

  it('says that nothing is left to do where nothing is', () => {
    expect(page().gaps.heading).to.equal('没有排查空白和防控薄弱的领域');
  });

  it('does not praise a division that was expected to cover nothing', () => {
    expect(page({ coverage: [] }).gaps.sub).to.contain('没有岗位职责涉及重点领域');
  });

  it('titles what is left to do with its finding', () => {
    const cell = coverageCell(2, '办公室', 'assets', 'gap');
    const { heading, sub } = page({
      coverage: [cell],
      gaps: 1,
      toDos: [{ cell, posts: [], exemptionId: null }],
    }).gaps;
    expect([heading, sub]).to.deep.equal([
      '下一步怎么办：办公室的资产管理应查未查',
      '排查空白 1 处，防控薄弱 0 处',
    ]);
  });
});

describe('the divisions among which one chooses', () => {
  const section = orgUnit(9, '综合科', 'section');

  it('are divisions and affiliates, not the bureau and not their sections', () => {
    const units = [
      orgUnit(1, '市商务局', 'bureau'),
      orgUnit(2, '办公室'),
      orgUnit(4, '招商中心', 'affiliate'),
      section,
    ];
    expect(ownDivisions(units).map(({ id }) => id)).to.deep.equal([2, 4]);
  });

  it('are sections where somebody reaches nothing above them', () => {
    expect(ownDivisions([section]).map(({ id }) => id)).to.deep.equal([9]);
  });

  it('are listed with their kind and page', () => {
    const hrefOf = (id: number): string => divisionPath(id, { year: 2020 });
    expect(divisionListPage([orgUnit(2, '办公室')], hrefOf, zh).divisions).to.deep.equal([
      { name: '办公室', kind: '处室', href: '/board/divisions/2?year=2020' },
    ]);
  });

  it('says whom to ask where there are none', () => {
    expect(divisionListPage([], divisionPath, zh).sub).to.contain('请联系局办公室');
  });
});

describe("the address of a division's page", () => {
  it('names the division', () => {
    expect([divisionPath(3), readDivisionId('3'), readDivisionId('x')]).to.deep.equal([
      '/board/divisions/3',
      3,
      null,
    ]);
  });
});
