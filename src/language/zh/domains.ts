/** Deciding about the key domains of risk points, one by one and for a list. */
export const domains = {
  standings: { suggested: '规则建议', accepted: '已确认', rejected: '不采纳', unnamed: '未列入' },
  main: (standing: string) => `${standing}（主要）`,
  change: (domain: string, from: string, to: string) => `“${domain}”：${from} → ${to}`,
};
