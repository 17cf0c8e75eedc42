export interface MatrixCellView {
  readonly id: string;
  readonly name: string;
  /** The field that says what was shown, so that only what somebody changes is a change. */
  readonly seen: { readonly name: string; readonly value: string };
  readonly tone: string;
  /** The cell for who hears the page: its place. */
  readonly label: string;
  readonly points: string;
  readonly pointsLabel: string;
  readonly was: string | null;
  readonly choices: readonly {
    readonly value: string;
    readonly text: string;
    readonly tone: string;
    readonly isChosen: boolean;
  }[];
}

export interface MatrixView {
  readonly caption: string;
  /** What the rows are, and what the columns are. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly MatrixCellView[] }[];
}
