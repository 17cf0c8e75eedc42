import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readDemoBureau } from '../../data/demo/demo-bureau-reader.ts';
import { writeDemo } from '../../data/demo/demo-files.ts';
import { plantedIn, type Planted } from '../../data/demo/planted.ts';

const COMMITTED = `${import.meta.dirname}/../../data/demo`;

/** Digests of everything that is made from the content, by file. */
function digestsIn(folder: string): Readonly<Record<string, string>> {
  const made = [
    'README.md',
    'planted.json',
    ...readdirSync(`${folder}/files`).map((file) => `files/${file}`),
  ];
  return Object.fromEntries(
    made.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(`${folder}/${file}`))
        .digest('hex'),
    ]),
  );
}

/** The data rows of the tables in the README's section under a heading, each as its cells. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const sections = readFileSync(`${COMMITTED}/README.md`, 'utf8').split(/^#+ /mu);
  const section = sections.find((text) => text.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| --- .*\n((?:\|.*\n?)*)/gmu)].flatMap(([, rows = '']) =>
    rows
      .trim()
      .split('\n')
      .map((row) => row.slice(2, -2).split(' | ')),
  );
}

describe("the demo bureau's files", () => {
  const bureau = readDemoBureau();
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-demo-'));

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('are made again byte for byte', async () => {
    await writeDemo(bureau, folder);
    expect(digestsIn(folder)).to.deep.equal(digestsIn(COMMITTED));
  });

  it('are one or more for every unit, and two registers', () => {
    const files = readdirSync(`${COMMITTED}/files`);
    const units = bureau.filter(({ unit }) => files.some((file) => file.startsWith(`${unit}-`)));
    expect(units).to.have.length(bureau.length);
    expect(files.filter((file) => file.endsWith('.csv'))).to.have.members([
      '招商服务中心登记表.csv',
      '风险点评估登记表.csv',
    ]);
  });
});

describe('what is planted in the demo bureau', () => {
  const planted = plantedIn(readDemoBureau());

  const sizes: readonly (readonly [string, (found: Planted) => number, number, number])[] = [
    ['units', ({ counts }) => counts.units, 12, 16],
    ['posts', ({ counts }) => counts.posts, 60, 80],
    ['risk points', ({ counts }) => counts.points, 290, 310],
    ['unassessed risk points', ({ unassessed }) => unassessed.length, 20, 20],
    ['risk points without a measure', ({ withoutMeasure }) => withoutMeasure.length, 10, 10],
    ['groups of copied boilerplate', ({ boilerplate }) => boilerplate.length, 3, 3],
    ['coverage gaps', ({ gaps }) => gaps.length, 5, 5],
    [
      'declared grades that the rules contradict',
      ({ contradictedGrades }) => contradictedGrades.length,
      2,
      2,
    ],
  ];
  for (const [what, sizeOf, least, most] of sizes) {
    const expected = least === most ? String(least) : `${String(least)} to ${String(most)}`;
    it(`is ${expected} ${what}`, () => {
      expect(sizeOf(planted)).to.be.within(least, most);
    });
  }

  it('gives nobody two forms', () => {
    expect(planted.counts.people).to.equal(planted.counts.entries);
  });

  it('counts every risk point under one grade or as unassessed', () => {
    const { byGrade, points } = planted.counts;
    expect(Object.values(byGrade).reduce((total, count) => total + count, 0)).to.equal(points);
    expect(byGrade.待评定).to.equal(planted.unassessed.length);
  });
});

describe("the demo bureau's README", () => {
  const planted = JSON.parse(readFileSync(`${COMMITTED}/planted.json`, 'utf8')) as Planted;

  it('names the counts of planted.json', () => {
    const text = readFileSync(`${COMMITTED}/README.md`, 'utf8');
    const { units, posts, people, points, byGrade } = planted.counts;
    expect(text)
      .to.include(`${String(units)} 个单位`)
      .and.to.include(`${String(posts)} 个岗位，${String(people)} 人`);
    expect(text).to.include(
      `风险点 ${String(points)} 个：一级 ${String(byGrade.一级)}、二级 ${String(byGrade.二级)}、三级 ${String(byGrade.三级)}、待评定 ${String(byGrade.待评定)}`,
    );
  });

  for (const [heading, listed] of [
    ['待评定的风险点', planted.unassessed],
    ['没有防控措施的风险点', planted.withoutMeasure],
    ['内容雷同的套话', planted.boilerplate.flatMap(({ points }) => points)],
    ['填报等级与规则不符', planted.contradictedGrades],
  ] as const) {
    it(`lists under ${heading} what planted.json lists`, () => {
      const places = listed.map(({ unit, name, post, ordinal }) => [
        ...[unit, name ?? '—', post ?? '—', String(ordinal)],
      ]);
      expect(rowsUnder(heading).map((cells) => cells.slice(0, 4))).to.deep.equal(places);
    });
  }

  it('lists as many gaps as planted.json', () => {
    expect(rowsUnder('排查空白').map(([unit]) => unit)).to.deep.equal(planted.gaps.map(({ unit }) => unit));
  });

  it('adds the units of its table up to the counts', () => {
    const columns = rowsUnder('数量').filter((cells) => cells.length === 10);
    const total = (column: number): number => columns.reduce((sum, cells) => sum + Number(cells[column]), 0);
    const { posts, points, byGrade } = planted.counts;
    expect([4, 5, 6, 7, 8, 9].map(total)).to.deep.equal([
      ...[posts, points, byGrade.一级, byGrade.二级],
      ...[byGrade.三级, byGrade.待评定],
    ]);
  });
});
