import type { Command } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';
import { commandOf, type CommandContext, type CommonOptions } from './command-context.ts';
import type { Finding } from './doctor.ts';
import { EXIT } from './exit-status.ts';
import { detailOf } from './finding-detail.ts';

/** `doctor`: whether an installation is well, and what to do where it is not. Writes nothing. */
export function doctorCommand(
  context: CommandContext<{ readonly examine: () => Promise<readonly Finding[]> }>,
): Command {
  const words = commandLine.doctor;
  return commandOf('doctor', words.description).action(async (options: CommonOptions) => {
    const services = await context.inspect(options.database);
    const findings = await services.examine().finally(() => services.close());
    const checks = findings.map((finding) => ({
      name: finding.name === 'unknown' ? finding.what : finding.name,
      ok: finding.ok,
      detail: detailOf(finding, words),
      fix: finding.ok ? null : words.fixes[finding.name],
    }));
    if (options.json) context.output.json({ checks });
    else {
      for (const { ok, detail, fix } of checks) {
        context.output.text(`${ok ? words.well : words.ill} ${detail}${fix === null ? '' : `\n   ${fix}`}`);
      }
    }
    if (!checks.every(({ ok }) => ok)) context.exitWith(EXIT.refused);
  });
}
