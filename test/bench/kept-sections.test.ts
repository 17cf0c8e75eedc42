import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gathered, keepSection, keptSection, type MeasuredSection } from './kept-sections.ts';
import { progressOf } from './progress.ts';
import { NOTHING } from './section.ts';

const MACHINE = {
  ...{ processor: 'a processor', cores: 2, memory: '4 GB of memory', node: '20', sqlite: '3' },
  program: 'abc1234',
};

describe('the sections of a bench that are kept', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are there for a later run of the same province, the last one of each name', () => {
    keepSection(folder, aSection('pages', { seconds: 10 }));
    keepSection(folder, aSection('pages', { seconds: 20 }));
    expect(keptSection(folder, { points: 100, seed: 1 }, 'pages')).to.deep.equal(
      aSection('pages', { seconds: 20 }),
    );
    expect(keptSection(folder, { points: 100, seed: 2 }, 'pages')).to.equal(null);
    expect(keptSection(folder, { points: 200, seed: 1 }, 'pages')).to.equal(null);
    expect(keptSection(folder, { points: 100, seed: 1 }, 'growth')).to.equal(null);
  });

  it('stand in one report only with those of the same machine and program; the others are named', () => {
    const kept: Record<string, MeasuredSection> = {
      regrade: aSection('regrade', {}),
      pages: aSection('pages', { machine: { ...MACHINE, program: 'older12' } }),
      growth: aSection('growth', { machine: { ...MACHINE, cores: 4 } }),
    };
    const names = ['regrade', 'pages', 'growth', 'import'];
    const { sections, leftOut } = gathered(names, (name) => kept[name] ?? null, MACHINE);
    expect(sections.map(({ name }) => name)).to.deep.equal(['regrade']);
    expect(leftOut).to.deep.equal([
      { name: 'pages', why: 'was measured with another program (older12)' },
      { name: 'growth', why: 'was measured on another machine' },
      { name: 'import', why: 'was not measured' },
    ]);
  });

  function aSection(name: string, other: Partial<MeasuredSection>): MeasuredSection {
    const options = { points: 100, runs: 2, seed: 1, rules: 8, forms: 3 };
    const at = { load: [0, 1] as const, at: '2021-04-22', seconds: 1 };
    return { name, options, machine: MACHINE, ...at, report: NOTHING, ...other };
  }
});

describe('the progress of a bench', () => {
  it('says which section it is at, since when, and how long the rest took the last time', () => {
    const lines: string[] = [];
    let now = 0;
    const known: Record<string, number> = { regrade: 60, pages: 600 };
    const progress = progressOf(
      ['regrade', 'pages'],
      (name) => known[name] ?? null,
      (line) => lines.push(line),
      () => now,
    );
    progress.say('100 points are filed');
    progress.sectionBegins('regrade');
    now = 20;
    progress.say('the bare update');
    delete known['pages'];
    progress.say('one cell');
    expect(lines).to.deep.equal([
      '[0/2 the province, 0 s, by the last run about 11 min left] 100 points are filed …\n',
      '[1/2 regrade, 20 s, by the last run about 11 min left] the bare update …\n',
      '[1/2 regrade, 20 s] one cell …\n',
    ]);
  });
});
