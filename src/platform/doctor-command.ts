import type { Command } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';
import type { Texts } from '../language/texts.ts';
import { commandOf, type CommandContext, type CommonOptions } from './command-context.ts';
import type { Finding } from './doctor.ts';
import { EXIT } from './exit-status.ts';

type Words = Texts['commandLine']['doctor'];

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

/** What a finding says, in the words of a language. */
export function detailOf(finding: Finding, words: Words): string {
  switch (finding.name) {
    case 'location':
      return words.location(finding.place);
    case 'version':
      return words.version(finding.versions);
    case 'migrations':
      return words.migrations(finding.pending);
    case 'file':
      return words.file(finding.ok);
    case 'references':
      return words.references(finding.broken);
    case 'encoding':
      return words.encoding(finding.encoding);
    case 'row-security':
      return words.rowSecurity(finding.ok);
    case 'audit':
      return words.audit(finding.entries, finding.firstBad);
    case 'jobs':
      return words.jobs(finding.jobs);
    case 'disk':
      return words.disk(finding.megabytes);
    case 'unknown':
      return words.unknown(finding.what, finding.failure);
  }
}
