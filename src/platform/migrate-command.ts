import type { Command } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';
import { commandOf, type CommandContext, type CommonOptions } from './command-context.ts';

/** `migrate`: brings a database's schema up to date and takes in the rulebooks that came with the program. */
export function migrateCommand(context: CommandContext<{ readonly migrated: readonly string[] }>): Command {
  const words = commandLine.migrate;
  return commandOf('migrate', words.description).action(async (options: CommonOptions) => {
    const services = await context.upgrade(options.database);
    const { migrated } = services;
    await services.close();
    if (options.json) context.output.json({ migrated });
    else context.output.text(migrated.length === 0 ? words.upToDate : words.migrated(migrated));
  });
}
