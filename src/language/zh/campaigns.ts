/** The year's inspections. */
export const campaigns = {
  none: (year: number | undefined): { readonly what: string; readonly fix: string } => ({
    what: year === undefined ? '还没有年度排查工作。' : `没有 ${String(year)} 年度的排查工作。`,
    fix: '请由局办公室导入自查表或汇总表，导入时会建立年度排查工作。',
  }),
};
