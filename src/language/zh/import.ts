/** What an import did. */
export const imports = {
  summary: (result: {
    readonly written: boolean;
    readonly created: number;
    readonly unchanged: number;
    readonly replaced: number;
    readonly assessed: number;
    readonly createdUnits: readonly string[];
    readonly createdPosts: readonly unknown[];
  }): string => {
    const counts = `新增 ${String(result.created)} 份、不变 ${String(result.unchanged)} 份、更新 ${String(result.replaced)} 份，评估或确认 ${String(result.assessed)} 个风险点`;
    const made = `新建单位 ${String(result.createdUnits.length)} 个、岗位 ${String(result.createdPosts.length)} 个`;
    return result.written ? `已导入：${counts}；${made}。` : `未写入任何内容：${counts}；${made}。`;
  },
};
