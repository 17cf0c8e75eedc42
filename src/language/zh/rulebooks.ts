import type { BothLanguages, Words } from '../words.ts';

const TYPES: Readonly<Record<string, string>> = {
  object: '对象 {…}',
  array: '列表 […]',
  string: '文字',
  number: '数字',
  boolean: 'true 或 false',
};

function quoted(values: readonly unknown[]): string {
  return values.map((value) => `“${String(value)}”`).join('、');
}

/** What can be wrong with a rulebook: against the schema. */
const schema = {
  'file-too-large': (limit: number): Words => ({
    message: `评定标准超过 ${limit} KB，没有读取。`,
    fix: '请删去多余内容，或拆成几份评定标准。',
  }),
  'not-utf8': (): Words => ({
    message: '文件不是 UTF-8 编码。',
    fix: '请用 UTF-8 编码另存后再试。',
  }),
  syntax: (line: number): Words => ({
    message: `第 ${line} 行不是正确的 JSON。`,
    fix: '请检查这一行及上一行的引号、逗号和括号是否成对、是否多写或漏写。',
  }),
  'too-deep': (): Words => ({ message: '嵌套层数过多，没有继续读取。', fix: '请减少括号的层数。' }),
  'duplicate-key': (key: string): Words => ({
    message: `同一处写了两次“${key}”。`,
    fix: '请只保留一个。',
  }),
  required: (name: string): Words => ({ message: `缺少“${name}”。`, fix: `请补上“${name}”。` }),
  additionalProperties: (name: string): Words => ({
    message: `不允许写“${name}”。`,
    fix: '请删去，或核对是否拼写有误。',
  }),
  type: (types: readonly string[]): Words => ({
    message: `类型不对，应为${types.map((type) => TYPES[type] ?? type).join('、')}。`,
    fix: '请按规定的类型填写；文字要加引号，数字不加。',
  }),
  enum: (allowed: readonly unknown[]): Words => ({
    message: '不是允许的取值。',
    fix: `请从以下取值中选一个：${quoted(allowed)}。`,
  }),
  pattern: (): Words => ({
    message: '名称不合规定。',
    fix: '名称以小写英文字母开头，只用字母、数字和连字符，如 probability-high；事实名如 measureCount。',
  }),
  'too-few': (limit: number): Words => ({ message: `内容太少，至少 ${limit} 项（字）。`, fix: '请补充。' }),
  'too-many': (limit: number): Words => ({
    message: `内容太多，最多 ${limit} 项（字）。`,
    fix: '请删减或拆分。',
  }),
  uniqueItems: (): Words => ({ message: '列表中有重复的内容。', fix: '请删去重复的一项。' }),
  'value-unwanted': (): Words => ({
    message: '“isUnknown”和“isKnown”不带比较值。',
    fix: '请删去“value”。',
  }),
  'condition-too-deep': (): Words => ({
    message: '条件嵌套超过 10 层。',
    fix: '请把条件拆成几条规则，或合并同类的 all、any。',
  }),
  other: (keyword: string): Words => ({
    message: `不符合格式要求（${keyword}）。`,
    fix: '请对照 rules/rulebook.schema.json 核对。',
  }),
};

/** What can be wrong with a rulebook although its form is right. */
const meaning = {
  'unknown-fact': (fact: string, known: readonly string[]): Words => ({
    message: `没有“${fact}”这个事实。`,
    fix: `可用的事实：${known.join('、')}。`,
  }),
  'operator-unfit': (fact: string, operator: string, fitting: readonly string[]): Words => ({
    message: `事实“${fact}”不能用“${operator}”比较。`,
    fix: `可用的比较：${fitting.join('、')}。`,
  }),
  'value-unfit': (fact: string, value: unknown, expected: string): Words => ({
    message: `${JSON.stringify(value)} 不是事实“${fact}”的取值。`,
    fix: `应为${expected}。`,
  }),
  'value-expected': {
    options: (options: readonly string[]): string => `以下之一：${options.join('、')}`,
    boolean: 'true 或 false（不加引号）',
    text: '文字',
    number: (integer: boolean, minimum: number, maximum: number | null): string =>
      `${integer ? '整数' : '数字'}（不加引号），不小于 ${minimum}${maximum === null ? '' : `、不大于 ${maximum}`}`,
  },
  'word-not-plain': (word: string, plain: string): Words => ({
    message: `关键词“${word}”含空格、全角字符或大写字母，永远匹配不上。`,
    fix: `请写成“${plain}”。`,
  }),
  'duplicate-name': (name: string): Words => ({
    message: `“${name}”重复。`,
    fix: '请改用不同的名称，或删去一个。',
  }),
  'unknown-clause': (clause: string): Words => ({
    message: `没有编号为“${clause}”的条款。`,
    fix: '请在 clauses 中补上这一条款，或改用已有的编号。',
  }),
  'facts-impossible': (): Words => ({
    message: '这组事实不可能同时出现：统计数与它所统计的各项不符。',
    fix: '请改正统计数，或只写各项、由系统统计。',
  }),
  'explained-alike': (): Words => ({
    message: '所说明的倒挂前后两组事实相同。',
    fix: '请写出较轻和较重的两组事实，至少有一项不同。',
  }),
  'unknown-rule': (rule: string): Words => ({
    message: `没有名为“${rule}”的规则。`,
    fix: '请核对规则名称。',
  }),
  'unknown-step': (step: string, steps: readonly string[]): Words => ({
    message: `量表中没有“${step}”这一档。`,
    fix: `可用的档次：${steps.join('、')}。`,
  }),
  'alias-ambiguous': (word: string): Words => ({
    message: `“${word}”同时指量表的两档，读表时无法判断。`,
    fix: '请只留在其中一档。',
  }),
  'mapping-to-itself': (scale: string): Words => ({
    message: `量表“${scale}”不需要换算成自己。`,
    fix: '请删去这一项换算。',
  }),
  'mapping-incomplete': (scale: string, steps: readonly string[]): Words => ({
    message: `从量表“${scale}”换算时漏了：${steps.join('、')}。`,
    fix: '请把原来的每一档都对应到现在的一档；如果都不换算，请删去整个换算，已评的风险点改为待评定。',
  }),
  'mapping-turned': (milder: string, worse: string): Words => ({
    message: `原来“${worse}”比“${milder}”重，换算后反而更轻。`,
    fix: '请让原来较重的一档对应到不更轻的一档。',
  }),
  'scale-changed': (scale: string, steps: readonly string[]): Words => ({
    message: `量表“${scale}”已经按这些档次用过：${steps.join('、')}。档次变了，不能再用这个代码。`,
    fix: '请给量表换一个代码，并在 mappings 中写明原来各档对应现在的哪一档；也可以在“量表”页修改，由系统处理。',
  }),
  'scales-alike': (): Words => ({
    message: '两个量表的代码相同。',
    fix: '请给发生机率和危害程度的量表分别取代码。',
  }),
  'axes-alike': (): Words => ({
    message: '矩阵的行和列是同一个事实。',
    fix: '请一个用 probability，一个用 harm。',
  }),
  'axis-not-required': (fact: string): Words => ({
    message: `矩阵用到“${fact}”，但 requires 没有写它：这个事实未知时无法定级。`,
    fix: `请在 requires 中补上“${fact}”。`,
  }),
  'base-fact': (fact: string): Words => ({
    message: `基本规则只能比较矩阵的行和列，不能用“${fact}”。`,
    fix: '请改为调整规则（adjustments）。',
  }),
  'post-matrix': (): Words => ({
    message: '按岗位定级的标准不能用发生机率和危害程度的矩阵：它们因风险点而异。',
    fix: '请改用判定表（decisions），或把 subject 改为 risk-point。',
  }),
  'not-of-post': (fact: string): Words => ({
    message: `按岗位定级的标准不能用“${fact}”：它因风险点而异，不是岗位的事实。`,
    fix: '请改用岗位的事实（of 为 post），或把 subject 改为 risk-point。',
  }),
  'derived-not-number': (fact: string): Words => ({
    message: `计算得出的事实“${fact}”应为数字。`,
    fix: '请把 type 改为 number，或删去 derived。',
  }),
  'points-not-of-post': (fact: string): Words => ({
    message: `“${fact}”计算岗位的风险点数，应是岗位的事实。`,
    fix: '请把 of 改为 post。',
  }),
  'not-countable': (fact: string, countable: readonly string[]): Words => ({
    message: `“${fact}”不能计数：只能数同一对象的“是否”类自设事实。`,
    fix: countable.length === 0 ? '请先声明这样的事实。' : `可以计数的事实：${countable.join('、')}。`,
  }),
  'cell-missing': (row: string, column: string): Words => ({
    message: `矩阵缺少（${row}，${column}）这一格：这种情形得不出等级。`,
    fix: '请补上这一格。',
  }),
  'cell-twice': (row: string, column: string): Words => ({
    message: `矩阵中（${row}，${column}）这一格写了两次。`,
    fix: '请只保留一个。',
  }),
  'same-conditions': (one: BothLanguages, other: BothLanguages): Words => ({
    message: `“${one.zh}”与“${other.zh}”条件相同，结果却不同。`,
    fix: '请删去其中一条，或改正其中一条的条件或结果。',
  }),
  'unassessed-with-rules': (): Words => ({
    message: '示例预期为待评定（null），就不会有起决定作用的规则。',
    fix: '请删去“rules”。',
  }),
};

/** What judging finds. */
const check = {
  'example-differs': (name: string, expected: string, found: string): Words => ({
    message: `“${name}”应得：${expected}；现得：${found}。`,
    fix: '请核对示例与规则，改正有误的一方。',
  }),
  'base-rule-does-not-apply': (rule: string, row: string, column: string): Words => ({
    message: `（${row}，${column}）这一格以“${rule}”为依据，但该规则在这一格不成立。`,
    fix: '请改正这一格的依据，或改正该规则的条件。',
  }),
  'non-monotone': (change: string, better: string, worse: string): Words => ({
    message: `${change}，等级反而由${better}变轻为${worse}。`,
    fix: '请核对所列规则和矩阵单元格，情形更差时等级不应更轻。',
  }),
  'non-monotone-status': (change: string, better: string, worse: string): Words => ({
    message: `${change}，结果反而由“${better}”变好为“${worse}”。`,
    fix: '请核对所列规则，情形更差时结果不应更好。',
  }),
  gap: (cases: number): Words => ({
    message: `有 ${cases} 种情形不符合任何一条规则，得不出结果。`,
    fix: '请补一条规则，或放宽已有规则的条件，使所列情形有结果。',
  }),
  'rules-disagree': (one: BothLanguages, its: string, other: BothLanguages, others: string): Words => ({
    message: `“${one.zh}”（${its}）与“${other.zh}”（${others}）同时符合，结果却不同。`,
    fix: '请改正其中一条的条件或等级，或改用按顺序判定（hitPolicy 为 first），使结果唯一。',
  }),
  contradiction: (rule: BothLanguages): Words => ({
    message: `“${rule.zh}”的条件自相矛盾，任何情形都不符合。`,
    fix: '请改正条件，或删去这条规则。',
  }),
  hidden: (rule: BothLanguages, hiders: readonly BothLanguages[]): Words => ({
    message: `“${rule.zh}”从不起作用：凡符合它的情形，都已由${titles(hiders)}决定。`,
    fix: '请改正条件，把它移到所列规则之前，或删去这条规则。',
  }),
  'base-rule-unused': (rule: BothLanguages): Words => ({
    message: `没有单元格以“${rule.zh}”为依据，它从不起作用。`,
    fix: '请在相应单元格的依据中写上它，或删去这条规则。',
  }),
  redundant: (rule: BothLanguages, others: readonly BothLanguages[]): Words => ({
    message:
      others.length === 0
        ? `“${rule.zh}”是多余的：删去它，任何情形的结果都不变。`
        : `“${rule.zh}”是多余的：删去它，任何情形的结果都不变，所列情形由${titles(others)}决定。`,
    fix: '请删去这条规则，或改正它的条件或结果。',
  }),
  'explains-nothing': (): Words => ({
    message: '这条倒挂说明没有对应的倒挂。',
    fix: '请写全事实：两种情形只差一个事实，更差的一方等级更轻；不需要时请删去。',
  }),
  sampled: (): Words => ({
    message: '评定标准划分出的情形组合过多，只抽查了一部分；没有发现问题不等于没有问题。',
    fix: '请减少规则、数字界限或比较条件，或分成几份评定标准。',
  }),
  'more-inversions': (shown: number, left: number): Words => ({
    message: `倒挂过多，只列出最基本的 ${shown} 个，至少还有 ${left} 个没有列出。`,
    fix: '请先改正已列出的，再核对一次。',
  }),
  'inversions-left': (shown: number, left: number): Words => ({
    message: `倒挂过多，只列出最基本的 ${shown} 个，还有 ${left} 个没有列出。`,
    fix: '请先改正已列出的，再核对一次。',
  }),
  'words-unchecked': (): Words => ({
    message: '规则和词语过多，规则之间是否互相遮盖或多余没有全部核对；没有发现问题不等于没有问题。',
    fix: '请减少规则或词语，或分成几份评定标准。',
  }),
  truth: { true: '是', false: '否' },
};

function titles(rules: readonly BothLanguages[]): string {
  const shown = rules.slice(0, 3).map(({ zh }) => `“${zh}”`);
  return rules.length > 3 ? `${shown.join('、')}等 ${rules.length} 条规则` : shown.join('、');
}

/** Words of the check of rulebooks, and of the command that runs it. */
export const rulebooks = {
  schema,
  meaning,
  check,
  from: (fact: string, better: string, worse: string): string => `${fact}由“${better}”变为“${worse}”`,
  result: (result: string, rules: readonly string[]): string =>
    rules.length === 0 ? result : `${result}（${rules.join('、')}）`,
  nothing: '没有结果',
  command: {
    description: '评定标准',
    check: '核对评定标准：格式、示例，并逐一核对全部情形组合',
    rulebook: '评定标准文件',
    ok: (cases: number): string =>
      cases === 0 ? '通过：格式和示例无误。' : `通过：格式和示例无误，核对了 ${cases} 种情形组合。`,
    failed: (count: number): string => `发现 ${count} 个问题：`,
    finding: (place: string, message: string, fix: string): string => `${place}${message}${fix}`,
    warning: (message: string, fix: string): string => `注意：${message}${fix}`,
    sampled: (cases: number): string =>
      cases === 0 ? '格式和示例未发现问题，其余没有全部核对。' : `抽查未发现问题（共 ${cases} 种情形组合）。`,
    position: (place: string): string => `${place}：`,
    line: (line: number, path: string): string => `第 ${line} 行 ${path}：`,
    fact: (fact: string, value: string | number | boolean | null): string =>
      `${fact}＝${value === null ? '未知' : String(value)}`,
    facts: (facts: readonly string[]): string => `　　情形：${facts.join('，')}`,
  },
};
