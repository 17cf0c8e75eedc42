/** Figures under heads, as a summary shows them; a number of it leads nowhere. */
export interface SummaryTable {
  /** The first is that of the lines. */
  readonly heads: readonly string[];
  readonly rows: readonly { readonly head: string; readonly figures: readonly string[] }[];
}

/** What a change of rules comes to, as a sentence, tables and the divisions that change most. */
export interface ImpactSummary {
  readonly heading: string;
  readonly sentence: string;
  readonly tables: readonly SummaryTable[];
  readonly divisions: readonly string[];
}
