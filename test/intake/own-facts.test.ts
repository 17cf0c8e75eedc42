import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { PointFacts } from '../../src/grading/case.ts';
import { fileGrader } from '../../src/grading/grade-file.ts';
import { risksInFile } from '../../src/intake/file-facts.ts';
import { readFileBytes } from '../../src/intake/file-reader.ts';
import { findingWords } from '../../src/intake/finding.ts';
import type { Position } from '../../src/intake/read-form.ts';
import type { Words } from '../../src/language/words.ts';
import { zh } from '../../src/language/zh.ts';
import { declaredFacts } from '../../src/rulebooks/rulebook-facts.ts';
import type { Grade } from '../../src/rulebooks/rulebook.ts';
import { runCommand } from '../support/command.ts';
import { shippedGrading } from '../support/shipped-rulebooks.ts';

interface Graded {
  readonly points: readonly {
    readonly text: string;
    readonly grade: Grade | null;
    readonly own: PointFacts['own'];
  }[];
  readonly findings: readonly (Words & { readonly code: string; readonly position: Position })[];
}

/** Reads and grades a file as `grade FILE --rulebook R` does. */
async function grade(text: string, rulebook: string): Promise<Graded> {
  const standard = shippedGrading(`grading/${rulebook}.json`);
  const facts = declaredFacts(standard);
  const { forms, findings } = await readFileBytes(Buffer.from(text), 'register', {
    ...standard.scales,
    facts,
  });
  const grader = fileGrader(standard);
  const points = risksInFile(forms, facts).map(async ({ risk, facts: known }) => {
    return { text: risk.text.value, grade: (await grader(known)).grade, own: known.own };
  });
  return {
    points: await Promise.all(points),
    findings: findings.map((found) => ({
      ...findingWords(found, zh),
      code: found.code,
      position: found.position,
    })),
  };
}

function gradesIn({ points }: Graded): readonly (readonly [string, number | null])[] {
  return points.map(({ text, grade: found }) => [text, found]);
}

describe('a register with columns of a rulebook’s own facts', () => {
  it('is graded by the kind of power held, whether headers are titles in Chinese, in English, or names', async () => {
    for (const [power, amount] of [
      ['权力事项', '年度经手金额（万元）'],
      ['Kind of power', 'Amount handled per year'],
      ['powerKind', 'annualAmount'],
    ]) {
      const rows = [
        `单位,姓名,岗位,潜在风险,${String(power)},${String(amount)},审批环节人数`,
        '规划财务处,张三,出纳岗,风险甲,财务资金,30,3人',
        '办公室,李四,文秘岗,风险乙,internal-affairs,"1,200 万元",2',
        '办公室,王五,后勤岗,风险丙,Internal affairs,-,1',
        '办公室,赵六,信息岗,风险丁,,5,3',
      ];
      const graded = await grade(rows.join('\n'), 'power-held');
      expect(gradesIn(graded)).to.deep.equal([
        ['风险甲', 1],
        ['风险乙', 1],
        ['风险丙', 2],
        ['风险丁', null],
      ]);
      expect(graded.findings).to.deep.equal([]);
    }
  });

  it('is graded by how many of five criteria are met, with more columns of criteria than of the form', async () => {
    const rows = [
      '单位,岗位,潜在风险,直接经手资金、物资或项目,自由裁量空间大,可由一人决定或办结,经常直接面对服务或管理对象,近三年有信访、审计或巡察问题',
      '市场处,展会岗,风险甲,是,√,有,符合,否',
      '市场处,展会岗,风险乙,是,×,无,否,1',
      '市场处,展会岗,风险丙,0,0,0,0,0',
      '市场处,展会岗,风险丁,是,是,是,是,待定',
    ];
    const graded = await grade(
      rows.join('\n').replaceAll('市场处,展会岗', '市场处,张三,展会岗').replace('单位,', '单位,姓名,'),
      'five-criteria',
    );
    expect(gradesIn(graded)).to.deep.equal([
      ['风险甲', 1],
      ['风险乙', 2],
      ['风险丙', 3],
      ['风险丁', null],
    ]);
    expect(graded.points[0]?.own).to.deep.include({ criteriaMet: 4, pastFinding: false });
  });

  it('is graded by the points of each post, and a condition of the post holds for all of them', async () => {
    const posts = [
      ...Array.from({ length: 3 }, (_, index) => `采购处,张三,采购岗,采购${String(index)},`),
      '采购处,李四,验收岗,验收一,否',
      '采购处,李四,验收岗,验收二,是',
      '采购处,王五,档案岗,档案一,',
    ];
    const graded = await grade(
      ['单位,姓名,岗位,潜在风险,应轮岗未轮岗', ...posts].join('\n'),
      'post-by-count',
    );
    expect(graded.findings.map(({ code }) => code)).to.deep.equal(['post-fact-differs']);
    const sound = await grade(
      ['单位,姓名,岗位,潜在风险,应轮岗未轮岗', ...posts].join('\n').replace('验收一,否', '验收一,'),
      'post-by-count',
    );
    expect(gradesIn(sound)).to.deep.equal([
      ['采购0', 2],
      ['采购1', 2],
      ['采购2', 2],
      ['验收一', 1],
      ['验收二', 1],
      ['档案一', 3],
    ]);
  });

  it('says where a word is not understood, and what to write instead', async () => {
    const rows = [
      '单位,姓名,岗位,潜在风险,权力事项,年度经手金额,审批环节人数',
      '办公室,李四,文秘岗,风险乙,写材料,约三十万,2.5',
    ];
    const graded = await grade(rows.join('\n'), 'power-held');
    expect(graded.findings.map(({ code, position }) => [code, position.line, position.column])).to.deep.equal(
      [
        ['unknown-fact-value', 2, 5],
        ['unknown-fact-value', 2, 6],
        ['unknown-fact-value', 2, 7],
      ],
    );
    expect(graded.findings[0]?.message).to.equal('“权力事项”填的“写材料”无法识别。');
    expect(graded.findings[0]?.fix).to.include('采购与招标投标');
    expect(graded.findings[1]?.fix).to.include('整数（万元）');
  });
});

describe('a JSON file with facts', () => {
  const form = (facts: object) =>
    JSON.stringify([{ unit: '办公室', name: '陈某', post: '财务岗', risks: [{ text: '风险甲', facts }] }]);

  it('is graded by them, whatever it says of a fact that is derived', async () => {
    const facts = {
      handlesFunds: true,
      wideDiscretion: true,
      decidesAlone: 'no',
      facesApplicants: 0,
      pastFinding: '是',
      criteriaMet: 5,
    };
    const graded = await grade(form(facts), 'five-criteria');
    expect([graded.points[0]?.grade, graded.findings]).to.deep.equal([2, []]);
    expect(graded.points[0]?.own).to.deep.include({ criteriaMet: 3 });
  });

  it('says which facts there are where it names one that the rulebook does not declare', async () => {
    const graded = await grade(form({ salary: 3, powerKind: 'funds' }), 'power-held');
    expect(graded.findings.map(({ code }) => code)).to.deep.equal(['unknown-fact-name']);
    expect(graded.findings[0]?.fix).to.include('权力事项');
  });
});

describe('grade FILE --rulebook R', () => {
  it('prints the facts, the grade in the rulebook’s own words, and exits with 1 on an unknown word', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'qinglian-own-facts-')), 'register.csv');
    const head = '单位,姓名,岗位,潜在风险,权力事项';
    writeFileSync(
      file,
      [head, '办公室,李四,文秘岗,风险乙,采购与招标投标', '办公室,李四,文秘岗,风险丙,写材料'].join('\n'),
    );
    const { status, output } = await runCommand('grade', file, '--rulebook', 'rules/grading/power-held.json');
    expect(status).to.equal(1);
    expect(output).to.match(/^高\t办公室\t李四\t风险乙/u);
  });
});
