import type { HostileFile } from './hostile-file.ts';
import { EditedSheets } from './rulebook-workbook.ts';
import { noticeRulebook } from './shipped-rulebooks.ts';
import { workbookFile } from './workbook-file.ts';

const sheets = (
  what: string,
  edit: (book: EditedSheets) => unknown,
  ...says: readonly string[]
): HostileFile => ({
  what: `a workbook with ${what}`,
  says,
  bytes: () => {
    const book = new EditedSheets(noticeRulebook());
    edit(book);
    return workbookFile(...book.sheets);
  },
});
const other = (what: string, text: string, ...says: readonly string[]): HostileFile =>
  sheets(
    what,
    (book) => book.write('规则', 'probability-high', '其他条件', text),
    '“规则 Rules”第 2 行 I 列',
    ...says,
  );

const ADJUSTING = ['调整规则', 'a', '甲', 'A', '', '', '', '≥ 3', ''];
const REASONED = ['3.3-grade-1', '理由', 'Reason'];
const SAME = [
  [...ADJUSTING, '降 1 级', ...REASONED],
  [...ADJUSTING.with(1, 'b').with(2, '乙'), '降 2 级', ...REASONED],
];

/** Workbooks, each refused at its cell. */
export const HOSTILE_WORKBOOKS: readonly HostileFile[] = [
  other('an unknown fact', '[颜色] = 红', '没有“颜色”这个事实', '可用的事实：'),
  other('a fact called __proto__', '[__proto__] = 高', '没有“__proto__”这个事实'),
  other('a path into a fact', '[发生机率].path = $.x', '“.path”不是“发生机率”的取值', '请填：'),
  other('a regular expression', '[发生机率] =~ /(a+)+$/', '看不懂', '请按“说明”表的写法填写'),
  other('conditions 1,000 deep', `${'非('.repeat(1000)}[发生机率] = 高${')'.repeat(1000)}`, '括号嵌套过多'),
  sheets(
    'a word where a number is meant',
    (book) => book.write('规则', 'probability-high', '防控措施数', '很多'),
    '“规则 Rules”第 2 行 H 列',
    '“很多”不是“防控措施数”的取值',
  ),
  sheets(
    'two rules of one name',
    (book) => book.sheet('规则').push([...(book.sheet('规则')[1] ?? [])]),
    '“规则 Rules”第 8 行 B 列',
    '“probability-high”重复',
  ),
  sheets(
    'two rules of the same conditions that differ',
    (book) => book.sheet('规则').push(...SAME),
    '“规则 Rules”第 9 行',
    '“甲”与“乙”条件相同，结果却不同',
  ),
  sheets(
    '10,000 rules',
    (book) => book.sheet('规则').push(...Array.from({ length: 10_000 }, () => ['矩阵依据'])),
    '“规则 Rules”第 1201 行',
    '没有继续读取',
    '请删去多余的行',
  ),
  sheets(
    'a mapping from __proto__',
    (book) => book.sheet('换算').push(['发生机率', '__proto__', 'polluted', 'small']),
    '“换算 Mappings”第 2 行',
    '不允许写“__proto__”',
  ),
  sheets(
    'a name of 30,000 characters',
    (book) => book.write('标准', '名称', '中文', '长'.repeat(30_000)),
    '“标准 Standard”第 4 行 B 列',
    '超过 20000 字',
    '精简后再提交',
  ),
  sheets(
    '5,000 columns',
    (book) =>
      book.sheet('规则')[0]?.push(...Array.from({ length: 5000 }, (_, column) => `列${String(column)}`)),
    '“规则 Rules”第 1 行',
    '表格超过 256 列',
    '请删去无关的列',
  ),
];
