import { Command, Option } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';
import type { Output } from './output.ts';

/** Services on an open database. */
export type Opened<Services> = Services & { close(): Promise<void> };

/** The same, where a database that was made on opening stays only if it is closed as kept. */
export type Tentative<Services> = Services & { close(isKept: boolean): Promise<void> };

/** What every command of the command line is given. */
export interface CommandContext<Services> {
  readonly output: Output;
  /** Opens a database (the configured one when no file is named), makes it where there is none, brings it up to date. */
  open(database: string | undefined): Promise<Opened<Services>>;
  /** The same, also where other machines may be at work on an older schema, which goes on to serve them. */
  upgrade(database: string | undefined): Promise<Opened<Services>>;
  /**
   * The same, for a command that may write nothing.
   * @throws OperationalError `conflict` on closing as kept what somebody else made meanwhile.
   */
  openTentatively(database: string | undefined): Promise<Tentative<Omit<Services, 'close'>>>;
  /**
   * The same for a database that must be there.
   * @throws OperationalError `not-found` when it is not.
   */
  openExisting(database: string | undefined): Promise<Opened<Services>>;
  /**
   * Opens a database that must be there and leaves it exactly as it is.
   * @throws OperationalError `not-found` when it is not.
   */
  inspect(database: string | undefined): Promise<Opened<Services>>;
  /** Sets the exit status of the program. */
  exitWith(status: number): void;
}

/** Options of every command. */
export interface CommonOptions {
  readonly json?: true;
  readonly database?: string;
}

/** A command with the options that all have. */
export function commandOf(name: string, description: string): Command {
  const { options } = commandLine;
  return new Command(name)
    .description(description)
    .addOption(new Option('--json', options.json))
    .addOption(new Option('--database <file>', options.database))
    .helpOption('-h, --help', options.help);
}
