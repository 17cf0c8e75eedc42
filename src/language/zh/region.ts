/** What regional roles see: numbers of bureaus, no texts. */
export const region = {
  finding:
    '{region}下属 {bureaus} 个局，共排查风险点 {total} 个，其中{grade} {gradeOne} 个、待评定 {unassessed} 个；排查空白 {gaps} 处。',
  noBureaus: '{region}下还没有局。',
  meta: (at: string) => `截至 ${at} · 只有各局的汇总数字，不含风险点文字和人员姓名`,
  calledApart: (grades: string) => `各局对风险等级的叫法不同，本页统一称${grades}`,
  barsCaption: '各局风险点数',
  barsSub: (grade: string, total: string) => `各局风险点数，${grade}多的在前；共 ${total} 个`,
  tableHeading: '各局进度',
  tableSub: '各局最近一个年度的排查工作',
  columns: { bureau: '单位', year: '年度', forms: '自查表已报', gaps: '排查空白', unassessed: '待评定' },
  year: (year: string) => `${year} 年`,
  forms: (submitted: string, expected: string) => `${submitted} / ${expected} 份`,
  noCampaign: '尚未开展',
  missing: '—',
};
