/** One file of the demo bureau, as it is handed in. */
export interface PaperFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
