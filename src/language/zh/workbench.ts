/** Drafts of rulebooks and the workbench on which they are written. */
export const workbench = {
  noSuch: {
    what: '没有这份评定标准草稿，或者它不在您负责的范围内。',
    fix: '请从“评定标准”进入；草稿可能已被放弃，或者已提请审定。',
  },
  alreadyOpen: {
    what: '本单位已有这份评定标准的草稿。',
    fix: '请打开已有的草稿继续修改；如不再需要，先放弃它。',
  },
  changedMeanwhile: {
    what: '在您查看期间，有人保存了这份草稿，没有放弃。',
    fix: '请返回草稿，看过对方的改动后再决定。',
  },
  textFaults: {
    'too-long': (limit: number) => ({
      what: `文字超过 ${limit} KB，没有保存。`,
      fix: '请删去多余内容，或拆成几份评定标准。',
    }),
    'not-json': (line: number) => ({
      what: `第 ${line} 行不是正确的 JSON，没有保存。`,
      fix: '请检查这一行及上一行的引号、逗号和括号是否成对、是否多写或漏写。',
    }),
    'not-object': () => ({
      what: '文字不是一份评定标准：最外层应为 {…}，没有保存。',
      fix: '请核对是否选错了文件。',
    }),
    'other-rulebook': (kind: string, name: string) => ({
      what: '这是另一份评定标准，没有保存。',
      fix: `如果确实要用在这里，请把文字中的 kind 改为“${kind}”，name 改为“${name}”。`,
    }),
  },
};
