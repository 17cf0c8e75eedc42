import { postNames } from '../../src/organisation/post-names.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { terms } from '../../src/language/zh/terms.ts';
import { entriesOf, type DemoUnit } from './demo-bureau.ts';
import { NOBODY } from './form-words.ts';
import { gradeByNotice } from './grade-by-notice.ts';
import type { Boilerplate, Contradiction, PointPlace } from './planted.ts';

const PAPERS = {
  annex1: '附件1 自查表（Word）',
  'annex2-docx': '附件2 汇总表（Word）',
  'annex2-xlsx': '附件2 汇总表（Excel）',
} as const;

const KINDS = { division: '处室', affiliate: '直属单位' } as const;

const GRADES = ['一级', '二级', '三级', null] as const;

type Value = string | number | null;

/** A Markdown table. */
export function table(columns: readonly string[], rows: readonly (readonly Value[])[]): string {
  const lines = [columns, columns.map(() => '---'), ...rows];
  return lines.map((values) => `| ${values.map((value) => value ?? NOBODY).join(' | ')} |`).join('\n');
}

export function unitTable(bureau: readonly DemoUnit[]): string {
  const columns = ['编号', '单位', '类别', '报送材料', '岗位', '风险点', '一级', '二级', '三级', '待评定'];
  const rows = bureau.map((unit) => {
    const risks = entriesOf(unit).flatMap((entry) => entry.risks);
    const posts = new Set(unit.posts.flatMap(({ post }) => postNames(post)));
    const grades = GRADES.map((grade) => risks.filter((risk) => gradeByNotice(risk) === grade).length);
    const about = [unit.number, unit.unit, KINDS[unit.kind], PAPERS[unit.paper]];
    return [...about, posts.size, risks.length, ...grades];
  });
  return table(columns, rows);
}

export function domainTable(bureau: readonly DemoUnit[]): string {
  const risks = bureau.flatMap((unit) => entriesOf(unit).flatMap((entry) => entry.risks));
  const rows = KEY_DOMAINS.map((domain) => {
    const name = terms.keyDomains[domain];
    return [name, risks.filter(({ domains }) => domains.includes(name)).length];
  });
  return table(['重点领域', '风险点'], rows);
}

export function pointTable(points: readonly PointPlace[]): string {
  return table(
    ['单位', '姓名', '岗位', '序号', '潜在风险'],
    points.map(({ unit, name, post, ordinal, text }) => [unit, name, post, ordinal, text]),
  );
}

export function boilerplateTable({ text, points }: Boilerplate): string {
  const rows = points.map(({ unit, name, post, ordinal }) => [unit, name, post, ordinal]);
  return `“${text}”\n\n${table(['单位', '姓名', '岗位', '序号'], rows)}`;
}

export function contradictionTable(points: readonly Contradiction[]): string {
  return table(
    ['单位', '姓名', '岗位', '序号', '潜在风险', '填报等级', '按规则'],
    points.map(({ unit, name, post, ordinal, text, declared, byRules }) => [
      ...[unit, name, post, ordinal, text],
      ...[declared, byRules],
    ]),
  );
}
