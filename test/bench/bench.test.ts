import { expect } from 'chai';
import { benchPoints } from './bench-points.ts';
import { asMarkdown, asText } from './report.ts';
import { runBench, type BenchResult } from './suite.ts';

const OPTIONS = { points: 300, runs: 2, seed: 7, rules: 8 };
const MACHINE = {
  ...{ processor: 'a processor', cores: 2, node: '20', sqlite: '3', at: '2021-04-22' },
  load: [0.5, 1] as const,
};

describe('the bench', function () {
  this.timeout(120_000);
  let result: BenchResult;

  before(async () => {
    result = await runBench(OPTIONS);
  });

  it('ends an activation where the what-if said, with every point', () => {
    const { moved, foretold, isAsForetold } = result.activation;
    expect(moved).to.equal(foretold).and.to.be.greaterThan(0);
    expect(isAsForetold).to.equal(true);
  });

  it('measures the what-if with and without a new cut and the verification, each beside a rival', () => {
    for (const { figures, rival } of [result.whatIf, result.whatIfCutAnew, result.verification]) {
      expect(figures.min).to.be.greaterThan(0);
      expect(figures.median).to.be.at.least(figures.min);
      expect(figures.p95).to.be.at.least(figures.median);
      expect(rival.sampled).to.be.greaterThan(0).and.at.most(rival.of);
      expect(rival.extrapolated).to.be.greaterThan(0);
    }
    expect(result.whatIf.rival.of).to.equal(OPTIONS.points);
  });

  it('says on what machine it ran, for people and for the repository', () => {
    for (const shown of [asText(result, MACHINE), asMarkdown(result, MACHINE)]) {
      expect(shown).to.include('a processor, 2 cores, load 0.5 → 1.0');
      expect(shown).to.include('300 points').and.to.include('end state equal');
      expect(shown).to.include('verify 8 rules × 12 facts');
    }
  });

  it('makes the same points from the same seed, and others from another', () => {
    expect(benchPoints(50, 1)).to.deep.equal(benchPoints(50, 1));
    expect(benchPoints(50, 1)).not.to.deep.equal(benchPoints(50, 2));
  });
});
