/** The help of the command line, and what its commands answer. */
export const commandLine = {
  program: '岗位廉政风险防控',
  options: {
    json: '以 JSON 输出结果',
    database: '数据库文件，或 PostgreSQL 地址（postgres://…）',
    help: '显示帮助',
    year: '年度',
    port: '端口',
  },
  notAYear: (written: string) => `“${written}”不能作年度，请写 2000 至 2100 之间的一年，例如 2021。`,
  notAPort: (written: string) => `“${written}”不是端口，请写 0 到 65535 之间的整数。`,
  powers: {
    description: '权责清单',
    import: '导入权责清单（Excel 或 CSV），替换文件里写到的单位原有的事项',
    whole: '替换整个局的清单：文件里没有写到的单位，事项全部停用',
    file: '文件',
  },
  migrate: {
    description: '建立或升级数据库',
    upToDate: '数据库已是最新。',
    migrated: (names: readonly string[]) => `已升级：${names.join('、')}。`,
    finish: '所有进程都已升级：不再让旧版本照常看到数据',
    finished: '升级已结束：不声明范围的连接什么也看不到。',
  },
  doctor: {
    description: '检查安装是否正常，不改任何东西',
    well: '✓',
    ill: '✗',
    location: (place: string) => `数据库：${place}`,
    version: ({ program, node, database }: Readonly<Record<'program' | 'node' | 'database', string>>) =>
      `程序 ${program}，Node.js ${node}，${database}`,
    migrations: (pending: readonly string[]) =>
      pending.length === 0 ? '数据库结构是最新的' : `数据库还差 ${String(pending.length)} 步升级`,
    file: (isWhole: boolean) => (isWhole ? '数据库文件完好' : '数据库文件已损坏'),
    references: (broken: number) =>
      broken === 0 ? '记录之间的引用完整' : `${String(broken)} 条记录引用的内容不存在`,
    encoding: (encoding: string) => `字符编码：${encoding}`,
    rowSecurity: (isKept: boolean) =>
      isKept
        ? '数据库按单位隔离各行数据'
        : '程序所用的数据库用户是超级用户，或有 BYPASSRLS 权限，数据库不按单位隔离数据',
    olderVersions: (until: string | null) =>
      until === null
        ? '不声明范围的连接什么也看不到'
        : `升级还没有结束：不声明范围的连接（旧版本的进程）在 ${until} 以前看得到全部数据`,
    audit: (entries: number, firstBad: number | null) =>
      firstBad === null
        ? `审计链完整，共 ${String(entries)} 条`
        : `审计链从第 ${String(firstBad)} 条起对不上，共 ${String(entries)} 条`,
    jobs: (jobs: Readonly<Record<'waiting' | 'running' | 'failed' | 'oldestSeconds', number>>) =>
      `任务：排队 ${String(jobs.waiting)} 项，进行中 ${String(jobs.running)} 项，失败 ${String(jobs.failed)} 项，最久的等了 ${String(jobs.oldestSeconds)} 秒`,
    disk: (megabytes: number) => `磁盘剩余 ${String(megabytes)} MB`,
    unknown: (what: string, failure: string) => `无法检查 ${what}：${failure}`,
    fixes: {
      version: '把 PostgreSQL 升级到 15 或更新的版本。',
      migrations: '备份后运行 migrate。',
      file: '停止使用，从最近的备份恢复。',
      references: '停止使用，从最近的备份恢复；恢复前保留现在的文件。',
      encoding: '另建一个 UTF-8 编码的库，用 move 或备份把数据移过去。',
      'row-security':
        '换用普通用户：create role qinglian login; 并把库和表的所有者改为它；或者 alter role 用户 nosuperuser nobypassrls;',
      'older-versions': '所有进程都已升级后运行 migrate --finish。',
      audit: '停止使用并保留数据库，联系派驻纪检组。',
      jobs: '看 serve 或 work 的日志，确认至少有一个在运行；失败的任务在评定标准的页面上重新开始。',
      disk: '清理磁盘或换更大的磁盘，至少留出 1024 MB。',
      unknown: '先处理其他问题（例如运行 migrate），再检查一次。',
    },
  },
  move: {
    description: '把 SQLite 文件里的全部数据搬到一个空的 PostgreSQL 库；中断以后再执行一次就接着搬',
    to: '搬到哪里：postgres://用户:密码@主机:端口/库名',
    copied: (table: string, rows: number, of: number) => `已搬 ${table}：${String(rows)}/${String(of)} 行`,
    comparing: '正在逐行比对两边……',
    differs: (table: string) => `${table}：两边不一样`,
    learning: '正在建立检索……',
    done: (rows: number, tables: number, entries: number) =>
      `已搬完：${String(tables)} 张表，共 ${String(rows)} 行，逐表比对一致；审计链完整，共 ${String(entries)} 条；看板数字相同。以后请用新库，原文件留作备份。`,
    failed: '搬完以后比对不一致，新库不能使用。请换一个空库，停掉所有写入原文件的程序，再搬一次。',
    auditDiffers: '审计链核验的结果两边不同',
    figuresDiffer: '看板数字两边不同',
  },
  init: {
    description: '初始化：建立单位和第一个账号（局办公室）',
    bureau: '单位名称，例如“澄江市商务局”',
    username: '账号名',
    displayName: '姓名；不写则与账号名相同',
    passwordStdin: '从标准输入读取密码（第一行）；不写则在终端里输入，不回显',
    password: '密码：',
    again: '再输一遍：',
    done: (bureau: string, username: string) =>
      `已建立${bureau}和局办公室账号 ${username}。请用 serve 启动后登录。`,
  },
  serve: {
    description: '启动网页服务',
    noJobs: '不在这里处理排队的任务，由另外启动的 work 处理',
    setup: (address: string, code: string) => [
      '',
      '还没有任何账号。请在浏览器中打开下面的地址完成首次设置：',
      `  ${address}`,
      `  设置码：${code}`,
      '',
    ],
  },
  work: {
    description: '只在后台处理排队的任务（例如评定标准生效），不提供网页',
    once: '处理完已排队的任务就结束',
    done: (jobs: number) => `已处理 ${String(jobs)} 项任务。`,
  },
  jobs: {
    description: '查看排队和进行中的任务；写上编号则查看一项任务及其结果',
    number: '任务编号',
    none: '没有排队或进行中的任务。',
    kinds: {
      'rulebook-activation': '评定标准生效',
      'case-tidying': '整理情形组合',
      import: '导入',
    },
    states: { waiting: '排队', running: '进行中', done: '已完成', failed: '失败' },
    line: (job: {
      readonly id: number;
      readonly name: string;
      readonly state: string;
      readonly done: number;
      readonly total: number;
      readonly error: string | null;
    }) =>
      `${String(job.id)}　${job.name}　${job.state}　${String(job.done)}/${String(job.total)}${job.error === null ? '' : `　${job.error}`}`,
  },
  audit: {
    description: '审计',
    verify: '核验审计链是否完整',
    checkpoint: '以前核验时保存的 JSON',
    whole: (entries: number) => `审计链完整，共 ${String(entries)} 条。`,
    broken: (firstBad: number, entries: number) =>
      `审计链不完整：第 ${String(firstBad)} 条起对不上，共 ${String(entries)} 条。请停止使用并保留数据库文件，联系派驻纪检组。`,
  },
  coverage: {
    description: '重点领域覆盖情况',
    points: (points: number) => `${String(points)} 个风险点`,
    gaps: (gaps: number) => `排查空白 ${String(gaps)} 处。`,
  },
  demo: {
    description: '生成并启动示例单位',
    fresh: '重新生成，放弃以前的改动',
    making: '正在生成示例单位……',
    read: (done: number, of: number) => `读取 ${String(done)}/${String(of)} 个文件`,
    started: (address: string) => `示例已启动：${address}`,
    accounts: '账号：',
    toStop: '按 Ctrl+C 停止。',
  },
  import: {
    description: '导入自查表、汇总表、登记表',
    files: '文件',
    bureau: '单位名称；数据库中只有一个单位时不必写',
    dryRun: '只预览，不写入',
    noCreate: '不新建单位和岗位',
    queue: '放进队列，由 serve 或 work 处理；用 jobs 查看进度和结果',
    queued: (job: number, files: number) =>
      `已排队：任务 ${String(job)}，${String(files)} 个文件。用 jobs ${String(job)} 查看进度和结果。`,
    writing: (form: number, of: number) => `写入 ${String(form)}/${String(of)} 份表`,
  },
  grade: {
    description: '按评定标准定级',
    file: '登记表、自查表或汇总表文件',
    rulebook: '评定标准：文件，或数据库中的 名称@版本',
    regraded: (rulebook: string, points: number, cases: number, changed: number) =>
      `${rulebook}：${String(points)} 个风险点，${String(cases)} 种情形组合，${String(changed)} 个等级有变化。`,
    counts: (grades: readonly [string, string, string], points: Readonly<Record<string, number>>) =>
      `${grades[0]} ${String(points['1'])}、${grades[1]} ${String(points['2'])}、${grades[2]} ${String(points['3'])}、待评定 ${String(points['unassessed'])}。`,
    reason: (rule: string, reference: string) => `${rule}（${reference}）`,
  },
};
