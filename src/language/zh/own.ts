/** A post-holder's first page. */
export const own = {
  title: '我的自查',
  meta: (person: string, year: string, document: string | null) =>
    `${person} · ${year} 年度岗位廉政风险排查${document === null ? '' : ` · ${document}`}`,
  deadline: {
    ahead: (date: string, days: string) => `请在 ${date}前报送自查表，还有 ${days} 天`,
    today: (date: string) => `今天（${date}）是报送自查表的最后一天`,
    late: (date: string, days: string) => `自查表应在 ${date}前报送，已过 ${days} 天`,
    none: '请报送自查表，截止日期尚未确定',
    sentBack: '您的自查表已退回，请修改后重新报送',
    filed: '您的自查表已报送',
    filedBefore: (date: string) => `您的自查表已报送（截止 ${date}）`,
  },
  tasksHeading: '现在要做的',
  tasks: {
    noPost: '系统里还没有您的任职记录，请联系局办公室核对。',
    file: '请填写《廉政风险自查表（岗位）》，交处室负责人审核后报局办公室。',
    revise: '自查表已退回，请按意见修改后重新报送。',
    nothing: '目前没有需要您办理的事项。',
  },
  postsHeading: '我的岗位',
  noPosts: '没有任职记录',
  formsHeading: '我的自查表',
  noForms: '还没有收到您的自查表。',
  pointsHeading: '我的风险点和防控措施',
  noPoints: '还没有风险点。',
  steps: (probability: string, harm: string) => `发生机率：${probability}，危害程度：${harm}`,
  withheld: '等级和评定情况由评估组掌握，排查期间不向填报人显示。',
  unlinked: {
    title: '账号还没有对应到本人',
    what: '您的账号还没有与人员名册中的本人对应，因此看不到您的自查表。',
    fix: '请联系局办公室，在“账号”中把您的账号与本人对应起来。',
  },
};
