import { expect } from 'chai';
import type { BatchContent } from '../../src/intake/batch.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { aReadFile } from '../support/read-file.ts';

const SPLITTING = { text: '化整为零规避公开招标，将应集中采购项目拆分。', measure: '年度采购计划统一编制。' };
const LEAKING = { text: '与供应商串通，泄露标底或评审信息。', measure: '评审前采购文件密封保管。' };
const ACCEPTING = { text: '验收走过场，收受供应商好处。', measure: '三人验收。' };

type Risks = Parameters<typeof aReadFile>[0][number]['risks'];

describe('what an import brought to a form that was on file', () => {
  let bureau: TestInstallation;
  beforeEach(async () => {
    bureau = await testInstallation();
    await bureau.importing([aReadFile([{ risks: [SPLITTING, LEAKING] }])]);
  });
  afterEach(() => bureau.end());

  async function broughtBy(risks: Risks): Promise<Partial<BatchContent>> {
    await bureau.importing([aReadFile([{ risks }])]);
    const { pointsCreated, pointsChanged, pointsWithdrawn } = (await bureau.batches.find(2, EVERYWHERE))
      .content;
    return { pointsCreated, pointsChanged, pointsWithdrawn };
  }

  const cases: readonly (readonly [string, Risks, readonly [number, number, number]])[] = [
    ['a new risk, and two that stand as they stood', [ACCEPTING, SPLITTING, LEAKING], [1, 0, 0]],
    ['a measure in other words', [SPLITTING, { ...LEAKING, measure: '密封保管。' }], [0, 1, 0]],
    [
      'a risk in other words',
      [SPLITTING, { ...LEAKING, text: LEAKING.text.replace('或', '或者') }],
      [0, 1, 0],
    ],
    ['an assessment', [SPLITTING, { ...LEAKING, probability: 'high' }], [0, 1, 0]],
    ['one risk less', [SPLITTING], [0, 0, 1]],
  ];
  for (const [what, risks, [pointsCreated, pointsChanged, pointsWithdrawn]] of cases) {
    it(`counts ${what}`, async () => {
      expect(await broughtBy(risks)).to.deep.equal({ pointsCreated, pointsChanged, pointsWithdrawn });
    });
  }
});
