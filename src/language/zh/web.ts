export const web = {
  /** The value of `lang`. */
  language: 'zh-CN',
  /** What this language calls itself. */
  languageName: '中文',
  languagesLabel: '语言 Language',
  skip: '跳到正文',
  menuLabel: '主菜单',
  menu: {
    board: '看板',
    division: '本处室',
    own: '我的自查',
    points: '风险点',
    assess: '评定',
    coverage: '覆盖',
    forms: '自查表',
    rulebooks: '评定标准',
    powers: '权责清单',
    region: '各局汇总',
    organisation: '单位岗位',
    campaigns: '年度工作',
    accounts: '账号',
    imports: '导入',
    audit: '审计记录',
  },
  signOut: '退出',
  staysHere: '数据只存本机，不连外网',
  version: (version: string) => `版本 ${version}`,
  reference: (reference: string) => `编号 ${reference}`,
  referenceHint: '联系局办公室时，请报这个编号。',
  toStart: '回首页',
  /** Beside every page while a form waits to be sent again. */
  holding: '有一份内容在提交时登录已过期，还没有保存。',
  toHeld: '查看并再次提交',
  errors: {
    titles: {
      invalid: '提交的内容有误',
      forbidden: '您没有权限',
      'not-found': '没有找到',
      conflict: '内容已被他人修改',
      unavailable: '暂时不能办理',
      unexpected: '系统出错了',
    },
    noSuchPage: {
      what: '这个地址没有页面，可能输入有误，也可能页面已经移走。',
      fix: '请核对地址，或者回首页从菜单进入。',
    },
    foreignForm: {
      what: '这次提交没有通过核对，可能是页面停留太久，也可能不是从本系统的页面提交的。没有保存任何内容。',
      fix: '请重新打开页面，再提交一次。',
    },
    badRequest: {
      what: '系统看不懂这次请求，没有保存任何内容。',
      fix: '请回首页从菜单进入，重新操作。',
    },
    tooLarge: {
      what: '提交的内容太多，超出了限制，没有保存任何内容。',
      fix: '请减少内容，或者分几次提交。',
    },
    uploadsBusy: {
      what: '同时上传文件的人太多，这次没有收下您的文件。',
      fix: '请过一两分钟再上传一次。',
    },
    brokenUpload: {
      what: '文件没有传完，或者传送的内容不完整，没有保存任何内容。',
      fix: '请检查网络后重新选择文件，再上传一次。',
    },
    databaseAway: {
      what: '数据库现在连不上，这次操作没有完成。',
      fix: '请过一两分钟再试；刚才提交了内容的，先看看是否已经保存。仍然不行，请把下面的编号告诉局办公室。',
    },
    databaseFull: {
      what: '存放数据的磁盘满了，没有保存任何内容。',
      fix: '请告诉局办公室腾出磁盘空间，然后再提交一次。',
    },
    unexpected: {
      what: '这是系统的问题，不是您的操作有误。这次操作没有完成。',
      fix: '请稍后再试。如果仍然不行，请把下面的编号告诉局办公室。',
    },
  },
} as const;
