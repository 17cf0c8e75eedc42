import { expect } from 'chai';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './support/command.ts';

const SAMPLES = fileURLToPath(new URL('intake/samples', import.meta.url));
const BAD_REGISTER = `${SAMPLES}/bad-register.csv`;
const NOTICE = fileURLToPath(new URL('../rules/grading/notice-2021.json', import.meta.url));
const REGISTER = `${SAMPLES}/register-utf8.csv`;

/** What the notice's table gives for the fourteen points of the sample registers, in their order. */
const GRADES_BY_NOTICE = [1, 2, 3, 1, 2, 1, 1, 1, 2, 1, 2, 3, 1, 2];

describe('the command line', () => {
  let folder: string;
  let database: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
    database = join(folder, 'test.sqlite');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs a command with `--json` and reads the one document it prints. */
  async function json(...words: readonly string[]): Promise<Record<string, unknown>> {
    const { output, errors } = await runCommand(...words, '--json');
    try {
      return JSON.parse(output) as Record<string, unknown>;
    } catch {
      throw new Error(`not one JSON document: ${output}${errors}`);
    }
  }

  for (const register of ['register-utf8.csv', 'register-gb18030.csv']) {
    it(`grades all fourteen points of ${register} by the notice, each with its clause`, async () => {
      const graded = await json('grade', `${SAMPLES}/${register}`, '--rulebook', NOTICE);
      const points = graded['points'] as {
        grade: number;
        because: { clause: string; reference: string }[];
      }[];
      expect(points.map(({ grade }) => grade)).to.deep.equal(GRADES_BY_NOTICE);
      for (const { grade, because } of points) {
        expect(because.map(({ clause }) => clause)).to.include(`3.3-grade-${String(grade)}`);
      }
      expect(graded['counts']).to.deep.equal({ '1': 7, '2': 5, '3': 2, unassessed: 0 });
    });
  }

  it('imports a register twice, and the second time changes nothing', async () => {
    const first = await json('import', REGISTER, '--year', '2021', '--database', database);
    expect(first).to.deep.include({ written: true, created: 3, unchanged: 0, replaced: 0 });
    expect(first['createdPosts']).to.deep.equal(['财务管理岗', '政府采购岗', '行政审批岗']);
    const second = await json('import', REGISTER, '--year', '2021', '--database', database);
    expect(second).to.deep.include({ created: 0, unchanged: 3, replaced: 0, createdUnits: [] });
    const coverage = await json('coverage', '--year', '2021', '--database', database);
    const cells = coverage['cells'] as { unit: string; domain: string; status: string; points: number }[];
    const procurement = cells.find(({ unit, domain }) => unit === '办公室' && domain === 'procurement');
    expect(procurement).to.include({ status: 'weak', points: 6 });
    expect(cells.filter(({ unit }) => unit === '办公室')).to.have.lengthOf(11);
    const graded = await json('grade', '--year', '2021', '--database', database);
    expect(graded).to.deep.include({
      points: 14,
      changed: 0,
      counts: { '1': 7, '2': 5, '3': 2, unassessed: 0 },
    });
    expect(await json('audit', 'verify', '--database', database)).to.include({ ok: true, firstBad: null });
  });

  it('finds by a kept verification that the trail was cut since', async () => {
    await runCommand('import', REGISTER, '--year', '2021', '--database', database);
    const checkpoint = join(folder, 'checkpoint.json');
    const kept = await json('audit', 'verify', '--database', database);
    const head = kept['head'] as { sequence: number; hash: string };
    writeFileSync(checkpoint, JSON.stringify({ ...kept, head: { ...head, sequence: head.sequence + 1 } }));
    const { status, output } = await runCommand(
      'audit',
      'verify',
      '--checkpoint',
      checkpoint,
      '--database',
      database,
    );
    expect(status).to.equal(1);
    expect(output).to.include('审计链不完整');
  });

  it('refuses a register with errors whole, names each place and exits with 1', async () => {
    await runCommand('migrate', '--database', database);
    const { status, output } = await runCommand(
      'import',
      BAD_REGISTER,
      '--year',
      '2021',
      '--database',
      database,
      '--json',
    );
    expect(status).to.equal(1);
    const result = JSON.parse(output) as {
      written: boolean;
      files: { findings: { position: { line: number }; field: string }[] }[];
    };
    expect(result.written).to.equal(false);
    const places = result.files[0]?.findings.map(({ position, field }) => [position.line, field]);
    expect(places).to.deep.equal([
      [3, 'probability'],
      [4, 'text'],
      [5, 'unit'],
    ]);
    expect(await json('grade', '--year', '2021', '--database', database).catch(String)).to.include(
      '没有 2021 年度',
    );
  });

  for (const [what, words, wanted] of [
    ['a refused import', [BAD_REGISTER], 1],
    ['a dry run', [REGISTER, '--dry-run'], 0],
    ['an import of a file that is not there', ['nothing-here.docx'], 2],
  ] as const) {
    it(`makes no database for ${what} where there is none`, async () => {
      const { status } = await runCommand('import', ...words, '--year', '2021', '--database', database);
      expect([status, readdirSync(folder)]).to.deep.equal([wanted, []]);
    });
  }

  for (const words of [
    ['audit', 'verify'],
    ['coverage', '--year', '2021'],
    ['grade', '--year', '2021'],
  ]) {
    it(`makes no database for ${words.join(' ')} where there is none`, async () => {
      const { status, errors } = await runCommand(...words, '--database', database);
      expect(status).to.equal(2);
      expect(errors).to.include('没有数据库文件');
      expect(existsSync(database)).to.equal(false);
    });
  }

  it('says so when the file named is no database', async () => {
    const { status, errors } = await runCommand('audit', 'verify', '--database', REGISTER);
    expect(status).to.equal(2);
    expect(errors).to.include('不是数据库文件');
  });

  const misuses: readonly (readonly [string, readonly string[]])[] = [
    ['a file that is not there', ['read', 'nothing-here.docx']],
    ['no file at all', ['read']],
    ['an unknown command', ['regrade']],
    ['an unknown option', ['read', REGISTER, '--fast']],
    ['a year that is none', ['import', REGISTER, '--year', '21']],
    ['a checkpoint that is not there', ['audit', 'verify', '--checkpoint', 'nothing.json']],
    ['a checkpoint that is none', ['audit', 'verify', '--checkpoint', REGISTER]],
    ['grade without a rulebook or a year', ['grade', REGISTER]],
    ['a rulebook that is not there', ['grade', REGISTER, '--rulebook', 'rules/grading/none.json']],
    [
      'a rulebook of another kind',
      ['grade', REGISTER, '--rulebook', NOTICE.replace('grading/notice-2021', 'coverage/key-domains')],
    ],
  ];
  for (const [what, words] of misuses) {
    it(`exits with 2 for ${what}, and says what to do`, async () => {
      const { status, output, errors } = await runCommand(...words);
      expect(status).to.equal(2);
      expect(output).to.equal('');
      expect(errors).not.to.include('    at ');
      expect(errors.trim()).not.to.equal('');
    });
  }

  it('exits with 1 for a rulebook with an inversion, and shows the facts that prove it', async () => {
    const broken = join(folder, 'broken.json');
    const text = readFileSync(NOTICE, 'utf8');
    const rulebook = JSON.parse(text) as {
      base: { cells: { row: string; column: string; grade: number }[] };
    };
    for (const cell of rulebook.base.cells)
      if (cell.row === 'high' && cell.column === 'serious') cell.grade = 3;
    writeFileSync(broken, JSON.stringify(rulebook));
    const { status, output } = await runCommand('rules', 'check', broken, '--json');
    const { findings } = JSON.parse(output) as { findings: { kind: string; facts: object }[] };
    expect(status).to.equal(1);
    expect(findings.map(({ kind }) => kind)).to.include.members(['example', 'non-monotone']);
  });
});
