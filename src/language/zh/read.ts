/** What `read` says to people. */
export const reading = {
  description: '读取自查表、汇总表或登记表，不写入数据库',
  files: '文件：.docx、.doc、.xlsx、.xls、.csv、.tsv、.json',
  kinds: { annex1: '附件1', annex2: '附件2', register: '登记表' },
  formats: {
    docx: 'Word 文档',
    doc: 'Word 97–2003 文档',
    xlsx: 'Excel 工作簿',
    xls: 'Excel 97–2003 工作簿',
    csv: '分列文本',
    json: 'JSON',
  },
  columns: ['表', '单位', '姓名', '岗位', '填表日期', '风险', '措施'],
  unreadable: '无法读取',
  ofUnit: '（处室自身）',
  vacant: '（空缺）',
  nothing: '—',
  paragraph: (number: number): string => `第 ${number} 段`,
  severities: { error: '错误', warning: '提示' },
  finding: (severity: string, place: string, message: string, fix: string): string =>
    `  ${severity}${place === '' ? '' : `（${place}）`}：${message}${fix}`,
  progress: (done: number, of: number): string => `读取 ${String(done)}/${String(of)} 个文件`,
  file: (file: string, format: string): string => `${file}（${format}）`,
  total: (count: { files: number; forms: number; risks: number; errors: number; warnings: number }): string =>
    `共 ${count.files} 个文件，${count.forms} 份表，${count.risks} 条风险；错误 ${count.errors} 处，提示 ${count.warnings} 处。`,
} as const;
