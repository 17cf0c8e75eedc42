import { expect } from 'chai';
import { benchPoints } from './bench-points.ts';
import { asChart } from './chart.ts';
import { spread } from './measurement.ts';
import { asMarkdown, asText } from './report.ts';
import { runBench, type BenchResult } from './suite.ts';
import { targetsOf } from './targets.ts';

const OPTIONS = { points: 300, runs: 2, seed: 7, rules: 8 };
const MACHINE = {
  ...{
    processor: 'a processor',
    cores: 2,
    memory: '4 GB of memory',
    node: '20',
    sqlite: '3',
    at: '2021-04-22',
  },
  ...{ load: [0.5, 1] as const, seconds: 12 },
};

describe('the bench', function () {
  this.timeout(120_000);
  let result: BenchResult;
  const parts: string[] = [];

  before(async () => {
    result = await runBench(OPTIONS, (part) => parts.push(part));
  });

  it('ends activations where the what-if said, with every point', () => {
    for (const { moved, foretold, isAsForetold } of [result.activation, result.activationCutAnew]) {
      expect(moved).to.equal(foretold).and.to.be.greaterThan(0);
      expect(isAsForetold).to.equal(true);
    }
  });

  it('measures activations beside the bare update of all points, and the tidying afterwards', () => {
    expect(result.floor.milliseconds).to.be.greaterThan(0);
    expect(result.floor.processor).to.be.greaterThan(0);
    for (const { milliseconds, processor, longestStep, tidying } of [
      result.activation,
      result.activationCutAnew,
    ]) {
      expect(milliseconds).to.be.greaterThan(0);
      expect(processor).to.be.greaterThan(0);
      expect(longestStep)
        .to.be.greaterThan(0)
        .and.at.most(milliseconds + tidying);
      expect(tidying).to.be.greaterThan(0);
    }
  });

  it('measures the what-if with and without a new cut and the verification, each beside a rival', () => {
    for (const { figures, rival } of [result.whatIf, result.whatIfCutAnew, ...result.verification]) {
      expect(figures.min).to.be.greaterThan(0);
      expect(figures.median).to.be.at.least(figures.min);
      expect(figures.p95).to.be.at.least(figures.median);
      expect(rival.sampled).to.be.greaterThan(0).and.at.most(rival.of);
      expect(rival.extrapolated).to.be.greaterThan(0);
    }
    expect(result.whatIf.rival.of).to.equal(OPTIONS.points);
  });

  it('asks fresh processes for their first answers', () => {
    for (const { min, p95 } of [result.first.noCut, result.first.cutAnew]) {
      expect(min).to.be.greaterThan(0).and.at.most(p95);
    }
  });

  it('says what it begins, and on what machine it ran, for people and for the repository', () => {
    expect(parts).to.include('what-if').and.to.include('activation');
    for (const shown of [asText(result, MACHINE), asMarkdown(result, MACHINE)]) {
      expect(shown).to.include('a processor, 2 cores, 4 GB of memory');
      expect(shown).to.include('load average 0.5 at the start, 1.0 at the end');
      expect(shown).to.include('300 points').and.to.match(/equal/u).and.not.to.include('DIFFERENT');
      expect(shown).to.include('verify 8 rules × 12 facts: first hit');
    }
  });

  it('computes which targets were met, in the tables and on the chart', () => {
    const slow = { ...result, whatIf: { ...result.whatIf, figures: { ...result.whatIf.figures, p95: 301 } } };
    const [first, ...others] = targetsOf(slow);
    expect(first).to.include({ measured: 301, most: 300, isMet: false });
    expect(others.map(({ measured, most, isMet }) => isMet === measured <= most)).to.deep.equal(
      others.map(() => true),
    );
    expect(asMarkdown(slow, MACHINE)).to.match(/no number cut anew \(p95\) \| 301 \| 300 \| MISSED/u);
    expect(asChart(targetsOf(slow), 'A chart')).to.include('301 of 300 ms (100 %), missed');
  });

  it('makes the same points from the same seed, and others from another', () => {
    expect(benchPoints(50, 1)).to.deep.equal(benchPoints(50, 1));
    expect(benchPoints(50, 1)).not.to.deep.equal(benchPoints(50, 2));
  });
});

describe('the spread of times', () => {
  it('is the best, the middle and the one that 19 of 20 stay below', () => {
    const times = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect(spread(times)).to.deep.equal({ min: 1, median: 10, p95: 19 });
    expect(spread([5])).to.deep.equal({ min: 5, median: 5, p95: 5 });
  });
});
