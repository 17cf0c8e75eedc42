/** The domain's words, as in the glossary; one place for each. */
export const terms = {
  productName: '岗位廉政风险防控',
  /** The notice's; `callGrades` puts a rulebook's own in their place. */
  grades: { '1': '一级', '2': '二级', '3': '三级' },
  /** As a paper says it, on the notice's forms. */
  declaredGrades: { '1': '一级', '2': '二级', '3': '三级' },
  /** As the rulebook before a change calls them, where a page compares two. */
  gradesBefore: { '1': '一级', '2': '二级', '3': '三级' },
  unassessed: '待评定',
  keyDomains: {
    'decision-making': '民主决策',
    'cadre-management': '干部管理',
    personnel: '人事管理',
    finance: '财务管理',
    assets: '资产管理',
    'key-projects': '重点项目',
    'major-events': '重大活动',
    procurement: '采购工作',
    approvals: '行政审批',
    enforcement: '行政执法',
    'policy-funds': '政策资金',
  },
  roles: {
    'post-holder': '岗位人员',
    'division-head': '处室（单位）负责人',
    'leader-in-charge': '局分管领导',
    'principal-leader': '局主要领导',
    'party-group': '局党组',
    'assessment-group': '廉政风险质量评估组',
    'discipline-team': '派驻纪检组',
    office: '局办公室',
    auditor: '审计员',
    regional: '市（省）级',
  },
  coverage: {
    covered: '已覆盖',
    weak: '防控薄弱',
    gap: '排查空白',
    exempt: '不涉及（经审核）',
    'not-expected': '—',
  },
  pointStates: { entered: '已填报', assessed: '已评估', approved: '已审定', published: '已公示' },
  unitKinds: { region: '地区', bureau: '局', division: '处室', affiliate: '直属单位', section: '内设科室' },
} as const;
