interface Words {
  readonly what: string;
  readonly fix: string;
}

/** What the command line says when it cannot do what it was asked. */
export const commands = {
  noFile: (file: string): Words => ({ what: `没有文件 ${file}。`, fix: '请核对路径和文件名。' }),
  noJob: (number: string): Words => ({
    what: `没有编号为 ${number} 的任务。`,
    fix: '请用 jobs 查看排队和进行中的任务。',
  }),
  notACheckpoint: (file: string): Words => ({
    what: `${file} 不是核验结果。`,
    fix: '请用 audit verify --json 保存的文件。',
  }),
  noSecret: (file: string) => ({
    what: `${file} 里不是会话密钥。`,
    fix: '请删除这个文件后重新启动（所有人需要重新登录），或设置 QINGLIAN_SESSION_SECRET。',
  }),
  noDatabase: (file: string): Words => ({
    what: `没有数据库文件 ${file}。`,
    fix: '请核对 --database 的路径；新建数据库请用 migrate 或 import。',
  }),
  notAnAddress: {
    what: '数据库地址的写法不对。',
    fix: '请写成 postgres://用户:密码@主机:端口/库名；密码里的特殊字符要写成 %XX。',
  },
  databaseAway: (place: string): Words => ({
    what: `连接不上数据库 ${place}。`,
    fix: '请核对主机和端口，确认 PostgreSQL 已经启动、允许这台机器连接，并且还有空余的连接。',
  }),
  databaseRefused: (place: string): Words => ({
    what: `数据库 ${place} 不接受这个用户或密码。`,
    fix: '请核对 DATABASE_URL 或 --database 里的用户和密码。',
  }),
  databaseMissing: (place: string): Words => ({
    what: `服务器上没有数据库 ${place}。`,
    fix: '请核对库名，或先用 createdb 建库。',
  }),
  databaseClosed: (place: string): Words => ({
    what: `这个用户无权在数据库 ${place} 里建表或读写。`,
    fix: '请让这个用户成为库的所有者，或授予他 public 模式的权限。',
  }),
  databaseEmpty: (place: string): Words => ({
    what: `数据库 ${place} 里还没有数据。`,
    fix: '请核对库名；新建数据请用 migrate 或 import。',
  }),
  moveDirection: {
    what: '只能从 SQLite 文件搬到 PostgreSQL。',
    fix: '请用 --database 写原来的文件，用 --to 写 postgres://用户:密码@主机:端口/库名。',
  },
  moveNotEmpty: (place: string): Words => ({
    what: `数据库 ${place} 里已经有表，没有写入任何内容。`,
    fix: '请先用 createdb 建一个空库（不要先运行 migrate），再搬到那里。',
  }),
  moveOtherSource: (place: string): Words => ({
    what: `数据库 ${place} 里是从另一个文件搬来、还没有搬完的数据。`,
    fix: '请用 --database 写原来那个文件，接着搬完；或者换一个空库。',
  }),
  moveJobRunning: {
    what: '有任务正在处理（例如评定标准正在生效），没有搬。',
    fix: '请等任务完成，或停掉 serve 和 work，再搬。',
  },
  moveVersions: {
    what: '原文件的版本和程序不同。',
    fix: '请先用这个版本的程序对原文件运行 migrate，再换一个空库来搬。',
  },
  moveBusy: {
    what: '别的程序正在写原文件，没有搬。',
    fix: '请停掉 serve、work 和别的命令，再执行一次。',
  },
  halfMoved: (place: string): Words => ({
    what: `数据库 ${place} 还没有搬完，不能使用。`,
    fix: '请再执行一次 move，接着搬完；或者换一个空库。',
  }),
  databaseBehind: (place: string): Words => ({
    what: `数据库 ${place} 比程序旧，需要先升级。`,
    fix: '请在一台机器上运行一次 migrate（正在运行的旧程序不受影响），再启动。',
  }),
  freshOnServer: (place: string): Words => ({
    what: `--fresh 不清空服务器上的数据库 ${place}。`,
    fix: '请换一个空库，或自己清空以后不带 --fresh 再运行。',
  }),
  databaseAppeared: (file: string): Words => ({
    what: `${file} 刚被别的程序建立，这次没有写入。`,
    fix: '请再执行一次，就会写入那个数据库。',
  }),
  notADatabase: (file: string): Words => ({
    what: `${file} 不是数据库文件。`,
    fix: '请核对 --database 的路径。',
  }),
  portTaken: (port: string): Words => ({
    what: `端口 ${port} 已被占用。`,
    fix: '请先停掉占用它的程序，或用 --port 换一个端口。',
  }),
  gradeUsage: (): Words => ({
    what: 'grade 的用法不对。',
    fix: '请用 grade FILE --rulebook R，或 grade --year Y。',
  }),
  notGrading: (named: string): Words => ({
    what: `${named} 不是定级标准。`,
    fix: '请指定定级标准，例如 rules/grading/notice-2021.json。',
  }),
  unsoundRulebook: (path: string, problems: readonly string[]): Words => ({
    what: `${[`${path} 不能使用：`, ...problems].join('\n')}\n`,
    fix: '请用 rules check 逐条核对。',
  }),
  noRulebook: (named: string): Words => ({
    what: `没有评定标准 ${named}。`,
    fix: '请写文件路径，或数据库中的 名称@版本。',
  }),
  unreadableRulebook: (path: string): Words => ({
    what: `找不到或无法读取文件 ${path}。`,
    fix: '请核对路径。',
  }),
  severalBureaus: (): Words => ({
    what: '数据库中有多个单位。',
    fix: '请用 --bureau 指明单位名称。',
  }),
  givenUp: (): Words => ({ what: '已取消。', fix: '没有写入任何内容。' }),
  nothingShipped: (): Words => ({ what: '还没有评定标准。', fix: '请先运行 migrate 命令。' }),
};
