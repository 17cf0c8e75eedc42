/** The base of a grading draft in forms: its sides, what its cells rest on, how its decision table is read. */
export const baseWords = {
  tab: { matrix: '矩阵的理由', table: '判定表的设置' },
  title: { matrix: '基本矩阵的形式和理由', table: '判定表的设置' },
  none: {
    what: '这类评定标准没有基本矩阵或判定表。',
    fix: '请回到工作台，在规则清单里修改。',
  },
  save: '保存',
  saved: {
    'set-rows': '已保存矩阵的行和列。',
    'set-reasons': '已保存各格的理由。',
    'set-hit-policy': '已保存判定表怎样取结果。',
    'set-otherwise': '已保存其余情形。',
  },
  rows: {
    heading: '行和列',
    sub: '哪个量表作行；另一个作列。各格的等级和理由不变。',
    label: '行',
  },
  hitPolicy: {
    heading: '几条同时符合时',
    sub: '改为“应当一致”后，核验会指出互相矛盾的规则。',
    label: '怎样取结果',
    choices: { first: '以最先符合的一条为准', any: '符合的各条应当一致' },
  },
  reasons: {
    heading: '各格的理由',
    sub: '定级依据里写出所勾选的理由和条款，每格至少一条。等级在工作台的矩阵里改，理由在工作台的规则清单里改。',
    add: '加一条理由',
  },
  otherwise: {
    heading: '其余情形',
    sub: '没有一条规则符合时的等级。选“不定”时，核验会把定不出结果的情形列为遗漏。',
    grade: '等级',
    nothing: '不定',
  },
};
