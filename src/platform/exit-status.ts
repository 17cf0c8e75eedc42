/** Exit statuses of the command line. */
export const EXIT = {
  done: 0,
  /** The command did its work and the answer is no: a file with errors, a broken chain. */
  refused: 1,
  /** Wrong use, or a file that is not there. */
  misuse: 2,
} as const;
