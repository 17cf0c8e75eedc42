import { expect } from 'chai';
import { benchPoints } from './bench-points.ts';
import { asChart } from './chart.ts';
import { gathered, type MeasuredSection } from './kept-sections.ts';
import { growthExponent, spread } from './measurement.ts';
import { provinceOf } from './province.ts';
import { asPlanning } from './planning.ts';
import { asJson, asMarkdown, asText, reportOf, sectionAsText, type BenchResult } from './report.ts';
import { isMet, type SectionReport } from './section.ts';
import { runBench, SECTIONS } from './suite.ts';

const NOT_RUN = ['growth', 'pages'];
const OPTIONS = { points: 2000, runs: 2, seed: 7, rules: 8, forms: 3 };
const MACHINE = {
  ...{ processor: 'a processor', cores: 2, memory: '4 GB of memory', node: '20', sqlite: '3' },
  program: 'abc1234',
};

describe('the bench', function () {
  this.timeout(240_000);
  let result: BenchResult;
  let report: SectionReport;
  const parts: string[] = [];
  const shown: string[] = [];
  const found = new Map<string, MeasuredSection>();

  before(async () => {
    const chosen = SECTIONS.filter(({ name }) => !NOT_RUN.includes(name));
    const { filing, bytes } = await runBench(OPTIONS, chosen, {
      machine: MACHINE,
      listener: {
        say: (part) => parts.push(part),
        sectionBegins: () => undefined,
        sectionEnds: (section) => {
          shown.push(sectionAsText(section));
          found.set(section.name, { ...section, load: [0.5, 1] });
        },
      },
    });
    const all = gathered(
      SECTIONS.map(({ name }) => name),
      (name) => found.get(name) ?? null,
      MACHINE,
    );
    result = { ...all, ...{ points: OPTIONS.points, seed: OPTIONS.seed, machine: MACHINE, filing, bytes } };
    report = reportOf(result);
  });

  it('ends every change of rules as judging sampled points one by one says, with boards that show it', () => {
    expect(report.faults).to.deep.equal([]);
    expect(parts)
      .to.include('regrading after a new threshold')
      .and.to.include('100 % of 2000 points are filed');
  });

  it('measures ours beside the bare update and every rival, on the same points', () => {
    const speeds = new Map(report.rows.map((row) => [row.name, row.pointsPerSecond]));
    for (const rival of [
      'bare UPDATE',
      'json-logic-engine',
      'zen-engine',
      'json-rules-engine (extrapolated)',
    ]) {
      expect(speeds.get(rival), rival).to.be.greaterThan(0);
    }
    expect(report.ratios['after one cell of the matrix, of the bare UPDATE']).to.be.greaterThan(0);
    expect(report.ratios['zen-engine of ours']).to.be.greaterThan(0);
  });

  it('promises nothing that it does not measure', () => {
    const names = report.targets.map(({ name }) => name);
    expect(names).to.include('after a new threshold, of the bare UPDATE');
    expect(names).to.include('what-if, no number cut anew, the largest bureau (p95)');
    expect(names).to.include('importing Word files by the command line');
    expect(report.targets.every(({ measured }) => measured > 0)).to.equal(true);
  });

  it('says on what machine it ran, for people and for the repository', () => {
    for (const text of [asText(result), asMarkdown(result)]) {
      expect(text).to.include('a processor, 2 cores, 4 GB of memory').and.to.include('program abc1234');
      expect(text).to.include('2,000 points').and.not.to.include('WRONG');
      expect(text).to.include('NOT HERE: growth was not measured');
    }
    expect(asMarkdown(result)).to.include('0.5 at the start, 1.0 at the end');
    expect(asMarkdown(result)).to.include('verify 8 rules × 12 facts: first hit');
  });

  it('shows each section as soon as it is there', () => {
    expect(shown).to.have.lengthOf(SECTIONS.length - NOT_RUN.length);
    expect(shown[0]).to.include('bare UPDATE … CASE of all rows').and.to.include('regrade took');
  });

  it('says what is to be planned for from what was measured alone', () => {
    const planning = asPlanning(result);
    expect(planning).to.include('a point, regraded after a new threshold').and.to.include('not measured');
    expect(planning)
      .to.match(/a point, kept \| [\d,]+ bytes/u)
      .and.not.to.match(/NaN|Infinity|undefined/u);
    expect(planning).to.include('31,000,000').and.to.include('not here: pages was not measured');
  });

  it('says to other programs what the commands promise', () => {
    const { rows, ratios, pages } = report;
    expect(asJson(result)).to.deep.include({ points: OPTIONS.points, rows, ratios, pages });
  });

  it('says of a promise whether it was kept, in the tables and on the chart', () => {
    const [first] = report.targets;
    if (first === undefined) throw new Error('there are targets');
    const slow = { ...first, measured: 0.31, promised: 0.3 };
    const fast = { ...first, bound: 'at least', measured: 200, promised: 100 } as const;
    expect([slow, fast].map(isMet)).to.deep.equal([false, true]);
    const [section] = result.sections;
    if (section === undefined) throw new Error('there are sections');
    const sections = [{ ...section, report: { ...report, targets: [slow, fast] } }];
    expect(asMarkdown({ ...result, sections })).to.include('| 0.31× | at most 0.30× | MISSED |');
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
