import type { Words } from '../words.ts';

/** The list of powers (权责清单), and what coverage says of each. */
export const powers = {
  title: '权责清单',
  finding: '权责清单共 {powers} 项，涉及 {units} 个单位',
  none: '还没有权责清单',
  noneFix:
    '请上传 Excel 或 CSV 文件。列名：序号、事项名称、事项类型、实施处室、岗位（可空）、依据、重点领域（可空）。',
  latest: (file: string, actor: string, at: string) => `最近一次：${file}，${actor}，${at}`,
  caption: '现行权责清单',
  columns: {
    number: '序号',
    name: '事项名称',
    kind: '事项类型',
    unit: '实施处室',
    post: '岗位',
    basis: '依据',
    domain: '重点领域',
  },
  suggested: (words: string) => `建议（含“${words}”）`,
  missing: '—',
  upload: {
    heading: '上传权责清单',
    sub: '新清单替换所选范围内的原清单：原清单有、新清单没有的事项停用，不删除。先预览，确认后才写入。',
    replaces: '替换哪一部分',
    replacesHint: '只上传了部分处室的事项时，不要选整个局，否则其他处室的事项会停用。',
    choose: '请选择',
    chooseFirst: '请选择新清单替换哪一部分',
    whole: (bureau: string) => `${bureau}的整个清单`,
    named: (bureau: string) => `${bureau}：只替换文件里写到的单位`,
    subtree: (unit: string) => `只替换“${unit}”及其下属单位`,
    file: '文件（.xlsx、.xls、.csv）',
    fileMissing: '请选择一个文件',
    errorHeading: '没有预览',
    tooLarge: '文件太大，没有读取；最大 20 MB',
    tooManyFiles: '一次只能上传一个文件',
    submit: '预览',
  },
  preview: {
    title: '权责清单预览',
    refused: '{findings} 处问题，没有写入',
    ready: '新增或改动 {opened} 项，停用 {closed} 项，不变 {unchanged} 项',
    nothingNew: '与现行清单相同，共 {unchanged} 项，不必写入',
    refusedSub: '请在原文件中改正后重新上传。',
    readySub: (file: string) => `文件：${file}。核对无误后写入；写入前现行清单不变。`,
    findings: '问题',
    findingColumns: { place: '位置', value: '原文', message: '问题', fix: '怎么改' },
    opened: '新增或改动的事项',
    closed: '将停用的事项',
    more: (count: string) => `另有 ${count} 项未列出`,
    replaces: (what: string) => `替换范围：${what}。`,
    commit: '写入',
    cancel: '不写入，返回',
    expired: { what: '预览的内容已失效或不完整，没有写入。', fix: '请重新上传文件。' },
  },
  done: (opened: string, closed: string) => `权责清单已写入：新增或改动 ${opened} 项，停用 ${closed} 项。`,
  division: {
    heading: '权责清单事项',
    sub: (total: string, gaps: string) => `共 ${total} 项，其中 ${gaps} 项没有相应的风险点`,
    rule: '相应的风险点：所涉岗位在同一领域的风险点，或者文字中写明该事项的风险点；由覆盖标准逐项判定。',
    caption: '权责清单事项的覆盖情况',
    status: '覆盖情况',
    points: '相应风险点',
    noDomain: '未定领域',
  },
  findings: {
    noHeader: (): Words => ({
      message: '没有找到权责清单的表头。',
      fix: '请在表头写明“事项名称”和“实施处室”（或“承办机构”）两列。',
    }),
    noRow: (): Words => ({ message: '表头下面没有事项。', fix: '请核对是否选错了文件。' }),
    noName: (): Words => ({ message: '这一行没有事项名称。', fix: '请补上事项名称，或删去这一行。' }),
    noUnit: (): Words => ({ message: '这一行没有实施处室。', fix: '请补上实施处室（单位）的名称。' }),
    unknownUnit: (unit: string, alike: readonly string[]): Words => ({
      message: `没有名为“${unit}”的单位。`,
      fix:
        alike.length === 0
          ? '请改成本局已有的单位名称。'
          : `是否应为：${alike.join('、')}？请改成已有的单位名称。`,
    }),
    unknownPost: (post: string, unit: string, alike: readonly string[]): Words => ({
      message: `${unit}没有名为“${post}”的岗位。`,
      fix:
        alike.length === 0
          ? '请改成已有的岗位名称，或留空。'
          : `是否应为：${alike.join('、')}？请改正，或留空。`,
    }),
    unknownDomain: (written: string): Words => ({
      message: `“${written}”不是一个重点领域。`,
      fix: '请写十一个重点领域之一，例如“采购工作”，或留空由规则建议。',
    }),
    outside: (unit: string, root: string): Words => ({
      message: `“${unit}”不在所选的“${root}”范围内。`,
      fix: '请删去这一行，或重新上传并选择更大的范围。',
    }),
    twice: (name: string): Words => ({
      message: `同一单位的“${name}”出现了两次。`,
      fix: '请删去重复的一行，或写明两项的区别。',
    }),
  },
  noBureau: (name: string | null) => ({
    what: name === null ? '没有可以使用的单位。' : `没有名为“${name}”的单位。`,
    fix: '请先建立单位，或核对名称。',
  }),
  command: {
    summary: (opened: number, closed: number, unchanged: number) =>
      `新增或改动 ${opened} 项，停用 ${closed} 项，不变 ${unchanged} 项`,
    refused: (findings: number) => `发现 ${findings} 处问题，没有写入。`,
    written: '已写入。',
    tried: '只预览，没有写入。',
  },
};
