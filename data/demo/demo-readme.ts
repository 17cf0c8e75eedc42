import { terms } from '../../src/language/zh/terms.ts';
import type { DemoUnit } from './demo-bureau.ts';
import type { Planted } from './planted.ts';
import {
  boilerplateTable,
  contradictionTable,
  domainTable,
  pointTable,
  table,
  unitTable,
} from './readme-tables.ts';

/** The README of the demo bureau, made from the same content as its files. */
export function demoReadme(bureau: readonly DemoUnit[], planted: Planted): string {
  const sections = [...introduction(planted), ...numbers(bureau, planted), ...plantedLists(planted)];
  return `${[...sections, '## In English', english(planted)].join('\n\n')}\n`;
}

function introduction({ bureau }: Planted): readonly string[] {
  return [
    `# 示例单位：${bureau}`,
    '本目录中的单位、人员、岗位和风险点全部是虚构的，用来演示和测试：各处室报送的材料怎样读进来、怎样定级、怎样核对重点领域是否都已排查。如与真实单位、人员雷同，纯属巧合。',
    [
      '- `bureau/`：内容本身，一个单位一个文件；要改内容，改这里。',
      '- `files/`：由内容生成的 Word、Excel 和 CSV 文件，就是各单位“报送”的材料，示例数据库只从这些文件导入。自查表在单号单位是一人一个文件，在双号单位是全部装在一个文件里；登记表如 Excel 另存的样子，《风险点评估登记表》为 UTF-8（带 BOM），招商服务中心自己的一份为 GB18030。',
      '- `planted.json` 和本文件：由内容生成，不要手改。',
    ].join('\n'),
    '改了内容以后，运行 `npm run demo:files` 重新生成；内容不变，生成的文件逐字节不变。',
  ];
}

function numbers(bureau: readonly DemoUnit[], { counts }: Planted): readonly string[] {
  const { byGrade } = counts;
  return [
    '## 数量',
    `${String(counts.units)} 个单位（处室 ${String(counts.divisions)} 个、直属单位 ${String(counts.affiliates)} 个），${String(counts.posts)} 个岗位，${String(counts.people)} 人，自查材料 ${String(counts.entries)} 份，风险点 ${String(counts.points)} 个：一级 ${String(byGrade.一级)}、二级 ${String(byGrade.二级)}、三级 ${String(byGrade.三级)}、待评定 ${String(byGrade.待评定)}。等级是按通知第三部分第 3 项，由登记表中的发生机率和危害程度得出的。`,
    unitTable(bureau),
    '登记表中经人确认的重点领域（一个风险点可以涉及几个领域，第一个为主要领域；没有人确认的，由系统按文字给出建议，不计在内）：',
    domainTable(bureau),
  ];
}

function plantedLists(planted: Planted): readonly string[] {
  const { unassessed, withoutMeasure, boilerplate, gaps, contradictedGrades } = planted;
  return [
    '## 有意埋设的问题',
    '下面这些问题是有意放进去的，系统应当一条不漏地找出来。“序号”是风险点在本人材料中的序号；单位自身的风险点没有姓名和岗位，记作“—”。',
    `### 待评定的风险点：${String(unassessed.length)} 个`,
    '登记表中的发生机率、危害程度没有填全，不应自行定级。',
    pointTable(unassessed),
    `### 没有防控措施的风险点：${String(withoutMeasure.length)} 个`,
    '材料和登记表中的防控措施都空着。',
    pointTable(withoutMeasure),
    `### 内容雷同的套话：${String(boilerplate.length)} 组`,
    '三人以上一字不差，看不出是哪个环节、什么人、会做什么。',
    ...boilerplate.map(boilerplateTable),
    `### 排查空白：${String(gaps.length)} 处`,
    '岗位职责涉及这一重点领域，本单位却没有一个风险点涉及它。',
    table(
      ['单位', '重点领域'],
      gaps.map(({ unit, domain }) => [unit, terms.keyDomains[domain]]),
    ),
    `### 填报等级与规则不符：${String(contradictedGrades.length)} 个`,
    '汇总表上填报的等级，与按通知得出的等级不一致。',
    contradictionTable(contradictedGrades),
  ];
}

function english({ counts, ...planted }: Planted): string {
  const { byGrade } = counts;
  return [
    `A made-up municipal commerce bureau: ${String(counts.units)} units, ${String(counts.posts)} posts, ${String(counts.people)} people, ${String(counts.points)} risk points (grade 1: ${String(byGrade.一级)}, grade 2: ${String(byGrade.二级)}, grade 3: ${String(byGrade.三级)}, unassessed: ${String(byGrade.待评定)}).`,
    '`bureau/` is the content; `files/` are the Word, Excel and CSV files that the units hand in, and all that the demo database is imported from.',
    `Planted on purpose, listed above and in \`planted.json\`: ${String(planted.unassessed.length)} unassessed points, ${String(planted.withoutMeasure.length)} without a measure, ${String(planted.boilerplate.length)} groups of copied boilerplate, ${String(planted.gaps.length)} coverage gaps, ${String(planted.contradictedGrades.length)} declared grades that the rules contradict.`,
    '`npm run demo:files` makes everything but `bureau/` anew, byte for byte the same as long as the content is.',
  ].join('\n');
}
