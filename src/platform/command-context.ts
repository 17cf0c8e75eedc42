import { Command, Option } from 'commander';
import type { Output } from './output.ts';

/** What every command of the command line is given. */
export interface CommandContext<Services> {
  readonly output: Output;
  /** Opens a database (the configured one when no file is named) and brings its schema up to date. */
  open(database: string | undefined): Promise<Services & { close(): Promise<void> }>;
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
  return new Command(name)
    .description(description)
    .addOption(new Option('--json', '以 JSON 输出结果'))
    .addOption(new Option('--database <file>', '数据库文件'))
    .helpOption('-h, --help', '显示帮助');
}
