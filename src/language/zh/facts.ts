const TRAITS = {
  type: '类型',
  of: '所属（风险点或岗位）',
  unit: '单位',
  options: '选项',
  derived: '统计方式',
} as const;

type Trait = keyof typeof TRAITS;

/** Facts of a grading rulebook in words, the bureau's own ones included. */
export const facts = {
  truths: { true: '是', false: '否' },
  withUnit: (value: string, unit: string) => `${value} ${unit}`,
  /** A fact as it might be, within a condition. */
  as: (fact: string, value: string) => `“${fact}”为“${value}”`,
  anyOther: '标准没有单列的其他选项',
  clash: (fact: string, traits: readonly Trait[]) => ({
    what: `“${fact}”已在事实目录中登记，但${traits.map((trait) => TRAITS[trait]).join('、')}与这里不同。`,
    fix: '已有的取值不能改变含义：请改回与目录一致，或换一个名称另行登记。',
  }),
  noPost: { what: '没有这个岗位，或者它不在您的权限范围内。', fix: '请从风险点页面重新进入。' },
  responsible: (leader: string) => `责任领导：${leader}`,
  catalogue: {
    title: '事实目录',
    meta: (bureau: string, rulebook: string) => `${bureau} · 现行标准：${rulebook}`,
    fact: '事实',
    type: '类型',
    values: '取值或单位',
    worseHead: '怎样算更重',
    source: '来源',
    knownHead: '已知的风险点',
    none: '—',
    types: { scale: '量表', number: '数字', boolean: '是或否', choice: '选项', text: '文字' },
    subjects: { 'risk-point': '风险点', post: '岗位' },
    typeOf: (type: string, subject: string, isDerived: boolean) =>
      `${subject}的${type}${isDerived ? '（系统统计）' : ''}`,
    worse: { up: '越高越重', down: '越低越重', none: '无轻重之分' },
    known: (known: string, points: string) => `${known} / ${points}`,
  },
  title: '登记事实',
  ofPoint: '风险点的事实',
  ofPost: '岗位的事实',
  ofPostIntro: '岗位的事实对该岗位的全部风险点生效。',
  none: '现行评定标准没有需要在这里登记的事实。',
  unknown: '未知',
  now: (value: string, by: string, at: string) => `现为“${value}”，${by} ${at} 登记`,
  nowUnknown: '尚未登记',
  number: (unit: string) => `单位：${unit}，填整数`,
  save: '保存',
  saved: (count: string) => `已登记 ${count} 项事实，相关风险点的等级已重新拟定。`,
  savedNothing: '没有改动。',
  back: '返回风险点',
  postLink: '登记岗位的事实',
  link: '登记事实',
  faults: {
    heading: '有填写不对的地方',
    number: (maximum: string | null) =>
      `请填不小于 0${maximum === null ? '' : `、不大于 ${maximum}`} 的整数。`,
    option: '请从列出的选项中选择。',
    changed: '您打开页面之后，别人改动了这些事实。请核对“现为”后面的内容，再保存一次。',
    barred: '本年度排查工作已经结束，或风险点已审定，事实不再改动。',
  },
};
