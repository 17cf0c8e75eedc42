import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { FactDefinition, RulebookKind } from './fact-definition.ts';
import type { BothLanguages } from './rulebook.ts';

/** The facts of a kind of rulebook, in the order in which people see them. */
export function factsOf(kind: RulebookKind): readonly FactDefinition[] {
  return FACTS.filter((fact) => fact.kind === kind);
}

/** The definition of a fact, or `null` where rulebooks of this kind know no such fact. */
export function factDefinition(kind: RulebookKind, name: string): FactDefinition | null {
  return FACTS.find((fact) => fact.kind === kind && fact.name === name) ?? null;
}

const ASSESSED: BothLanguages = {
  zh: '处室负责人、评估组评定',
  en: 'set by the division head and the assessment group',
};
const COUNTED: BothLanguages = { zh: '系统按已报表格统计', en: 'counted from the forms on file' };
const POINTS_UNIT: BothLanguages = { zh: '个', en: 'points' };
const POSTS_UNIT: BothLanguages = { zh: '个', en: 'posts' };

const COUNT = { type: 'number', integer: true, minimum: 0, maximum: null } as const;

const FACTS: readonly FactDefinition[] = [
  {
    name: 'probability',
    kind: 'grading',
    type: 'scale',
    title: { zh: '发生机率', en: 'Probability' },
    unit: null,
    worse: 'up',
    source: ASSESSED,
    canBeUnknown: true,
  },
  {
    name: 'harm',
    kind: 'grading',
    type: 'scale',
    title: { zh: '危害程度', en: 'Harm' },
    unit: null,
    worse: 'up',
    source: ASSESSED,
    canBeUnknown: true,
  },
  {
    name: 'domain',
    kind: 'grading',
    type: 'choice',
    options: KEY_DOMAINS,
    title: { zh: '重点领域', en: 'Key domain' },
    unit: null,
    worse: 'none',
    source: { zh: '已确认的主要重点领域', en: 'the accepted main key domain' },
    canBeUnknown: true,
  },
  {
    name: 'measureCount',
    kind: 'grading',
    ...COUNT,
    title: { zh: '防控措施数', en: 'Number of measures' },
    unit: { zh: '条', en: 'measures' },
    worse: 'down',
    source: COUNTED,
    canBeUnknown: false,
  },
  {
    name: 'expected',
    kind: 'coverage',
    type: 'choice',
    options: ['confirmed', 'suggested', 'no'],
    title: { zh: '职责是否涉及', en: 'Whether duties touch the domain' },
    unit: null,
    worse: 'none',
    source: { zh: '岗位职责（人工确认或规则建议）', en: "the posts' duties, confirmed or suggested" },
    canBeUnknown: false,
  },
  {
    name: 'exempt',
    kind: 'coverage',
    type: 'boolean',
    title: { zh: '经审核不涉及', en: 'Exempt after review' },
    unit: null,
    worse: 'none',
    source: { zh: '覆盖豁免记录', en: 'the coverage exemptions on record' },
    canBeUnknown: false,
  },
  {
    name: 'points',
    kind: 'coverage',
    ...COUNT,
    title: { zh: '风险点数', en: 'Risk points' },
    unit: POINTS_UNIT,
    worse: 'down',
    source: COUNTED,
    canBeUnknown: false,
  },
  {
    name: 'pointsAccepted',
    kind: 'coverage',
    ...COUNT,
    partOf: 'points',
    title: { zh: '已确认领域的风险点数', en: 'Points whose domain is accepted' },
    unit: POINTS_UNIT,
    worse: 'down',
    source: COUNTED,
    canBeUnknown: false,
  },
  {
    name: 'pointsWithMeasure',
    kind: 'coverage',
    ...COUNT,
    partOf: 'points',
    title: { zh: '有防控措施的风险点数', en: 'Points with a measure' },
    unit: POINTS_UNIT,
    worse: 'down',
    source: COUNTED,
    canBeUnknown: false,
  },
  {
    name: 'posts',
    kind: 'coverage',
    ...COUNT,
    title: { zh: '涉及岗位数', en: 'Posts concerned' },
    unit: POSTS_UNIT,
    worse: 'none',
    source: COUNTED,
    canBeUnknown: false,
  },
  {
    name: 'postsWithPoints',
    kind: 'coverage',
    ...COUNT,
    partOf: 'posts',
    title: { zh: '已查找风险点的涉及岗位数', en: 'Posts concerned that have a point' },
    unit: POSTS_UNIT,
    worse: 'down',
    source: COUNTED,
    canBeUnknown: false,
  },
  {
    name: 'postShare',
    kind: 'coverage',
    type: 'number',
    integer: false,
    minimum: 0,
    maximum: 100,
    title: { zh: '涉及岗位覆盖率', en: 'Share of posts concerned that have a point' },
    unit: { zh: '%', en: '%' },
    worse: 'down',
    source: {
      zh: '已查找风险点的涉及岗位数 ÷ 涉及岗位数；没有涉及岗位时未知',
      en: 'posts with a point ÷ posts concerned; unknown where no post is concerned',
    },
    canBeUnknown: true,
  },
  {
    name: 'text',
    kind: 'domain',
    type: 'text',
    title: { zh: '文字内容', en: 'Words' },
    unit: null,
    worse: 'none',
    source: { zh: '潜在风险或岗位职责的文字', en: 'the words of a risk or of the duties of a post' },
    canBeUnknown: false,
  },
  {
    name: 'subject',
    kind: 'domain',
    type: 'choice',
    options: ['risk-point', 'post'],
    title: { zh: '文字来源', en: 'Subject' },
    unit: null,
    worse: 'none',
    source: { zh: '潜在风险（risk-point）或岗位职责（post）', en: 'a risk point or a post' },
    canBeUnknown: false,
  },
];
