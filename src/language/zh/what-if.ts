/** Words of what a change of rules would do (规则调整影响测算). */
export const whatIf = {
  command: {
    description: '测算评定标准的影响：逐一统计哪些风险点的等级会变，不改动任何数据',
    rulebook: '评定标准文件，或数据库中的“名称@版本”',
    total: (points: number, changed: number, seconds: number): string =>
      changed === 0
        ? `共 ${points} 个风险点，等级都不会变（用时 ${seconds} 秒）。`
        : `共 ${points} 个风险点，其中 ${changed} 个的等级会变（用时 ${seconds} 秒）。`,
    move: (from: string, to: string, count: number): string => `${from} → ${to}：${count} 个`,
    unit: '单位',
    moved: '变动',
    before: '调整前一级',
    after: '调整后一级',
  },
};
