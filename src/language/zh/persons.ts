/** People as the office keeps them: their names, and two spellings of one person. */
export const persons = {
  name: '姓名',
  holdings: '任职',
  noHoldings: '没有任职记录。',
  rename: '修改姓名',
  renameIntro: '写错字时修改。已报送的自查表保留当时的写法；以后的表写原来的名字，也认作本人。',
  spellings: (names: string): string => `自查表上写成“${names}”的，也认作本人。`,
  renamed: (name: string): string => `姓名已改为“${name}”。`,
  candidates: '可能是同一个人的其他写法',
  candidatesIntro: '系统只列出相近的姓名，是不是同一个人请您核对。本页的姓名会保留。',
  noCandidates: '没有相近的姓名。',
  look: (name: string): string => `核对“${name}”`,
  because: { 'same-name': '同名', pinyin: '读音相同', typing: '写法相近' },
  mergeHeading: (gone: string, kept: string): string => `把“${gone}”并入“${kept}”`,
  mergeIntro: '请核对下面两人的任职，确认是同一个人再合并。合并后不能自动分开。',
  kept: (name: string): string => `保留：${name}`,
  gone: (name: string): string => `并入：${name}`,
  moves: '合并后的变化',
  movedHoldings: (count: string): string => `${count} 个任职改记在保留的姓名下。`,
  movedForms: (count: string): string => `${count} 份自查表随任职一起改记，内容不变。`,
  nothingMoves: '没有任职、自查表和账号要改记，只是不再保留这个写法。',
  movedAccount: '账号改为关联保留的人员。',
  nameEnds: (name: string): string =>
    `“${name}”不再作为人员保留：已报送的自查表保留当时的写法，以后的表写这个名字的，也认作同一人。`,
  merge: '确认是同一个人，合并',
  back: '返回',
  blocked: '现在不能合并',
  clashes: {
    samePost: (post: string): string => `两人现在都任“${post}”。请先在岗位页面为其中一个登记离任，再合并。`,
    sameForm: (year: string, post: string): string =>
      `${year} 年度“${post}”两人各有一份自查表。请先撤销其中一份的导入，再合并。`,
    twoAccounts: '两人各有一个在用的账号。请先停用其中一个，再合并。',
  },
  mergedSpelling: (gone: string, kept: string): string => `已把“${gone}”并入“${kept}”。`,
  merged: (gone: string, kept: string, holdings: string): string =>
    `已把“${gone}”的 ${holdings} 个任职并入“${kept}”。`,
  noSuch: { what: '没有这个人，或者您看不到。', fix: '请从“单位和岗位”里的岗位页面进入。' },
};
