/** Overrides grouped by case: should the rulebook be changed? */
export const calibration = {
  title: '人工调整校准',
  sub: (bureau: string, year: string) =>
    `${bureau} ${year} 年：把现有的人工调整按情形归并，看评定标准是否该改。`,
  empty: '没有需要校准的人工调整。',
  emptyFix: '评估组调整等级后，同一情形的调整会归并在这里。',
  severer: (total: string, count: string) =>
    `该情形 ${total} 个人工调整，其中 ${count} 个调高：是否修改评定标准？`,
  milder: (total: string, count: string) =>
    `该情形 ${total} 个人工调整，其中 ${count} 个调低：是否修改评定标准？`,
  case: (number: string) => `情形组合 ${number}`,
  fact: (fact: string, value: string) => `${fact}：${value}`,
  unknown: '未知',
  between: (from: string, below: string) => `${from} 至 ${below} 以下`,
  atLeast: (from: string) => `${from} 及以上`,
  lessThan: (below: string) => `${below} 以下`,
  proposed: '规则拟定：',
  given: '人工调整为：',
  count: (count: string) => `${count} 个`,
  caption: '该情形的人工调整',
  columns: { point: '风险点', unit: '单位', grade: '调整为', reason: '理由' },
  prepare: (grade: string) => `拟好草稿：该情形定为${grade}`,
  findings: (count: string) =>
    `只改这一处，草稿的检查会发现 ${count} 个问题（例如更重的情形等级反而更轻），要在工作台改好或说明后才能提请审定。`,
  openDraft: '已有打开的草稿，去修改',
  noMajority: '调整方向不一，没有过半数的等级，不拟草稿。',
  notByRule: '现行标准不能用改一处的办法得到这个等级，请在草稿中人工修改。',
  prepared: '草稿已拟好，改动和理由已填入。请核对影响后再提请审定。',
  ruleTitle: (grade: string) => `按人工调整定为${grade}`,
  ruleReason: (total: string, count: string, grade: string) =>
    `该情形有 ${total} 个人工调整，其中 ${count} 个调整为${grade}，据此修改评定标准。`,
  gone: {
    what: '这个情形现在没有可据以修改标准的人工调整，没有拟草稿。',
    fix: '请刷新页面，看过现在的情况再办理。',
  },
};
