/** The workbook that goes back to those who filled in the forms. */
export const errorWorkbook = {
  sheet: '需要修改的内容',
  columns: {
    file: '文件',
    severity: '级别',
    place: '工作表或表格',
    row: '行',
    column: '列',
    field: '栏目',
    value: '填写的内容',
    wrong: '问题',
    fix: '如何修改',
  },
  table: (number: number): string => `表 ${String(number)}`,
  fields: {
    unit: '单位（处室）名称',
    name: '姓名',
    post: '岗位名称',
    duties: '岗位职责',
    filledOn: '填表日期',
    text: '潜在风险',
    measure: '防控措施',
    probability: '发生机率',
    harm: '危害程度',
    grade: '风险等级',
    domains: '重点领域',
  },
};
