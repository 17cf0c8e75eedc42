import { Option, type Command } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';
import { commandOf, type CommandContext, type CommonOptions } from './command-context.ts';

interface Upgraded {
  readonly migrated: readonly string[];
  /** Lets processes of older versions see nothing any more. */
  readonly finishUpgrade: () => Promise<void>;
}

/**
 * `migrate`: brings a database's schema up to date and takes in the rulebooks that came with the program. With `--finish`
 * it says that no process of an older version is left.
 */
export function migrateCommand(context: CommandContext<Upgraded>): Command {
  const words = commandLine.migrate;
  return commandOf('migrate', words.description)
    .addOption(new Option('--finish', words.finish))
    .action(async (options: CommonOptions & { readonly finish?: true }) => {
      const services = await context.upgrade(options.database);
      const { migrated } = services;
      if (options.finish) await services.finishUpgrade();
      await services.close();
      if (options.json) context.output.json({ migrated });
      else {
        context.output.text(migrated.length === 0 ? words.upToDate : words.migrated(migrated));
        if (options.finish) context.output.text(words.finished);
      }
    });
}
