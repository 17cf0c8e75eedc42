/** Where a command says what it did. Results go to standard output, everything else to standard error. */
export interface Output {
  /** Prints the one JSON document of a command that was asked for `--json`. */
  json(value: unknown): void;
  /** Prints a line for people. */
  text(line: string): void;
  /** Prints a line about progress or trouble. */
  error(line: string): void;
}

export class StandardOutput implements Output {
  json(value: unknown): void {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  text(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  error(line: string): void {
    process.stderr.write(`${line}\n`);
  }
}
