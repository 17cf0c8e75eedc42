import { expect } from 'chai';
import { benchPoints } from './bench-points.ts';
import { asChart } from './chart.ts';
import { growthExponent, spread } from './measurement.ts';
import { provinceOf } from './province.ts';
import { asJson, asMarkdown, asText } from './report.ts';
import { isMet } from './section.ts';
import { runBench, SECTIONS, type BenchResult } from './suite.ts';

const OPTIONS = { points: 2000, runs: 2, seed: 7, rules: 8, forms: 3 };
const MACHINE = {
  ...{ processor: 'a processor', cores: 2, memory: '4 GB of memory', node: '20', sqlite: '3' },
  ...{ at: '2021-04-22', load: [0.5, 1] as const, seconds: 12 },
};

describe('the bench', function () {
  this.timeout(240_000);
  let result: BenchResult;
  const parts: string[] = [];

  before(async () => {
    const sections = SECTIONS.filter(({ name }) => !['growth', 'pages'].includes(name));
    result = await runBench(OPTIONS, sections, (part) => parts.push(part));
  });

  it('ends every change of rules as judging sampled points one by one says, with boards that show it', () => {
    expect(result.report.faults).to.deep.equal([]);
    expect(parts).to.include('regrading after a new threshold');
  });

  it('measures ours beside the bare update and every rival, on the same points', () => {
    const speeds = new Map(result.report.rows.map((row) => [row.name, row.pointsPerSecond]));
    for (const rival of [
      'bare UPDATE',
      'json-logic-engine',
      'zen-engine',
      'json-rules-engine (extrapolated)',
    ]) {
      expect(speeds.get(rival), rival).to.be.greaterThan(0);
    }
    expect(result.report.ratios['after one cell of the matrix, of the bare UPDATE']).to.be.greaterThan(0);
    expect(result.report.ratios['zen-engine of ours']).to.be.greaterThan(0);
  });

  it('promises nothing that it does not measure', () => {
    const names = result.report.targets.map(({ name }) => name);
    expect(names).to.include('after a new threshold, of the bare UPDATE');
    expect(names).to.include('what-if, no number cut anew, the largest bureau (p95)');
    expect(names).to.include('importing Word files by the command line');
    expect(result.report.targets.every(({ measured }) => measured > 0)).to.equal(true);
  });

  it('says on what machine it ran, for people and for the repository', () => {
    for (const shown of [asText(result, MACHINE), asMarkdown(result, MACHINE)]) {
      expect(shown).to.include('a processor, 2 cores, 4 GB of memory');
      expect(shown).to.include('load average 0.5 at the start, 1.0 at the end');
      expect(shown).to.include('2,000 points').and.not.to.include('WRONG');
      expect(shown).to.include('verify 8 rules × 12 facts: first hit');
    }
  });

  it('says to other programs what the commands promise', () => {
    const { rows, ratios, pages } = result.report;
    expect(asJson(result, MACHINE)).to.deep.include({ points: OPTIONS.points, rows, ratios, pages });
  });

  it('says of a promise whether it was kept, in the tables and on the chart', () => {
    const [first] = result.report.targets;
    if (first === undefined) throw new Error('there are targets');
    const slow = { ...first, measured: 0.31, promised: 0.3 };
    const fast = { ...first, bound: 'at least', measured: 200, promised: 100 } as const;
    expect([slow, fast].map(isMet)).to.deep.equal([false, true]);
    const shown = asMarkdown({ ...result, report: { ...result.report, targets: [slow, fast] } }, MACHINE);
    expect(shown).to.include('| 0.31× | at most 0.30× | MISSED |');
    expect(asChart([slow, fast], 'A chart'))
      .to.include('0.31×, at most 0.30× (103 %), missed')
      .and.to.include('200×, at least 100× (50 %), met');
  });

  it('makes the same points from the same seed, and others from another', () => {
    expect(benchPoints(50, 1)).to.deep.equal(benchPoints(50, 1));
    expect(benchPoints(50, 1)).not.to.deep.equal(benchPoints(50, 2));
  });
});

describe('a generated province', () => {
  it('has a hundred bureaus of very different sizes, with all points between them', () => {
    const places = provinceOf(100_000, 1);
    const sizes = places.map(({ points }) => points);
    expect(places).to.have.lengthOf(100);
    expect(sizes.reduce((sum, size) => sum + size, 0)).to.equal(100_000);
    expect(Math.max(...sizes)).to.be.greaterThan(20 * Math.min(...sizes));
    expect(places.at(-1)?.firstPoint).to.equal(100_000 - (sizes.at(-1) ?? 0) + 1);
  });
});

describe('the exponent of growth', () => {
  it('is one where twice the points take twice the time, and nothing where they take no longer', () => {
    expect(growthExponent([10, 100, 1000], [3, 30, 300])).to.be.closeTo(1, 1e-9);
    expect(growthExponent([10, 100, 1000], [7, 7, 7])).to.be.closeTo(0, 1e-9);
  });
});

describe('the spread of times', () => {
  it('is the best, the middle and the one that 19 of 20 stay below', () => {
    const times = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect(spread(times)).to.deep.equal({ min: 1, median: 10, p95: 19 });
    expect(spread([5])).to.deep.equal({ min: 5, median: 5, p95: 5 });
  });
});
