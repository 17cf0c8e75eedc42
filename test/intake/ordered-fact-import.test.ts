import { expect } from 'chai';
import { findingWords } from '../../src/intake/finding.ts';
import { readFileBytes } from '../../src/intake/file-reader.ts';
import type { ImportResult } from '../../src/intake/import-report.ts';
import { readScalesAt } from '../../src/intake/read-scales-service.ts';
import { en } from '../../src/language/en.ts';
import { zh } from '../../src/language/zh.ts';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import { anAdjustment } from '../support/grading-builder.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { putInForce } from '../support/rulebook-in-force.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

const STEPS = ['小', '中', '大'];
const INFLUENCE: DeclaredFact = {
  name: 'influence',
  title: { zh: '影响面', en: 'Influence' },
  type: 'choice',
  ordered: true,
  options: ['slight', 'some', 'great'].map((code, at) => ({ code, zh: STEPS[at] ?? '', en: code })),
  worse: 'up',
  source: { zh: '处室填写。', en: 'Written by the division.' },
  of: 'risk-point',
};
const HEADINGS = '单位,姓名,岗位,潜在风险,发生机率,危害程度,影响面';

describe('importing a register with a scale of the bureau’s own', () => {
  let bureau: TestInstallation;
  beforeEach(async () => {
    bureau = await testInstallation();
    const when = { fact: 'influence', operator: 'atLeast', value: 'some' } as const;
    const notice = noticeRulebook();
    const adjustments = [...notice.adjustments, anAdjustment('far-reaching', when, { noMilderThan: 1 })];
    await putInForce(bureau, { ...notice, name: 'influence', facts: [INFLUENCE], adjustments });
  });
  afterEach(() => bureau.end());

  /** A register of points that are mild but for what is said of their influence. */
  async function importing(points: Readonly<Record<string, string>>): Promise<ImportResult> {
    const rows = Object.entries(points).map(([text, said]) => `市场处,张三,展会岗,${text},小,一般,${said}`);
    const scales = await readScalesAt(bureau.rulebooks, bureau.database.read, '/');
    const bytes = Buffer.from([HEADINGS, ...rows].join('\n'));
    return bureau.importing([await readFileBytes(bytes, 'register.csv', scales)]);
  }

  async function stored(): Promise<readonly unknown[]> {
    const { read } = bureau.database;
    const rows = await read('own_fact_change').orderBy('id').select<{ text: string }[]>('text');
    return rows.map(({ text }) => text);
  }

  async function grades(): Promise<Record<string, number | null>> {
    const rows = await bureau.database
      .read('risk_point_state')
      .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
      .join('case_verdict', 'case_verdict.case_id', 'risk_point_state.case_id')
      .whereIn('rulebook_version_id', (query) => {
        void query.from('rulebook_version').max('id');
      })
      .select<{ text: string; grade: number | null }[]>('text', 'grade');
    return Object.fromEntries(rows.map(({ text, grade }) => [text, grade]));
  }

  it('reads its steps as the bureau calls them in either language, and grades by their order', async () => {
    await importing({ 风险甲: '大', 风险乙: 'Some', 风险丙: '小', 风险丁: '' });
    expect(await stored()).to.deep.equal(['great', 'some', 'slight']);
    expect(await grades()).to.include({ 风险甲: 1, 风险乙: 1, 风险丙: 3 });
  });

  it('refuses another word at its place, names the steps, and stores nothing', async () => {
    const { written, files } = await importing({ 风险甲: '很大' });
    expect([written, await stored()]).to.deep.equal([false, []]);
    const found = files[0]?.findings.filter(({ severity }) => severity === 'error') ?? [];
    expect(found.map(({ position }) => [position.row, position.column])).to.deep.equal([[2, 7]]);
    const said = [zh, en].flatMap((text) => found.map((one) => findingWords(one, text)));
    expect(said.map(({ message }) => message)).to.satisfy((messages: readonly string[]) =>
      messages.every((message) => message.includes('很大')),
    );
    expect(said[0]).to.deep.equal({
      message: '“影响面”填的“很大”无法识别。',
      fix: '请改为：小、中、大；尚不清楚的留空。',
    });
  });
});
