interface Refusal {
  readonly title: string;
  readonly what: string;
  readonly fix: string;
}

/** Batches of imports: what one brought, and taking it back. */
export const batches = {
  crumb: '导入',
  title: (id: string): string => `第 ${id} 批导入`,
  finding: '第 {id} 批导入：新增 {created} 份表，更新 {replaced} 份',
  meta: (actor: string, at: string, year: string): string => `${actor} 于 ${at} 导入，${year} 年度`,
  figures: {
    files: '文件',
    created: '新增的表',
    replaced: '更新的表',
    points: '新增风险点',
    changed: (count: string): string => `另有 ${count} 个改动`,
    withdrawn: (count: string): string => `撤下 ${count} 个`,
  },
  files: '文件',
  forms: '带来的表',
  formsCaption: '这一批带来的表',
  formsGone: '这一批已经撤销，带来的表不再显示。',
  columns: { unit: '单位', person: '姓名', outcome: '结果' },
  outcomes: { created: '新增', replaced: '更新' },
  unitsOwn: '（处室自身）',
  toPoints: (person: string): string => `${person}的风险点`,
  made: '新建的单位和岗位',
  units: '单位',
  posts: '岗位',
  post: (unit: string, post: string): string => `${unit}：${post}`,
  nothing: '没有',
  undone: (by: string, at: string): string => `这一批已由${by}于 ${at} 撤销。`,
  undoneReason: (reason: string): string => `原因：${reason}`,
  unrecorded: '这一批是在系统能够记录改动之前导入的，不能撤销。',
  toUndo: '撤销这一批…',
  undo: {
    title: (id: string): string => `撤销第 ${id} 批导入`,
    crumb: '撤销',
    intro: '撤销后，各处看到的内容和这次导入之前一样：',
    created: (forms: string, points: string): string =>
      `这一批新增的 ${forms} 份表和 ${points} 个风险点不再出现，也不再计入任何统计。`,
    replaced: (forms: string): string => `被这一批更新的 ${forms} 份表恢复到更新之前的内容和评定。`,
    facts: '这一批带来的评定、重点领域和填报等级不再算数；原有记录和撤销本身都留在审计记录里。',
    made: '这一批新建而没有别处使用的单位和岗位一并去掉。',
    again: '以后可以重新导入同样的文件。',
    reason: '撤销原因',
    reasonHint: '例如：选错了年度的文件。原因会显示在这一批的页面上。',
    submit: '确认撤销',
    back: '返回，不撤销',
    done: (id: string, forms: string, points: string): string =>
      `已撤销第 ${id} 批导入：${forms} 份表、${points} 个风险点恢复到导入之前。`,
    errorHeading: '没有撤销',
    reasonMissing: '请填写撤销原因',
    reasonTooLong: (limit: string): string => `撤销原因最多 ${limit} 字`,
    blocked: '不能撤销：这一批之后又有了下面这些变动',
    blockedFix:
      '请先撤销更晚的导入批次；人工评定、核定或审定过的内容不能随导入一起撤销，请改为导入更正后的文件。',
    more: (count: string): string => `另外还有 ${count} 处。`,
    obstacles: {
      form: (unit: string, person: string): string => `${unit} ${person}的表：后来又报送或修改过`,
      point: (unit: string, text: string): string => `${unit}“${text}”：后来评定、核定或修改过`,
      post: (unit: string, post: string): string => `${unit} ${post}：职责或重点领域后来核定或修改过`,
      exemption: (unit: string, domain: string): string => `${unit}“${domain}”：后来申请或核定了不涉及`,
    },
  },
  noSuch: { what: '没有这一批导入，或者它涉及您看不到的单位。', fix: '请回到导入页面，从列表中选择。' },
  alreadyUndone: (who: string, at: string): Refusal => ({
    title: '这一批已经撤销',
    what: `${who}已于 ${at} 撤销这一批，不用再撤销。`,
    fix: '撤销的原因见“导入”中的这一批。',
  }),
  notRecorded: (at: string): Refusal => ({
    title: '这一批不能撤销',
    what: `这一批于 ${at} 导入，当时系统还不记录改动，不能撤销。`,
    fix: '请改为导入更正后的文件。',
  }),
};
