import type { Command } from 'commander';
import { commandOf, type CommandContext, type CommonOptions } from './command-context.ts';

/** `migrate`: brings a database's schema up to date and takes in the rulebooks that came with the program. */
export function migrateCommand(context: CommandContext<{ readonly migrated: readonly string[] }>): Command {
  return commandOf('migrate', '建立或升级数据库').action(async (options: CommonOptions) => {
    const services = await context.open(options.database);
    const { migrated } = services;
    await services.close();
    if (options.json) context.output.json({ migrated });
    else context.output.text(migrated.length === 0 ? '数据库已是最新。' : `已升级：${migrated.join('、')}。`);
  });
}
