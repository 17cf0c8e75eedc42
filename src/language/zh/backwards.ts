/** Words of the search from a wanted grade back to the change that gives it. */
export const backwards = {
  tab: '反推',
  ofPoint: (point: string): string => `反推怎样改这个风险点的等级：${point}`,
  title: '要让这些风险点定为某个等级，改哪里最小',
  heading: '要哪些风险点定为几级',
  intro: '逐一试改矩阵的一格、判定的等级、调整规则的作用和数字界限，每次只改一处，不改动任何数据。',
  points: '风险点编号',
  pointsHint: '风险点页面地址末尾的数字，可填多个，用逗号或空格隔开，最多 50 个。',
  year: '年度',
  grade: '定为',
  submit: '找改法',
  errorHeading: '还不能找',
  faults: {
    unsound: '草稿的文字目前不是一份完整的定级标准，请先改正',
    noCampaign: '还没有年度排查工作，没有风险点可试',
    wrong: (typed: string): string => `“${typed}”不是风险点编号，请填数字`,
    none: '请填写至少一个风险点编号',
    many: (most: string): string => `一次最多 ${most} 个，请分几次找`,
  },
  finding: {
    all: '有 {ways} 种改法能让 {points} 个风险点都定为{grade}，影响最小的另外变动 {others} 个。',
    some: '没有一处改动能让 {points} 个风险点都定为{grade}，最多能做到 {most} 个。',
    none: '只改一处做不到：没有改动能让更多的风险点定为{grade}。',
    nothing: '没有可以按规则变动的风险点。',
  },
  pointsHeading: '这些风险点',
  fixedBy: {
    approval: '已审定，规则不能改变',
    override: '已人工调整，规则不能改变',
  },
  notes: {
    missing: (numbers: string): string =>
      `编号 ${numbers} 不是所选年度的风险点，或不在您负责的范围内，没有计入。`,
    more: (shown: string, more: string): string => `只列出影响最小的 ${shown} 种，另有 ${more} 种未列。`,
    cut: '可试的改动太多，没有全部试完；请减少风险点后再找。',
  },
  waysHeading: '改法（影响小的在前）',
  before: '现在',
  after: '改为',
  way: {
    wanted: (wanted: string, points: string, grade: string): string =>
      `${points} 个中 ${wanted} 个定为${grade}`,
    noOthers: '不影响其他风险点',
    others: (count: string): string => `另有 ${count} 个风险点变动`,
    moves: '全部变动',
    raises: (kinds: string): string => `核验会新增：${kinds}`,
    raisedKind: (kind: string, count: string): string => `${kind} ${count} 处`,
    raisesNothing: '核验不会新增问题',
    apply: '用这个改动',
    applied: (what: string): string => `用这个改动：${what}`,
  },
  applied: '已改在草稿上，现行标准不变。',
};
