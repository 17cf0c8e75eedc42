import iconv from 'iconv-lite';
import { entriesOf, type DemoUnit } from './demo-bureau.ts';
import { NOBODY } from './form-words.ts';
import type { PaperFile } from './paper-file.ts';

const COLUMNS = [
  ...['单位', '姓名', '岗位名称', '岗位职责', '潜在风险', '防控措施', '发生机率', '危害程度', '重点领域'],
];

/** This unit keeps a register of its own, saved by an old program. */
const KEEPS_ITS_OWN = '招商服务中心';

/** The registers of all risk points, with their assessments and accepted domains. */
export function registerFiles(bureau: readonly DemoUnit[]): readonly PaperFile[] {
  const others = bureau.filter(({ unit }) => unit !== KEEPS_ITS_OWN);
  const itsOwn = bureau.filter(({ unit }) => unit === KEEPS_ITS_OWN);
  return [
    { name: '风险点评估登记表.csv', bytes: iconv.encode(register(others), 'utf8', { addBOM: true }) },
    { name: `${KEEPS_ITS_OWN}登记表.csv`, bytes: iconv.encode(register(itsOwn), 'gb18030') },
  ];
}

function register(units: readonly DemoUnit[]): string {
  return [COLUMNS, ...units.flatMap(rowsOf)].map((values) => `${values.map(quoted).join(',')}\r\n`).join('');
}

function rowsOf(unit: DemoUnit): readonly (readonly string[])[] {
  return entriesOf(unit).flatMap(({ name, post, duties, risks }) =>
    risks.map((risk) => [
      ...[unit.unit, name ?? NOBODY, post ?? NOBODY, duties ?? ''],
      ...[risk.text, risk.measure ?? '', risk.probability ?? '', risk.harm ?? ''],
      risk.domains.join('、'),
    ]),
  );
}

/** As Excel saves it: in quotation marks only where a comma, a quotation mark or a line break asks for them. */
function quoted(value: string): string {
  return /[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
