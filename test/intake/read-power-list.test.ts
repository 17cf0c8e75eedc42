import { expect } from 'chai';
import { readPowerList } from '../../src/intake/powers/read-power-list.ts';
import { sectionsOf, type StoredCell } from '../../src/intake/upload/stored-document.ts';

/** A sheet of which each row is one line of words. */
function sheet(...rows: readonly (readonly string[])[]): ReturnType<typeof sectionsOf> {
  const cells = rows.flatMap((row, index) =>
    row.map((words, column): StoredCell => [words, index, column, 1, 1, column + 1]),
  );
  return sectionsOf([{ sheet: '清单', blocks: [{ kind: 'grid', cells }], findings: [] }]);
}

describe('reading a list of powers', () => {
  for (const unit of ['实施处室', '单位', '处室', '部门', '所属处室']) {
    it(`understands a unit that is headed “${unit}”`, () => {
      const { rows, findings } = readPowerList(
        sheet(['编号', '事项名称', unit], ['1', '资金分配', '办公室']),
      );
      expect([rows.map(({ values }) => [values.name?.text, values.unit?.text]), findings]).to.deep.equal([
        [['资金分配', '办公室']],
        [],
      ]);
    });
  }
});
