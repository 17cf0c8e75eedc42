import { expect } from 'chai';
import type { AuditEntry, AuditVerification } from '../../src/audit/audit-entry.ts';
import { auditPage, type AuditPage, type GradeLabelsAt } from '../../src/audit/audit-page.ts';
import { factWords } from '../../src/risk-points/fact-words-page.ts';
import { wordsOf } from '../../src/language/sentence.ts';
import { en } from '../../src/language/en.ts';
import { zh } from '../../src/language/zh.ts';
import type { Texts } from '../../src/language/texts.ts';
import { highMediumLow } from '../support/own-standard.ts';
import { noticeRulebook, shippedGrading } from '../support/shipped-rulebooks.ts';

function entry(named: Partial<AuditEntry> = {}): AuditEntry {
  return {
    sequence: 3,
    at: '2021-04-26T01:02:03.456Z',
    actorAccountId: 4,
    actor: 'dangzu',
    action: 'account.signed-in',
    objectType: 'account',
    objectId: '4',
    unitPath: '/1/',
    details: {},
    previousHash: 'a'.repeat(64),
    hash: 'b'.repeat(64),
    ...named,
  };
}

const NO_LABELS: GradeLabelsAt = new Map();

function page(
  named: Partial<AuditVerification>,
  latest = [entry()],
  text: Texts = zh,
  labels: GradeLabelsAt = NO_LABELS,
): AuditPage {
  const head = { sequence: 3, hash: 'b'.repeat(64) };
  return auditPage(
    { entries: 3, ok: true, firstBad: null, head, ...named },
    latest,
    { facts: factWords(noticeRulebook()), labels },
    text,
  );
}

/** What an entry with these details tells. */
function detailsOf(action: string, details: AuditEntry['details'], text: Texts = zh): string | undefined {
  return page({}, [entry({ action, details })], text).rows[0]?.details;
}

describe('the audit page', () => {
  for (const [verdict, named] of [
    ['审计链完整：共 3 条记录，逐条核对无误。', {}],
    ['审计链在第 2 条断开：从这一条起，记录可能被改动过。', { ok: false, firstBad: 2 }],
    ['还没有审计记录。', { entries: 0, head: null }],
  ] as const) {
    it(`says first: ${verdict}`, () => {
      expect(wordsOf(page(named).verdict)).to.equal(verdict);
    });
  }

  it('says what to do when the chain is broken', () => {
    const broken = page({ ok: false, firstBad: 2 });
    expect([broken.isBroken, broken.note?.includes('派驻纪检组'), broken.head]).to.deep.equal([
      true,
      true,
      null,
    ]);
  });

  it('marks what can no longer be trusted', () => {
    const latest = [3, 2, 1].map((sequence) => entry({ sequence }));
    const marked = page({ ok: false, firstBad: 2 }, latest).rows.map(({ isBad }) => isBad);
    expect(marked).to.deep.equal([true, true, false]);
  });

  it('shows the end of the chain, to be kept elsewhere', () => {
    expect(page({}).head).to.equal(`链尾：第 3 条，摘要 ${'b'.repeat(64)}`);
  });

  it('says in words who did what to which thing when', () => {
    expect(page({}).rows[0]).to.deep.equal({
      sequence: '3',
      at: '2021-04-26 09:02:03',
      actor: 'dangzu',
      action: '登录',
      object: '账号 4',
      details: '—',
      hash: 'bbbbbbbbbbbb',
      isBad: false,
    });
  });

  it('keeps the code of an action that has no name yet', () => {
    expect(page({}, [entry({ action: 'thing.new' })]).rows[0]?.action).to.equal('thing.new');
  });

  it('shows details of any kind', () => {
    const details = {
      points: 3,
      unnamedTrue: true,
      unnamedFalse: false,
      unnamedNull: null,
      digest: 'c'.repeat(64),
    };
    expect(page({}, [entry({ details })]).rows[0]?.details).to.equal(
      '风险点数：3、unnamedTrue：是、unnamedFalse：否、unnamedNull：—、摘要：cccccccccccc',
    );
  });

  for (const [text, said] of [
    [zh, '发生机率：较高、危害程度：严重、答案数：2、有备注：是'],
    [en, 'probability: fairly high, harm: serious, answers: 2 and note: yes'],
  ] as const) {
    it(`says the steps of an assessment in words: ${said}`, () => {
      const details = { probability: 'fairly-high', harm: 'serious', answers: 2, note: true };
      expect(detailsOf('point.assessed', details, text)).to.equal(said);
    });
  }

  it('says that an assessment was taken back, and of a step that is no longer on the scale, that it is not', () => {
    const details = { probability: null, harm: 'huge' };
    expect(detailsOf('point.assessed', details)).to.equal(
      '发生机率：未定、危害程度：“huge”（不在现行标准的刻度上）',
    );
  });

  it('says grades in words, also that there was none', () => {
    const details = { proposed: 2, before: null, after: 1, case: 12 };
    expect(detailsOf('point.overridden', details)).to.equal(
      '规则拟定：二级、原等级：待评定、现等级：一级、情形组合：12',
    );
  });

  it('calls grades as the rulebook of the unit of each entry does', () => {
    const details = { before: 1, after: 3 };
    const latest = ['/1/', '/2/'].map((unitPath) => entry({ action: 'point.overridden', details, unitPath }));
    const { rows } = page({}, latest, zh, new Map([['/1/', highMediumLow().grades]]));
    expect(rows.map((row) => row.details)).to.deep.equal([
      '原等级：高、现等级：低',
      '原等级：一级、现等级：三级',
    ]);
  });

  it('says facts that the bureau added in words', () => {
    const set = entry({ action: 'facts.set', details: { handlesFunds: true, pastFinding: null } });
    const facts = factWords(shippedGrading('grading/five-criteria.json'));
    const { rows } = auditPage(
      { entries: 1, ok: true, firstBad: null, head: null },
      [set],
      { facts, labels: NO_LABELS },
      zh,
    );
    expect(rows[0]?.details).to.match(/^直接经手资金、物资或项目：是、.+：未定$/u);
  });

  it('says of a rulebook what kind it is and when it comes into force', () => {
    expect(detailsOf('rulebook.approved', { kind: 'grading', activeOn: 'at-once', job: 3 })).to.equal(
      '类别：定级标准、生效日期：立即、任务编号：3',
    );
  });

  it('says which role was given at which unit, not its code', () => {
    const given = entry({ details: { roles: 'division-head@7 auditor@2' } });
    expect(page({}, [given]).rows[0]?.details).to.equal(
      '角色：处室（单位）负责人（单位 7）、审计员（单位 2）',
    );
  });

  it('has words for an assessment of a unit as a whole', () => {
    expect(page({}, [entry({ action: 'unit.assessed' })]).rows[0]?.action).to.equal(
      '登记处室（单位）评定结果',
    );
  });
});
