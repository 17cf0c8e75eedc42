import { Command } from 'commander';
import { checkNamedRulebook, storedRulebook } from '../grading/rulebook-check-service.ts';
import { ruleSheets as sheets } from '../language/zh/rule-sheets.ts';
import { rulebooks } from '../language/zh/rulebooks.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { EXIT } from '../platform/exit-status.ts';
import type { Output } from '../platform/output.ts';
import type { RulebookCheck } from './rulebook-check.ts';
import type { RulebookFinding } from './rulebook-finding.ts';
import type { RulebookService } from './rulebook-service.ts';
import { checkWorkbook, readAt, writeRulebook } from '../tuning/rulebook-workbook-service.ts';
import { digestOf } from './digest.ts';
import { columnLetters } from './sheets/sheet.ts';

const words = rulebooks.command;

/** `rules check R`: form, examples and the whole fact space of a rulebook; exit status 1 when anything is found. */
export function rulesCommand(context: CommandContext<{ readonly rulebooks: RulebookService }>): Command {
  const check = commandOf('check', words.check)
    .argument('<rulebook>', words.rulebook)
    .action(async (named: string, { json, database }: CommonOptions) => {
      const result = named.toLowerCase().endsWith('.xlsx')
        ? await checkWorkbook(named)
        : await checkNamedRulebook(named, () => context.openExisting(database));
      if (json) context.output.json(result);
      else print(result, context.output);
      if (!result.ok) context.exitWith(EXIT.refused);
    });
  return new Command('rules')
    .description(words.description)
    .addCommand(check)
    .addCommand(convertCommand(context));
}

/** `rules convert R FILE`: a rulebook as a workbook or as JSON; exit status 1 when it is unsound. */
function convertCommand(context: CommandContext<{ readonly rulebooks: RulebookService }>): Command {
  const { command } = sheets;
  return commandOf('convert', command.convert)
    .argument('<rulebook>', command.from)
    .argument('<file>', command.to)
    .action(async (named: string, file: string, { json, database }: CommonOptions) => {
      const stored = await storedRulebook(named, () => context.openExisting(database));
      const read = stored === null ? await readAt(named) : { rulebook: stored };
      if ('findings' in read) {
        const refused = { ok: false, cases: 0, findings: read.findings, sampled: false, warnings: [] };
        if (json) context.output.json(refused);
        else print(refused, context.output);
        context.exitWith(EXIT.refused);
        return;
      }
      await writeRulebook(read.rulebook, file);
      if (json) context.output.json({ ok: true, files: [file], digest: digestOf(read.rulebook) });
      else context.output.text(command.done(named, file));
    });
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

// What is said of the rulebook as a whole has no line, and a text that is no JSON says its line itself.
function placeOf({ path, line, position }: RulebookFinding): string {
  if (position !== undefined) {
    const { sheet, row, column } = position;
    return words.position(sheets.place(sheet, row, columnLetters(column)));
  }
  return line === null || path === null || path === '' ? '' : words.line(line, path);
}
