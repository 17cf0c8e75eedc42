import type { Command } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { OperationalError } from '../platform/errors.ts';
import { hiddenLine, isTerminal, pipedLine } from '../platform/secret-input.ts';
import type { FirstInstallation, SetupService } from './setup-service.ts';
import { normalisedUsername } from './username.ts';

interface InitOptions extends CommonOptions {
  readonly bureau: string;
  readonly username: string;
  readonly displayName?: string;
  readonly passwordStdin?: true;
}

const words = commandLine.init;

/** `init --bureau NAME --username NAME`: a real installation's first bureau, first account, shipped rulebooks. */
export function initCommand(context: CommandContext<{ readonly setup: SetupService }>): Command {
  return commandOf('init', words.description)
    .requiredOption('--bureau <name>', words.bureau)
    .requiredOption('--username <name>', words.username)
    .option('--display-name <name>', words.displayName)
    .option('--password-stdin', words.passwordStdin)
    .action(async (options: InitOptions) => {
      const password = options.passwordStdin ? await pipedLine() : await typedPassword();
      const services = await context.open(options.database);
      const { bureau, username, displayName = '' } = options;
      const made = await services.setup
        .init({ bureau, username, displayName, password })
        .finally(() => services.close());
      if (options.json) context.output.json(reportOf(made, username));
      else context.output.text(words.done(made.bureau.name, username));
    });
}

function reportOf({ bureau, accountId }: FirstInstallation, username: string): object {
  return {
    bureau: { id: bureau.id, name: bureau.name },
    account: { id: accountId, username: normalisedUsername(username) },
  };
}

/** @throws {OperationalError} `invalid` without a terminal to type on, or when the two do not match. */
async function typedPassword(): Promise<string> {
  if (!isTerminal()) throw new OperationalError('invalid', 'no-terminal', (text) => text.setup.noTerminal);
  const password = await hiddenLine(words.password);
  const again = await hiddenLine(words.again);
  if (again === password) return password;
  throw new OperationalError('invalid', 'passwords-differ', (text) => text.setup.passwordsDiffer);
}
