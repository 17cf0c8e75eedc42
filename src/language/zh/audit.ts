import { domains } from './domains.ts';
import { terms } from './terms.ts';

/** The trail of what happened; its action names also stand in a point's history. */
export const audit = {
  title: '审计记录',
  verdict: {
    whole: '审计链完整：共 {entries} 条记录，逐条核对无误。',
    broken: '审计链在第 {firstBad} 条断开：从这一条起，记录可能被改动过。',
    empty: '还没有审计记录。',
  },
  wholeNote: '每条记录都带有上一条的摘要，改动、删除或插入任何一条都会被发现。',
  brokenNote:
    '请立即报告派驻纪检组，停止使用本系统并保留数据库文件原件；可用命令 qinglian audit verify 离线复核。',
  head: (sequence: string, hash: string) => `链尾：第 ${sequence} 条，摘要 ${hash}`,
  headNote: '把链尾抄录保存在别处，日后可以核对末尾的记录是否被截去。',
  entries: '最近的记录',
  entriesSub: (shown: string, total: string) => `最近 ${shown} 条，最新的在前；整条链共 ${total} 条`,
  caption: '最近的审计记录',
  columns: {
    sequence: '序号',
    at: '时间',
    actor: '操作人',
    action: '事项',
    object: '对象',
    details: '详情',
    hash: '摘要（前 12 位）',
  },
  detail: (name: string, value: string) =>
    `${DETAIL_NAMES.get(name) ?? name}：${DETAIL_VALUES.get(value) ?? value}`,
  noDetails: '—',
  unreliable: '不可信',
  yes: '是',
  no: '否',
  object: (type: string, id: string) => (id === '' ? objectName(type) : `${objectName(type)} ${id}`),
  /** The program itself and whoever was not signed in have no account name. */
  actorName: (actor: string) => NOBODY.get(actor) ?? actor,
  /** What an audit action means; one that has no name yet keeps its code. */
  actionName: (action: string) => ACTIONS.get(action) ?? action,
};

const NOBODY: ReadonlyMap<string, string> = new Map([
  ['anonymous', '未登录者'],
  ['qinglian', '系统'],
  ['first-setup', '首次设置'],
  ['command-line', '命令行'],
]);

const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['account.created', '开设账号'],
  ['account.edited', '修改账号资料'],
  ['account.role-given', '授予角色'],
  ['account.role-taken', '收回角色'],
  ['account.closed', '停用账号'],
  ['account.reopened', '重新启用账号'],
  ['account.password-reset', '重设密码'],
  ['account.signed-in', '登录'],
  ['account.signed-out', '退出'],
  ['account.password-changed', '修改密码'],
  ['account.password-refused', '修改密码时当前密码不对'],
  ['account.sessions-ended', '强制退出登录'],
  ['account.sign-in-failed', '登录失败'],
  ['campaign.created', '建立年度排查工作'],
  ['campaign.changed', '修改年度排查工作'],
  ['unit.reopened', '重新开放单位'],
  ['post.reopened', '重新开放岗位'],
  ['unit.created', '新建单位'],
  ['post.created', '新建岗位'],
  ['rulebook.loaded', '载入评定标准'],
  ['import.uploaded', '上传文件'],
  ['import.corrected', '核对上传的文件'],
  ['import.file-removed', '去掉上传的文件'],
  ['import.discarded', '放弃上传'],
  ['import.committed', '导入文件'],
  ['import.undone', '撤销导入'],
  ['form.filed', '首次报送'],
  ['form.replaced', '报送新版本'],
  ['form.assessed', '登记评定结果'],
  ['point.assessed', '评定风险点'],
  ['point.domains-decided', '核定重点领域'],
  ['powers.imported', '导入权责清单'],
  ['campaign.regraded', '按评定标准重新定级'],
  ['exemption.requested', '申请“不涉及”'],
  ['exemption.approved', '同意“不涉及”'],
  ['exemption.refused', '不同意“不涉及”'],
  ['exemption.withdrawn', '撤回“不涉及”申请'],
  ['exemption.revoked', '撤销“不涉及”'],
]);

const DETAIL_NAMES: ReadonlyMap<string, string> = new Map([
  ['assessments', '撤回的评定'],
  ['answers', '答案数'],
  ['decisions', '决定数'],
  ['cases', '情形组合数'],
  ['created', '新报'],
  ['grades', '岗位人员看等级'],
  ['due', '截止日期'],
  ['decision', '决定'],
  ['opened', '新增或改动'],
  ['closed', '停用'],
  ['unchanged', '不变'],
  ['digest', '摘要'],
  ['domain', '重点领域'],
  ['files', '文件数'],
  ['harm', '危害程度'],
  ['kind', '类别'],
  ['note', '有备注'],
  ['points', '风险点数'],
  ['probability', '发生机率'],
  ['reason', '原因'],
  ['regraded', '等级改变'],
  ['replaced', '更新'],
  ['roles', '角色'],
  ['rulebook', '评定标准'],
  ['sessions', '登录数'],
  ['state', '状态'],
  ['version', '版本'],
  ['withdrawn', '撤下'],
  ['year', '年度'],
]);

const DETAIL_VALUES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(terms.keyDomains),
  ...Object.entries(domains.decisions),
  ['active', '现行'],
  ['proposed', '待审定'],
  ['wrong-password', '密码不对'],
  ['unknown-account', '没有这个账号'],
  ['closed-account', '账号已停用'],
  ['division', '处室'],
  ['affiliate', '直属单位'],
  ['bureau', '局'],
]);

function objectName(type: string): string {
  return OBJECTS.get(type) ?? type;
}

const OBJECTS: ReadonlyMap<string, string> = new Map([
  ['account', '账号'],
  ['campaign', '年度排查工作'],
  ['org-unit', '单位'],
  ['post', '岗位'],
  ['rulebook', '评定标准'],
  ['import-draft', '上传'],
  ['import-batch', '导入批次'],
  ['risk-point', '风险点'],
  ['power-import', '权责清单'],
  ['form', '自查表'],
  ['coverage-exemption', '“不涉及”申请'],
]);
