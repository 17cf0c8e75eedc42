import type { Words } from '../words.ts';

function some(allowed: readonly string[]): string {
  const shown = allowed.slice(0, 12).join('、');
  return allowed.length > 12 ? `${shown} 等 ${allowed.length} 个` : shown;
}

/** What can be wrong with a rulebook's workbook before anybody looks at what it says. */
export const sheetProblems = {
  noSheet: (name: string): Words => ({
    message: `缺少工作表“${name}”。`,
    fix: '请补上这张工作表（没有内容时只留标题行），或核对是否改了名、被隐藏。',
  }),
  noColumn: (name: string): Words => ({
    message: `缺少“${name}”一列。`,
    fix: '请补上这一列的标题，或核对是否改了名。',
  }),
  strangeColumn: (name: string): Words => ({
    message: `不认识“${name}”这一列。`,
    fix: '请核对标题；事实的列标题写事实的名称或代码，自己的备注请把标题改为“备注”。',
  }),
  columnTwice: (name: string): Words => ({
    message: `“${name}”一列写了两次。`,
    fix: '请合并为一列。',
  }),
  stray: (): Words => ({
    message: '这一格有内容，但所在的行或列没有标题。',
    fix: '请补上标题，或删去这一格的内容。',
  }),
  noItem: (name: string): Words => ({
    message: `缺少“${name}”一行。`,
    fix: '请补上这一行。',
  }),
  itemTwice: (name: string): Words => ({
    message: `“${name}”写了两次。`,
    fix: '请只保留一个。',
  }),
  blank: (): Words => ({ message: '这一格没有填写。', fix: '请补上。' }),
  formulaError: (shown: string): Words => ({
    message: `这一格是公式错误（${shown}）。`,
    fix: '请改为直接填写内容。',
  }),
  notAllowed: (word: string, allowed: readonly string[]): Words => ({
    message: `不认识“${word}”。`,
    fix: `请从以下取值中选一个：${some(allowed)}。`,
  }),
  notWhole: (word: string): Words => ({
    message: `“${word}”不是整数。`,
    fix: '请填整数，不加单位。',
  }),
  unreadable: (text: string): Words => ({
    message: `看不懂“${text}”。`,
    fix: '请按“说明”表的写法填写，如 高、≥ 较高、50..100、采购工作、财务管理、未知；名称含标点时加英文双引号。',
  }),
  unknownFact: (word: string, allowed: readonly string[]): Words => ({
    message: `没有“${word}”这个事实。`,
    fix: `可用的事实：${some(allowed)}。`,
  }),
  notValue: (word: string, fact: string, allowed: readonly string[]): Words => ({
    message: `“${word}”不是“${fact}”的取值。`,
    fix: `请填：${some(allowed)}。`,
  }),
  listUnfit: (fact: string): Words => ({
    message: `“${fact}”不能写几个取值。`,
    fix: '请只写一个值，或写范围，如 50..100。',
  }),
  mixed: (): Words => ({
    message: '同一层里既有“且”又有“或”，分不清先后。',
    fix: '请加括号，如：[发生机率] = 高 或 ([危害程度] = 严重 且 [防控措施数] < 2)。',
  }),
  tooDeep: (): Words => ({
    message: '括号嵌套过多，没有继续读取。',
    fix: '请把条件拆成几条规则，或合并同类的“且”“或”。',
  }),
  noCondition: (): Words => ({
    message: '这条规则没有条件。',
    fix: '请在事实的列或“其他条件”里写上条件；其余情形请把清单改为“其余情形”。',
  }),
  conditionUnwanted: (): Words => ({
    message: '“其余情形”不带条件。',
    fix: '请删去这一行的条件，或改为判定表的一条规则。',
  }),
  resultUnwanted: (): Words => ({
    message: '矩阵依据不带结果：等级写在“矩阵”表里。',
    fix: '请删去这一格，或改为调整规则。',
  }),
  otherwiseTwice: (): Words => ({
    message: '“其余情形”写了两行。',
    fix: '请只保留一行。',
  }),
  scaleTwo: (code: string): Words => ({
    message: `同一个事实的量表代码不一致，前面写的是“${code}”。`,
    fix: '请改为相同的代码。',
  }),
  notEquals: (): Words => ({
    message: '这里只能写各事实的取值，用“且”连接。',
    fix: '请写成：[发生机率] = 高 且 [危害程度] = 一般。',
  }),
  noGrid: (name: string): Words => ({
    message: `缺少“${name}”这张表格。`,
    fix: '请补上：第一格写表格名称，第一行写列的档次，第一列写行的档次。',
  }),
  kind: (): Words => ({
    message: '看不出这是哪一类评定标准，没有继续读取。',
    fix: '请用本系统导出的工作簿；“标准”表“类别”一行写定级标准、覆盖标准或领域标准。',
  }),
  tooManyRows: (limit: number): Words => ({
    message: `内容超过 ${limit} 行，没有继续读取。`,
    fix: '请删去多余的行，或拆成几份评定标准。',
  }),
  tooLarge: (limit: number): Words => ({
    message: `工作簿的文字超过 ${limit} 万字，没有读取。`,
    fix: '请删去多余内容，或拆成几份评定标准。',
  }),
  notWorkbook: (): Words => ({
    message: '这不是 .xlsx 工作簿，也不是 JSON 文件。',
    fix: '请用 Excel 或 WPS 另存为 .xlsx 后再试。',
  }),
};
