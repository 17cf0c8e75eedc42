import { workbookFile } from './workbook-file.ts';

const HEADER = ['序号', '处室', '姓名', '岗位', '廉政隐患说明', '防控措施', '发生机率', '危害程度', '来源'];

/** What is wrong in a register as an office gets it. */
const MESSY_ROWS: readonly (readonly (string | number)[])[] = [
  [1, '办公室', '林海棠', '政府采购岗', '化整为零规避公开招标。', '三人小组论证。', '中', '严重', '自查'],
  [2, '办公室', '林海棠', '政府采购岗', '与供应商串通，泄露标底。', '双人保管标底。', '中', '一般', '自查'],
  [3, '办公事', '周某', '文印岗', '泄露涉密文件。', '专柜保管。', '较小', '严重', '互查'],
  [4, '对外贸易处', '吴启航', '外贸扶持资金岗', '', '集体审核。', '较高', '一般', '自查'],
  [5, '对外贸易处', '吴启航', '外贸扶持资金岗', '兑现时拖延刁难企业。', '限时办结。', '较小', '一般', '自查'],
];

/** A register whose risk column has a name that nobody knows, with these rows. */
export function messyRegister(rows: readonly (readonly (string | number)[])[] = MESSY_ROWS): Promise<Buffer> {
  return workbookFile({ name: '登记表', rows: [['廉政风险点登记表'], HEADER, ...rows] });
}

/** A register of that many rows, each with two problems. */
export function longRegister(count: number): Promise<Buffer> {
  const rows = Array.from({ length: count }, (_, index) => [
    ...[index + 1, `第${String((index % 15) + 1)}处`, `张${String(index)}`, '综合岗'],
    ...[`第 ${String(index)} 类事项审查不严，可能违规放行。`, '集体审核。', '中', '不明', '自查'],
  ]);
  const header = HEADER.map((words) => (words === '廉政隐患说明' ? '潜在风险' : words));
  return workbookFile({ name: '登记表', rows: [header, ...rows] });
}
