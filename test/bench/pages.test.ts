import { expect } from 'chai';
import { benchPages, benchViewers, type BenchPage } from './bench-pages.ts';
import { boardsBench } from './pages-bench.ts';
import { pagesReport } from './pages-report.ts';
import { provinceOf } from './province.ts';
import { onCopy, provinceTemplate } from './template.ts';
import type { Visits } from './visits.ts';

const OPTIONS = { points: 1000, runs: 2, seed: 7, rules: 8, forms: 10 };

describe('the pages of the bench', function () {
  this.timeout(120_000);

  it('are boards that a served province answers, visited as often as was asked for', async () => {
    const template = await provinceTemplate(OPTIONS);
    const visits = await onCopy(template, (desk, copy) => boardsBench(desk, copy, OPTIONS));
    expect([...visits.keys()].map(({ name }) => name)).to.include.members([
      'province /board',
      'region /region',
    ]);
    for (const [{ name }, times] of visits) expect(times, name).to.have.lengthOf(OPTIONS.runs);
  });

  it('are told with their percentiles, and what is promised of them with what was measured', () => {
    const quiet = visitsTaking(40);
    const report = pagesReport(
      {
        quiet: [quiet, visitsTaking(90), visitsTaking(300)],
        activating: visitsTaking(60),
        startUp: 900,
        memory: { now: 200 * 2 ** 20, most: 250 * 2 ** 20 },
      },
      [
        { points: 10, visits: visitsTaking(20) },
        { points: 1000, visits: visitsTaking(25) },
      ],
    );
    expect(report.targets.map(({ measured, unit }) => [measured, unit])).to.deep.equal([
      [40, 'ms'],
      [1.5, '×'],
      [1.25, '×'],
      [250, 'MB'],
    ]);
    const name = [...quiet.keys()][0]?.name;
    const first = { name, users: 1, isActivating: false, visits: 2, p50ms: 40, p95ms: 40, p99ms: 40 };
    expect(report.pages[0]).to.deep.equal(first);
  });

  it('have names of their own', () => {
    const names = pages().map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).to.deep.equal([]);
  });
});

function visitsTaking(milliseconds: number): Visits {
  return new Map(pages().map((page) => [page, [milliseconds, milliseconds]]));
}

function pages(): readonly BenchPage[] {
  const [largest, bureau] = provinceOf(1000, 1);
  if (largest === undefined || bureau === undefined) throw new Error('a province has bureaus');
  return benchPages(bureau, largest, benchViewers(bureau, largest));
}
