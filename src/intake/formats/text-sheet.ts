/** A sheet as the text of its cells, row by row. */
export interface TextSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}
