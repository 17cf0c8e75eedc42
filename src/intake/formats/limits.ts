/** What a file may cost at most; beyond it the file is refused. All sizes in bytes. */
export const LIMITS = {
  fileSize: 20 * 1024 * 1024,
  zipEntries: 5000,
  unzippedSize: 200 * 1024 * 1024,
  /** One XML part that we parse: far more than any form needs, far less than what fills the memory. */
  xmlPartSize: 64 * 1024 * 1024,
  /** Honest office XML packs 10 to 150 times; only entries of some size can do harm. */
  packingRatio: 200,
  packingRatioFrom: 10 * 1024 * 1024,
  rowsPerSheet: 20_000,
  columnsPerSheet: 256,
  cellsPerFile: 500_000,
  sheets: 200,
  textLength: 20_000,
  /** All cells of a workbook that is handed on as text. */
  textPerFile: 4_000_000,
  jsonForms: 20_000,
} as const;

export function megabytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024));
}
