import { expect } from 'chai';
import { gradingCheck } from '../../src/grading/grading-check.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { checkRulebook } from '../../src/rulebooks/rulebook-check.ts';
import type { AdjustmentRule, Condition, Grade, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { anAdjustment } from '../support/grading-builder.ts';
import { matrixOf, noticeRulebook } from '../support/shipped-rulebooks.ts';

function notice(change: (rulebook: GradingRulebook) => Partial<GradingRulebook>): string {
  const rulebook = { ...noticeRulebook(), examples: noticeRulebook().examples.slice(-4, -1) };
  return JSON.stringify({ ...rulebook, ...change(rulebook) }, null, 2);
}

function withCellGrade(row: string, column: string, grade: Grade): string {
  return notice((rulebook) => ({
    base: {
      ...matrixOf(rulebook),
      cells: matrixOf(rulebook).cells.map((cell) =>
        cell.row === row && cell.column === column ? { ...cell, grade } : cell,
      ),
    },
  }));
}

function withAdjustments(...adjustments: readonly AdjustmentRule[]): string {
  return notice(() => ({ adjustments }));
}

async function findingsOf(text: string) {
  const { findings } = await checkRulebook(text, gradingCheck);
  return findings.map(({ kind, rules, facts, against }) => ({ kind, rules, facts, against }));
}

describe('the check of a grading rulebook', () => {
  it('finds nothing in a sound one and says how many cases it judged', async () => {
    expect(
      await checkRulebook(
        notice(() => ({})),
        gradingCheck,
      ),
    ).to.deep.equal({ ok: true, cases: 9, findings: [], sampled: false, warnings: [] });
  });

  it('finds a cell that is missing, with the facts that get no grade', async () => {
    const text = notice((rulebook) => ({
      base: { ...matrixOf(rulebook), cells: matrixOf(rulebook).cells.slice(1) },
    }));
    const facts = { probability: 'small', harm: 'limited' };
    expect(await findingsOf(text)).to.deep.equal([{ kind: 'gap', rules: [], facts, against: undefined }]);
  });

  it('finds a cell that is there twice', async () => {
    const text = notice((rulebook) => ({
      base: {
        ...matrixOf(rulebook),
        cells: [...matrixOf(rulebook).cells, ...matrixOf(rulebook).cells.slice(0, 1)],
      },
    }));
    const facts = { probability: 'small', harm: 'limited' };
    const rules = ['probability-small', 'harm-limited'];
    expect(await findingsOf(text)).to.deep.equal([{ kind: 'conflict', rules, facts, against: undefined }]);
  });

  it('finds a cell that rests on a rule which does not apply in it', async () => {
    const text = notice((rulebook) => ({
      base: {
        ...matrixOf(rulebook),
        cells: matrixOf(rulebook).cells.map((cell) =>
          cell.row === 'small' && cell.column === 'limited'
            ? { ...cell, rules: [...cell.rules, 'harm-serious'] }
            : cell,
        ),
      },
    }));
    const facts = { probability: 'small', harm: 'limited' };
    expect(await findingsOf(text)).to.deep.equal([
      { kind: 'conflict', rules: ['harm-serious'], facts, against: undefined },
    ]);
  });

  it('finds a cell that is milder than a better one, with both as proof', async () => {
    const [small, limited] = [{ probability: 'small' }, { harm: 'limited' }];
    expect(await findingsOf(withCellGrade('small', 'limited', 1))).to.deep.equal([
      {
        kind: 'non-monotone',
        rules: ['probability-small', 'harm-limited', 'harm-fairly-serious'],
        facts: { ...small, harm: 'fairly-serious' },
        against: { ...small, ...limited },
      },
      {
        kind: 'non-monotone',
        rules: ['probability-small', 'harm-limited', 'probability-fairly-high'],
        facts: { probability: 'fairly-high', ...limited },
        against: { ...small, ...limited },
      },
    ]);
  });

  it('says in words which change makes the grade milder', async () => {
    const { findings } = await checkRulebook(withCellGrade('high', 'serious', 3), gradingCheck);
    expect(findings.map(({ message }) => message)).to.deep.equal([
      '发生机率由“较高”变为“高”，等级反而由一级变轻为三级。',
      '危害程度由“较为严重”变为“严重”，等级反而由一级变轻为三级。',
    ]);
  });

  it('finds an adjustment that makes fewer measures milder, once, with the smallest facts', async () => {
    const few: Condition = { fact: 'measureCount', operator: 'atMost', value: 1 };
    expect(await findingsOf(withAdjustments(anAdjustment('few', few, { lowerBy: 1 })))).to.deep.equal([
      {
        kind: 'non-monotone',
        rules: ['harm-fairly-serious', 'few'],
        facts: { probability: 'small', harm: 'fairly-serious', measureCount: 0 },
        against: { probability: 'small', harm: 'fairly-serious', measureCount: 2 },
      },
    ]);
  });

  it('takes more measures for better', async () => {
    const many: Condition = { fact: 'measureCount', operator: 'atLeast', value: 3 };
    expect(await findingsOf(withAdjustments(anAdjustment('many', many, { lowerBy: 1 })))).to.deep.equal([]);
  });

  it('has no opinion on which domain is worse, and holds unknown for neither better nor worse', async () => {
    const finance = anAdjustment(
      'finance',
      { fact: 'domain', operator: 'equal', value: 'finance' },
      { lowerBy: 2 },
    );
    const unknown = anAdjustment('unknown', { fact: 'domain', operator: 'isUnknown' }, { noMilderThan: 1 });
    expect(await findingsOf(withAdjustments(finance, unknown))).to.deep.equal([]);
  });

  it('judges unknown facts too, where the rulebook does not require them', async () => {
    const finance = anAdjustment(
      'finance',
      { fact: 'domain', operator: 'equal', value: 'finance' },
      { lowerBy: 1 },
    );
    const { cases } = await checkRulebook(withAdjustments(finance), gradingCheck);
    expect(cases).to.equal(3 * 3 * 3);
  });

  it('finds an example that does not hold, and says what came instead', async () => {
    const facts = { probability: 'high', harm: 'limited' };
    const text = notice(({ examples }) => ({
      examples: [...examples, { name: { zh: '错例', en: 'wrong' }, facts, expect: { grade: 2 } }],
    }));
    const { findings } = await checkRulebook(text, gradingCheck);
    expect(
      findings.map(({ kind, path, rules, facts: proof }) => ({ kind, path, rules, proof })),
    ).to.deep.equal([{ kind: 'example', path: '/examples/3', rules: ['probability-high'], proof: facts }]);
  });

  it('finds an example whose grade holds for other reasons', async () => {
    const expected = { grade: 1 as const, rules: ['harm-limited'] };
    const facts = { probability: 'high', harm: 'limited' };
    const text = notice(() => ({ examples: [{ name: { zh: '例', en: 'one' }, facts, expect: expected }] }));
    expect((await findingsOf(text)).map(({ kind }) => kind)).to.deep.equal(['example']);
  });

  const thresholds = Array.from({ length: 1000 }, (_, index): Condition => {
    return { fact: 'measureCount', operator: 'equal', value: 1 + 2 * index };
  });
  const domains: Condition = { fact: 'domain', operator: 'in', value: KEY_DOMAINS };
  const manyCases = Array.from({ length: 20 }, (_, index) => {
    const any = [...thresholds.slice(index * 50, index * 50 + 50), domains];
    return anAdjustment(`rule-${index}`, { any }, { noMilderThan: 3 });
  });

  it('looks at hundreds of thousands of cases as a whole', async () => {
    const { cases, sampled, findings } = await checkRulebook(withAdjustments(...manyCases), gradingCheck);
    const kinds = new Set(findings.map(({ kind }) => kind));
    expect({ cases, sampled, kinds: [...kinds] }).to.deep.equal({
      cases: 216_108,
      sampled: false,
      kinds: ['unreachable'],
    });
  });

  it('says so when it could only judge samples', async () => {
    const text = withAdjustments(...manyCases.map((rule) => ({ ...rule, effect: { lowerBy: 1 as const } })));
    const { cases, sampled, warnings } = await checkRulebook(text, (rulebook) =>
      gradingCheck(rulebook, { mostSteps: 100 }),
    );
    expect({ cases, sampled }).to.deep.equal({ cases: 216_108, sampled: true });
    expect(warnings.map(({ message }) => message)).to.deep.equal([
      '评定标准划分出的情形组合过多，只抽查了一部分；没有发现问题不等于没有问题。',
    ]);
  });
});
