import { rulesCommand } from '../../src/rulebooks/rules-command.ts';

/** What a command prints, and its exit status. */
export interface Printed {
  readonly documents: unknown[];
  readonly lines: string[];
  status: number;
}

async function noDatabase(): Promise<never> {
  return Promise.reject(new Error('a file needs no database'));
}

/** Runs `rules check` and keeps what it prints and its exit status. */
export async function rulesCheck(...words: readonly string[]): Promise<Printed> {
  const printed: Printed = { documents: [], lines: [], status: 0 };
  const command = rulesCommand({
    output: {
      json: (document) => printed.documents.push(document),
      text: (line) => printed.lines.push(line),
      error: (line) => printed.lines.push(line),
    },
    open: noDatabase,
    upgrade: noDatabase,
    openTentatively: noDatabase,
    openExisting: noDatabase,
    inspect: noDatabase,
    exitWith: (status) => {
      printed.status = status;
    },
  });
  await command.parseAsync(['check', ...words], { from: 'user' });
  return printed;
}
