import { Command } from 'commander';
import { checkNamedRulebook } from '../grading/rulebook-check-service.ts';
import { rulebooks } from '../language/zh/rulebooks.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { EXIT } from '../platform/exit-status.ts';
import type { Output } from '../platform/output.ts';
import type { RulebookCheck } from './rulebook-check.ts';
import type { RulebookFinding } from './rulebook-finding.ts';
import type { RulebookService } from './rulebook-service.ts';

const words = rulebooks.command;

/** `rules check R`: form, examples and the whole fact space of a rulebook; exit status 1 when anything is found. */
export function rulesCommand(context: CommandContext<{ readonly rulebooks: RulebookService }>): Command {
  const check = commandOf('check', words.check)
    .argument('<rulebook>', words.rulebook)
    .action(async (named: string, { json, database }: CommonOptions) => {
      const result = await checkNamedRulebook(named, () => context.openExisting(database));
      if (json) context.output.json(result);
      else print(result, context.output);
      if (!result.ok) context.exitWith(EXIT.refused);
    });
  return new Command('rules').description(words.description).addCommand(check);
}

function print({ ok, cases, findings, sampled, warnings }: RulebookCheck, output: Output): void {
  const passed = sampled ? words.sampled(cases) : words.ok(cases);
  output.text(ok ? passed : words.failed(findings.length));
  for (const { message, fix } of warnings) output.text(words.warning(message, fix));
  for (const finding of findings) {
    output.text(words.finding(placeOf(finding), finding.message, finding.fix));
    const facts = Object.entries(finding.facts).map(([fact, value]) => words.fact(fact, value));
    if (facts.length > 0) output.text(words.facts(facts));
  }
}

function placeOf({ path, line }: RulebookFinding): string {
  return line === null ? '' : words.line(line, path ?? '');
}
