import type { Words } from '../words.ts';
import { terms } from './terms.ts';

type Nothing = Readonly<Record<string, never>>;

const RESAVE = '请用 Word 或 WPS 打开后另存为 .docx 或 .xlsx，再重新提交。';

const UNSUPPORTED = {
  pdf: 'PDF 文件',
  rtf: 'RTF 文本',
  image: '图片',
  odf: 'OpenDocument 文件',
  xlsb: 'Excel 二进制工作簿（.xlsb）',
  word95: 'Word 95 及更早版本的文档',
  zip: '压缩包或其他程序的文件',
  xml: 'XML 文件',
  binary: '无法识别的二进制文件',
  compound: '其他程序的文件',
} as const;

export type UnsupportedKind = keyof typeof UNSUPPORTED;

const STEP_FIELDS = { probability: '发生机率', harm: '危害程度' } as const;

interface UnknownStep {
  readonly field: keyof typeof STEP_FIELDS;
  readonly raw: string;
  readonly allowed: readonly { readonly zh: string; readonly en: string }[];
}

interface Titled {
  readonly zh: string;
  readonly en: string;
}

export interface ExpectedFact {
  readonly type: 'number' | 'boolean' | 'choice';
  readonly unit: Titled | null;
  readonly maximum: number | null;
  readonly options: readonly Titled[];
}

interface UnknownFactValue {
  readonly title: Titled;
  readonly raw: string;
  readonly expected: ExpectedFact;
}

interface UnknownFactName {
  readonly name: string;
  readonly known: readonly Titled[];
}

interface PostFactDiffers {
  readonly title: Titled;
  readonly raw: string;
  readonly earlier: string;
}

function factWords({ type, unit, maximum, options }: ExpectedFact): string {
  if (type === 'boolean') return '是、否';
  if (type === 'choice') return options.map(({ zh }) => zh).join('、');
  const most = maximum === null ? '' : `、不大于 ${maximum}`;
  return `不小于 0${most}的整数${unit === null ? '' : `（${unit.zh}）`}`;
}

type KeyDomainCode = keyof typeof terms.keyDomains;

/** What reading and importing find wrong with files and forms, by code. */
export const findings = {
  'file-too-large': ({ limit }: { limit: number }): Words => ({
    message: `文件超过 ${limit} MB，没有读取。`,
    fix: '请删去图片等无关内容，或分成几个文件提交。',
  }),
  'empty-file': (_: Nothing): Words => ({
    message: '文件里没有文字。',
    fix: '请确认选对了文件；扫描件或图片请改为填写文字，再重新提交。',
  }),
  'unsupported-format': ({ kind }: { kind: UnsupportedKind }): Words => ({
    message: `不支持的文件格式：${UNSUPPORTED[kind]}。`,
    fix: '请提交 .docx、.doc、.xlsx、.xls、.csv、.tsv 或 .json 文件。',
  }),
  'html-file': (_: Nothing): Words => ({
    message: '这是一个网页（HTML）文件，不是 Word 或 Excel 文件，只是改了扩展名。',
    fix: RESAVE,
  }),
  'damaged-file': (_: Nothing): Words => ({
    message: '文件已损坏或不完整，无法打开。',
    fix: '请用 Word、Excel 或 WPS 打开原文件，另存一份再提交；从系统导出的，请重新导出；打不开的，请让填报人重新发送。',
  }),
  'not-as-named': ({ program }: { program: 'Word' | 'Excel' }): Words => ({
    message: `内容不是 ${program} 文件：文件已损坏，或者只是改了扩展名。`,
    fix: `请用 ${program} 或 WPS 打开原文件，另存一份再提交；从系统导出的，请重新导出；打不开的，请让填报人重新发送。`,
  }),
  'password-protected': (_: Nothing): Words => ({
    message: '文件设有打开密码，无法读取。',
    fix: '请去掉密码后另存，再重新提交。',
  }),
  'macro-file': (_: Nothing): Words => ({
    message: '文件带有宏，出于安全考虑没有读取。',
    fix: '请另存为不带宏的 .docx 或 .xlsx，再重新提交。',
  }),
  'unsafe-xml': (_: Nothing): Words => ({
    message: '文件内部含有不安全的 XML 声明（DOCTYPE），没有读取。',
    fix: RESAVE,
  }),
  'too-many-entries': ({ count, limit }: { count: number; limit: number }): Words => ({
    message: `文件内部有 ${count} 个部件，超过 ${limit} 个的上限，没有读取。`,
    fix: RESAVE,
  }),
  'unzips-too-large': ({ limit }: { limit: number }): Words => ({
    message: `文件解压后超过 ${limit} MB，没有读取。`,
    fix: '请删去图片、空白行等无关内容后另存，再重新提交。',
  }),
  'packed-suspiciously': (_: Nothing): Words => ({
    message: '文件的压缩比异常，可能是恶意文件，没有读取。',
    fix: RESAVE,
  }),
  'directory-lies': (_: Nothing): Words => ({
    message: '文件内部的目录与实际内容不符，可能是恶意文件或已损坏，没有读取。',
    fix: RESAVE,
  }),
  'too-many-rows': ({ limit }: { limit: number }): Words => ({
    message: `表格超过 ${limit} 行，没有读取。`,
    fix: `请分成几个文件，每个不超过 ${limit} 行。`,
  }),
  'too-many-columns': ({ limit }: { limit: number }): Words => ({
    message: `表格超过 ${limit} 列，没有读取。`,
    fix: '请删去无关的列。',
  }),
  'too-many-cells': ({ limit }: { limit: number }): Words => ({
    message: `文件内容超过 ${limit} 个单元格，没有读取。`,
    fix: '请分成几个文件提交。',
  }),
  'too-many-sheets': ({ limit }: { limit: number }): Words => ({
    message: `工作簿超过 ${limit} 个工作表，没有读取。`,
    fix: '请删去无关的工作表，或分成几个文件提交。',
  }),
  'too-many-forms': ({ limit }: { limit: number }): Words => ({
    message: `文件中的表格或风险点超过 ${limit} 份，没有读取。`,
    fix: '请分成几个文件提交。',
  }),
  'text-too-long': ({ limit }: { limit: number }): Words => ({
    message: `一处文字超过 ${limit} 字，没有读取。`,
    fix: '请核对这一格是否粘贴了别的内容，精简后再提交。',
  }),
  'out-of-memory': ({ limit }: { limit: number }): Words => ({
    message: `读取这个文件用完了 ${limit} MB 内存，已停止。`,
    fix: '请删去无关内容或分成几个文件，再重新提交。',
  }),
  'time-out': ({ seconds }: { seconds: number }): Words => ({
    message: `读取这个文件超过 ${seconds} 秒，已停止。`,
    fix: '请删去无关内容或分成几个文件，再重新提交。',
  }),
  'reader-failed': (_: Nothing): Words => ({
    message: '读取这个文件时程序出错，已停止。',
    fix: RESAVE,
  }),
  'unreadable-encoding': (_: Nothing): Words => ({
    message: '文字编码无法识别，会出现乱码，没有读取。',
    fix: '请另存为 UTF-8 或 GB18030（GBK）编码，再重新提交。',
  }),
  'open-quotation': (_: Nothing): Words => ({
    message: '从这一行开始的引号没有结束，后面的内容无法分列。',
    fix: '请补上结束的引号，或删去多余的引号。',
  }),
  'invalid-json': (_: Nothing): Words => ({
    message: '不是有效的 JSON，无法读取。',
    fix: '请提交由“read --json”输出的 JSON，或检查括号和引号。',
  }),
  'json-shape': ({ path }: { path: string }): Words => ({
    message: `JSON 的结构不对：${path}。`,
    fix: '结构应与“read --json”的输出相同：files、forms、risks。',
  }),
  'not-recognised': (_: Nothing): Words => ({
    message: '没有认出附件1、附件2或风险点登记表。',
    fix: '请使用通知所附的表格，或在表头写明“单位、姓名、岗位名称、潜在风险、防控措施”等栏目。',
  }),
  'unread-sheet': ({ sheet }: { sheet: string }): Words => ({
    message: `工作表“${sheet}”没有认出表格，已跳过。`,
    fix: '如果其中有要填报的内容，请改用通知所附的表格。',
  }),
  'hidden-sheet': ({ sheet }: { sheet: string }): Words => ({
    message: `工作表“${sheet}”是隐藏的，没有读取。`,
    fix: '如果其中有要填报的内容，请取消隐藏后重新提交。',
  }),
  'blank-form': (_: Nothing): Words => ({
    message: '这份表是空白的，已跳过。',
    fix: '不需要填报的空白表可以删去；需要填报的请填写后重新提交。',
  }),
  'formula-error': ({ shown }: { shown: string }): Words => ({
    message: `单元格的公式出错（${shown}），按空白处理。`,
    fix: '如果这一格需要填报，请改为填写文字。',
  }),
  'missing-unit': (_: Nothing): Words => ({
    message: '没有填写单位（处室）名称。',
    fix: '请补填单位（处室）名称。',
  }),
  'missing-name': (_: Nothing): Words => ({
    message: '没有填写姓名。',
    fix: '请补填姓名；处室自身的风险点请在姓名栏写“—”。',
  }),
  'missing-post': (_: Nothing): Words => ({
    message: '没有填写岗位名称。',
    fix: '请补填岗位名称。',
  }),
  'missing-duties': (_: Nothing): Words => ({
    message: '没有填写岗位职责，无法据此核对应覆盖的重点领域。',
    fix: '请补填岗位职责。',
  }),
  'missing-date': (_: Nothing): Words => ({
    message: '没有填写填表日期。',
    fix: '请补填填表日期。',
  }),
  'missing-risk': (_: Nothing): Words => ({
    message: '没有填写潜在风险。',
    fix: '请补填潜在风险，或删去这一行。',
  }),
  'several-names': ({ raw }: { raw: string }): Words => ({
    message: `姓名栏“${raw}”写了不止一个人。`,
    fix: '请每人单独填写一份（汇总表中每人单独一行）。',
  }),
  'vacant-post': ({ raw }: { raw: string }): Words => ({
    message: `姓名栏写的是“${raw}”，按空缺岗位处理。`,
    fix: '如果岗位已有人任职，请填写姓名。',
  }),
  'unknown-step': ({ field, raw, allowed }: UnknownStep): Words => ({
    message: `${STEP_FIELDS[field]}“${raw}”不在评定标准的刻度上。`,
    fix: `请改为：${allowed.map((step) => step.zh).join('、')}。`,
  }),
  'unknown-fact-value': ({ title, raw, expected }: UnknownFactValue): Words => ({
    message: `“${title.zh}”填的“${raw}”无法识别。`,
    fix: `请改为：${factWords(expected)}；尚不清楚的留空。`,
  }),
  'unknown-fact-name': ({ name, known }: UnknownFactName): Words => ({
    message: `评定标准没有“${name}”这个事实。`,
    fix:
      known.length === 0
        ? '请删去这一项。'
        : `请改为：${known.map(({ zh }) => zh).join('、')}；或删去这一项。`,
  }),
  'post-fact-differs': ({ title, raw, earlier }: PostFactDiffers): Words => ({
    message: `同一岗位的“${title.zh}”前面填的是“${earlier}”，这里填的是“${raw}”。`,
    fix: '这是整个岗位的事实，请填成一致，或只在一行填写。',
  }),
  'fact-without-post': ({ title }: { title: PostFactDiffers['title'] }): Words => ({
    message: `“${title.zh}”是岗位的事实，这一行是单位自身的风险点，没有岗位，未登记。`,
    fix: '需要登记的，请写明岗位和姓名。',
  }),
  'unknown-grade': ({ raw }: { raw: string }): Words => ({
    message: `风险等级“${raw}”无法识别。`,
    fix: '请改为：一级、二级、三级；尚未评定的留空。',
  }),
  'unknown-domain': ({ raw, allowed }: { raw: string; allowed: readonly KeyDomainCode[] }): Words => ({
    message: `重点领域“${raw}”不在通知所列的范围内。`,
    fix: `请改为：${allowed.map((domain) => terms.keyDomains[domain]).join('、')}。`,
  }),
  'unreadable-date': ({ raw }: { raw: string }): Words => ({
    message: `日期“${raw}”无法识别。`,
    fix: '请写成 2021年4月22日 或 2021-04-22。',
  }),
  'measure-without-risk': ({ number }: { number: number }): Words => ({
    message: `第 ${number} 条防控措施没有对应的潜在风险。`,
    fix: '请补填对应的潜在风险，或把这条措施并入其他条。',
  }),
  'shared-measure': (_: Nothing): Words => ({
    message: '防控措施只有一条且没有编号，已作为各条潜在风险的共同措施。',
    fix: '如需分别对应，请按潜在风险的编号逐条填写防控措施。',
  }),
  'same-form-twice': (_: Nothing): Words => ({
    message: '同一人同一岗位的表在文件中出现了两次。',
    fix: '请只保留一份；续页请接着前面的编号填写。',
  }),
  'owner-unknown': (_: Nothing): Words => ({
    message: '这份表没有写明单位、姓名或岗位，不知道是谁的表。',
    fix: '请在表上补全单位名称、姓名和岗位名称后重新导入。',
  }),
  'ambiguous-point': ({ text, known }: { text: string; known: readonly string[] }): Words => ({
    message: `“${text}”与已有的几条风险点都相近，无法判断是哪一条的修改：${known.map((other) => `“${other}”`).join('、')}。`,
    fix: '请分两次导入：先保持其中一条原文不动，或者把改动写得更接近它所修改的那一条。',
  }),
  'wording-kept': ({ known }: { known: string }): Words => ({
    message: `文字与自查表中的“${known}”不一致，已保留自查表的写法。`,
    fix: '如以本表为准，请修改对应的自查表后重新导入。',
  }),
  'form-twice': (_: Nothing): Words => ({
    message: '同一人同一岗位的自查表在这次导入中出现两次，内容不同。',
    fix: '请只保留一份，或把两份合并为一份后重新导入。',
  }),
  'would-create': ({ name }: { name: string }): Words => ({
    message: `“${name}”尚不存在，而本次导入不允许新建。`,
    fix: '请核对名称是否写错；确需新建时，去掉 --no-create。',
  }),
  'unit-out-of-reach': ({ unit }: { unit: string }): Words => ({
    message: `“${unit}”不是您负责的单位，不能由您导入。`,
    fix: '请从文件中去掉其他单位的表；如果是单位名称写错了，请改正名称。',
  }),
  'confidential-post': ({ post }: { post: string }): Words => ({
    message: `“${post}”是涉密岗位，线下办理；它的职责、风险和措施不能导入。`,
    fix: '请从文件里去掉这个岗位的内容再导入，纸质表按保密规定保管。如果岗位不再涉密，请先由局办公室在“单位和岗位”里修改。',
  }),
  'confidential-file': ({ post }: { post: string }): Words => ({
    message: `这份文件里有涉密岗位“${post}”的内容，整份已经删除，没有保存。`,
    fix: '涉密岗位按纸质办理，纸质表按保密规定保管。请从这次上传中去掉这份文件；文件里其他岗位的表，请另存为不含涉密岗位的文件后再上传。如果岗位不再涉密，请先由局办公室在“单位和岗位”里修改。',
  }),
  'confidential-row': ({ post }: { post: string }): Words => ({
    message: `这一行是涉密岗位“${post}”的内容，已经删除，没有保存，也不会导入。`,
    fix: '涉密岗位按纸质办理，这里不用再填；请从原来的文件里去掉这一行，纸质表按保密规定保管。',
  }),
  'name-undecided': ({ name }: { name: string }): Words => ({
    message: `“${name}”尚不存在，还没有决定是新建还是改用已有的名称。`,
    fix: '请在“值”一步选择。',
  }),
};
