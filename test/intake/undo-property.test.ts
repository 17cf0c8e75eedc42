import fc from 'fast-check';
import { expect } from 'chai';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import type { ReadFile } from '../../src/intake/read-form.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { rounds } from '../support/postgres-copies.ts';
import { aReadFile } from '../support/read-file.ts';
import { shownFigures } from '../support/shown-figures.ts';

const TEXTS = [
  '化整为零规避公开招标，将应集中采购项目拆分。',
  '与供应商串通，泄露标底或评审信息。',
  '资产处置未经评估，低价出让。',
  '专项资金申报审核不严，虚报冒领。',
  '执法自由裁量随意，选择性处罚。',
];
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const RISK = fc.record({
  text: fc.constantFrom(...TEXTS),
  measure: fc.constantFrom('双人复核。', '公示三个工作日。', null),
  probability: maybe(fc.constantFrom('high', 'fairly-high', 'small')),
  harm: maybe(fc.constantFrom('serious', 'fairly-serious', 'limited')),
  grade: maybe(fc.constantFrom(1 as const, 2 as const, 3 as const)),
  domains: maybe(fc.constantFrom(['assets'] as const, ['procurement', 'finance'] as const)),
});

const FORM = fc
  .record({
    kind: fc.constantFrom('annex1' as const, 'annex2' as const, 'register' as const),
    unit: fc.constantFrom('办公室', '财务处'),
    name: fc.constantFrom('林海棠', '周某', null),
    post: fc.constantFrom('政府采购岗', '出纳岗'),
    duties: fc.constantFrom('负责政府采购。', '负责资产管理和行政审批。', '负责综合协调。'),
    risks: fc.uniqueArray(RISK, { minLength: 1, maxLength: 4, selector: ({ text }) => text }),
  })
  .map(defined);

const FILE = fc
  .uniqueArray(FORM, {
    minLength: 1,
    maxLength: 4,
    selector: ({ unit, name, post }) => `${unit}${String(name)}${post}`,
  })
  .map((forms) => aReadFile(forms.map((form) => ({ ...form, risks: form.risks.map(defined) }))));

describe('undoing the latest of some imports', function () {
  this.timeout(120_000);

  it('shows the same board, lists, coverage and grades as before it, whatever it brought', async () => {
    await fc.assert(
      fc.asyncProperty(FILE, FILE, async (first, second) => {
        const bureau = await testInstallation();
        try {
          await undoSecond(bureau, first, second);
        } finally {
          await bureau.end();
        }
      }),
      { numRuns: rounds(25) },
    );
  });
});

async function undoSecond(bureau: TestInstallation, first: ReadFile, second: ReadFile): Promise<void> {
  if (!(await bureau.importing([first])).written) return;
  const before = await shownFigures(bureau);
  const batches = await lastBatch(bureau);
  await bureau.importing([second]);
  const batchId = await lastBatch(bureau);
  if (batchId === batches) return;
  const { obstacles } = await bureau.batches.undo(batchId, '选错了文件', EVERYWHERE, COMMAND_LINE);
  expect(obstacles).to.deep.equal([]);
  expect(await shownFigures(bureau)).to.deep.equal(before);
}

async function lastBatch(bureau: TestInstallation): Promise<number> {
  const row = (await bureau.database.read('import_batch').max({ id: 'id' }).first()) as { id: number };
  return row.id;
}

/** Leaves out what is undefined: a reader leaves it out, too. */
function defined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  // Only absent keys differ, and those are optional where this goes.
  return Object.fromEntries(entries) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}
