import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changedBy } from '../../src/tuning/effect/frozen-impact.ts';
import { runCommand } from '../support/command.ts';
import { otherKeywords, stricterCoverage } from '../support/kind-draft.ts';
import { shippedText } from '../support/shipped-rulebooks.ts';

const REGISTER = fileURLToPath(new URL('../intake/samples/register-utf8.csv', import.meta.url));

describe('rules simulate', () => {
  let folder: string;
  let database: string;
  let draft: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-simulate-'));
    database = join(folder, 'test.sqlite');
    draft = join(folder, 'draft.json');
    await runCommand('import', REGISTER, '--year', '2021', '--database', database);
    const milder = shippedText('grading/notice-2021.json').replace(/"grade": 1/gu, '"grade": 2');
    writeFileSync(draft, milder);
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function simulate(...words: readonly string[]) {
    return runCommand('rules', 'simulate', ...words, '--year', '2021', '--database', database);
  }

  it('says in one document what would move where, in all and per division', async () => {
    const { output, status } = await simulate(draft, '--json');
    const moves = [{ from: 1, to: 2, count: 7 }];
    const said = JSON.parse(output) as { divisions: { unit: string; moves: { count: number }[] }[] };
    expect(status).to.equal(0);
    expect(said).to.deep.include({ points: 14, changed: 7, moves });
    const perDivision = said.divisions.flatMap((division) => division.moves.map(({ count }) => count));
    expect(perDivision.reduce((sum, count) => sum + count, 0)).to.equal(7);
  });

  it('says the same in words', async () => {
    const { output } = await simulate(draft);
    expect(output)
      .to.match(/^共 14 个风险点，其中 7 个的等级会变/u)
      .and.to.include('一级 → 二级：7 个');
  });

  it('takes a version of the database by name, and writes nothing', async () => {
    const graded = await runCommand('grade', '--year', '2021', '--json', '--database', database);
    const bytes = readFileSync(database);
    const { output } = await simulate('notice-2021@shipped', '--json');
    expect(JSON.parse(output)).to.deep.include({ points: 14, changed: 0, moves: [] });
    expect(readFileSync(database).equals(bytes)).to.equal(true);
    expect(JSON.parse(graded.output)).to.deep.include({ changed: 0 });
  });

  for (const [rulebook, document, words] of [
    [stricterCoverage(), { kind: 'coverage' }, /处（处室 × 重点领域）中 \d+ 处覆盖情况变动|没有哪一处/u],
    [otherKeywords(), { kind: 'domain', pointsRead: 14 }, /14 个风险点中 \d+ 个|没有风险点或岗位/u],
  ] as const) {
    it(`says what a ${rulebook.kind} rulebook would do, in one document and in words, and writes nothing`, async () => {
      const file = join(folder, `${rulebook.kind}.json`);
      writeFileSync(file, JSON.stringify(rulebook));
      const bytes = readFileSync(database);
      const { output, status } = await simulate(file, '--json');
      expect(status).to.equal(0);
      const said = JSON.parse(output) as {
        divisions: { unit: string; unitId?: number }[];
        domains: unknown[];
      };
      expect(said).to.deep.include(document);
      expect(said.domains).to.have.lengthOf(11);
      expect(said.divisions.every(({ unit, unitId }) => unit !== '' && unitId === undefined)).to.equal(true);
      expect((await simulate(file)).output).to.match(words);
      expect(readFileSync(database).equals(bytes)).to.equal(true);
    });

    it(`says that the ${rulebook.kind} rulebook in force would change nothing`, async () => {
      const { output } = await simulate(`${rulebook.name}@shipped`, '--json');
      const said = JSON.parse(output) as Parameters<typeof changedBy>[0];
      expect(changedBy(said)).to.equal(0);
    });
  }

  it('says each fault of an unsound rulebook on a line of its own, with the remedy', async () => {
    const file = join(folder, 'unsound.json');
    writeFileSync(file, '{"kind":"grading","name":"X Y","bad":1}');
    const { status, errors } = await simulate(file);
    expect(status).to.equal(2);
    const lines = errors.trimEnd().split('\n');
    expect(lines)
      .to.include('缺少“title”。请补上“title”。')
      .and.include('不允许写“bad”。请删去，或核对是否拼写有误。');
    expect(lines.at(-1)).to.equal('请用 rules check 逐条核对。');
  });

  for (const [what, words] of [
    ['a rulebook that is not there', ['none@shipped']],
    ['a file that is none', [REGISTER]],
  ] as const) {
    it(`says that it was given ${what}, and ends with 2`, async () => {
      const { status, errors } = await simulate(...words);
      expect(status).to.equal(2);
      expect(errors).to.match(/[。]/u);
    });
  }
});
