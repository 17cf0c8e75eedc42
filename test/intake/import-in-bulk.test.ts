import { expect } from 'chai';
import type { ReadFile } from '../../src/intake/read-form.ts';
import { testInstallation } from '../support/installation.ts';
import { aReadFile } from '../support/read-file.ts';

/** As many forms of two risks each, every one of a person and a post of its own. */
function manyForms(count: number): readonly ReadFile[] {
  return Array.from({ length: count }, (_, index) =>
    aReadFile([
      {
        name: `人员${String(index)}`,
        post: `采购岗${String(index)}`,
        unit: `第${String(index % 5)}处`,
        risks: [
          { text: `采购事项${String(index)}化整为零规避公开招标。`, measure: '年度采购计划统一编制。' },
          { text: `采购事项${String(index)}泄露标底或评审信息。`, measure: '评审前采购文件密封保管。' },
        ],
      },
    ]),
  );
}

/** How many statements an import of so many forms takes. */
async function statementsFor(forms: number): Promise<number> {
  const bureau = await testInstallation();
  try {
    const before = await bureau.audit.verify();
    let statements = 0;
    bureau.database.schema.on('query', () => {
      statements += 1;
    });
    const result = await bureau.importing(manyForms(forms));
    expect(result).to.include({ written: true, created: forms });
    const verified = await bureau.audit.verify();
    expect(verified).to.include({ ok: true });
    // Opening the campaign, the import, five units; each post and each form has an entry of its own.
    expect(verified.entries - before.entries).to.equal(1 + 1 + 1 + 5 + 2 * forms);
    return statements;
  } finally {
    await bureau.end();
  }
}

describe('importing many forms at once', () => {
  it('takes few statements for each further form', async () => {
    const perForm = ((await statementsFor(200)) - (await statementsFor(100))) / 100;
    expect(perForm).to.be.below(1);
  });
});
