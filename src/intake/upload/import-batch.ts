/** What was imported at one time. */
export interface ImportBatch {
  readonly id: number;
  readonly year: number;
  readonly at: string;
  readonly actor: string;
  readonly fileNames: readonly string[];
  readonly undoneAt: string | null;
}
