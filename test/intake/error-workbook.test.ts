import ExcelJS from 'exceljs';
import { expect } from 'chai';
import { errorWorkbook } from '../../src/intake/error-workbook.ts';
import { finding } from '../../src/intake/finding.ts';
import type { ReadFile } from '../../src/intake/read-form.ts';
import { en } from '../../src/language/en.ts';
import { zh } from '../../src/language/zh.ts';
import { aReadFile } from '../support/read-file.ts';

const ALLOWED = [{ zh: '高', en: 'high' }];

function aMessyFile(): ReadFile {
  const read = aReadFile([{ name: '=HYPERLINK("x")', risks: [{ text: '-倾向性条款。' }] }], '=办公室.docx');
  return {
    ...read,
    findings: [
      finding(
        'error',
        'unknown-step',
        { field: 'probability', raw: '+很高', allowed: ALLOWED },
        { sheet: '汇总表', row: 5, column: 7 },
        'probability',
      ),
      finding('warning', 'wording-kept', { known: '旧' }, { table: 1, row: 3, column: 2 }, 'text'),
      finding('error', 'missing-unit', {}, { paragraph: 2 }, 'unit'),
      finding('error', 'empty-file', {}, {}),
    ],
  };
}

async function readBack(text: typeof zh | typeof en): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  const bytes = await errorWorkbook([aMessyFile()], text);
  // exceljs declares a Buffer of its own that Node's no longer fits.
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function cells(sheet: ExcelJS.Worksheet, row: number): readonly unknown[] {
  return Array.from({ length: 9 }, (_, index) => sheet.getCell(row, index + 1).value);
}

describe('the error workbook', () => {
  let sheet: ExcelJS.Worksheet;
  before(async () => {
    sheet = await readBack(zh);
  });

  it('says where, what was written, what is wrong and what to do', () => {
    const { message, fix } = zh.findings['unknown-step']({
      field: 'probability',
      raw: '+很高',
      allowed: ALLOWED,
    });
    const words = ['汇总表', 5, 7, '发生机率', "'+很高", message, fix];
    expect(cells(sheet, 2)).to.deep.equal(["'=办公室.docx", '错误', ...words]);
  });

  it('finds the words as written by their place, and keeps them from acting as formulas', () => {
    expect(cells(sheet, 3).slice(2, 7)).to.deep.equal(['表 1', 3, 2, '潜在风险', "'-倾向性条款。"]);
  });

  it('leaves empty what a finding does not have', () => {
    expect(cells(sheet, 4).slice(2, 7)).to.deep.equal([null, '第 2 段', null, '单位（处室）名称', null]);
    expect(cells(sheet, 5).slice(2, 7)).to.deep.equal([null, null, null, null, null]);
  });

  it('keeps its header in sight, wide columns and a Chinese font', () => {
    expect(sheet.views[0]).to.include({ state: 'frozen', ySplit: 1 });
    expect(sheet.getColumn(7).width).to.be.greaterThan(40);
    expect(sheet.getCell('A1').font).to.include({ name: 'Microsoft YaHei', bold: true });
    expect(sheet.getCell('A2').font).to.include({ name: 'Microsoft YaHei' });
  });

  it('holds no formula', () => {
    const types: ExcelJS.ValueType[] = [];
    sheet.eachRow((row) => {
      row.eachCell((cell) => types.push(cell.type));
    });
    expect(types).not.to.include(ExcelJS.ValueType.Formula);
    expect(types).not.to.include(ExcelJS.ValueType.Hyperlink);
  });

  it('is in English for those who read English', async () => {
    expect(cells(await readBack(en), 1)).to.deep.equal(Object.values(en.errorWorkbook.columns));
  });
});
