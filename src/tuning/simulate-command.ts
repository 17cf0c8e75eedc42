import type { Command } from 'commander';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import { commandLine } from '../language/zh/command-line.ts';
import { formats } from '../language/zh/formats.ts';
import { terms } from '../language/zh/terms.ts';
import { whatIf } from '../language/zh/what-if.ts';
import { EVERYWHERE } from '../organisation/reach.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { yearOf } from '../platform/command-options.ts';
import type { Output } from '../platform/output.ts';
import { textTable } from '../platform/text-table.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { readNamedRulebook } from '../rulebooks/rulebook-option-service.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { EffectService } from './effect/effect-service.ts';
import { sumsOf, type EffectSums } from './effect/frozen-impact.ts';
import { simulatedDocument, simulatedLines } from './effect/simulated-effect.ts';
import type { GradeOrNone, Impact } from './impact.ts';
import type { WhatIfService } from './what-if-service.ts';

interface Services {
  readonly rulebooks: RulebookService;
  readonly campaigns: CampaignService;
  readonly whatIf: WhatIfService;
  readonly effects: EffectService;
}

const words = whatIf.command;

/** `rules simulate R --year Y`: what a rulebook of any kind would do to a year if it came into force; writes nothing. */
export function simulateCommand(context: CommandContext<Services>): Command {
  return commandOf('simulate', words.description)
    .argument('<rulebook>', words.rulebook)
    .requiredOption('--year <year>', commandLine.options.year, yearOf)
    .action(async (named: string, options: CommonOptions & { readonly year: number }) => {
      const open = (): ReturnType<typeof context.openExisting> => context.openExisting(options.database);
      const { rulebook } = await readNamedRulebook(named, open);
      const services = await open();
      try {
        const campaign = await services.campaigns.inView(EVERYWHERE, options.year);
        if (rulebook.kind !== 'grading') {
          const { effect } = await services.effects.of(rulebook, campaign.id, EVERYWHERE);
          if (effect !== null) sayEffect(sumsOf(effect), options, context.output);
          return;
        }
        const impact = await services.whatIf.impact(rulebook, campaign.id, EVERYWHERE);
        const inForce = await services.rulebooks.inForce('grading', campaign.bureau.path);
        if (options.json) context.output.json(documentOf(impact));
        else print(impact, { before: inForce.body, after: rulebook }, context.output);
      } finally {
        await services.close();
      }
    });
}

function sayEffect(sums: EffectSums, { json }: CommonOptions, output: Output): void {
  if (json) output.json(simulatedDocument(sums));
  else for (const line of simulatedLines(sums)) output.text(line);
}

/** `before`, `after` and `changed` say more than `commands.md` fixes. */
function documentOf({ points, changed, moves, before, after, divisions, seconds }: Impact) {
  const units = divisions.map((division) => ({
    unit: division.unit,
    moves: division.moves,
    before: division.before,
    after: division.after,
  }));
  return { points, changed, moves, before, after, divisions: units, seconds };
}

function print(
  impact: Impact,
  sides: Readonly<Record<'before' | 'after', GradingRulebook>>,
  output: Output,
): void {
  const { points, changed, moves, divisions, seconds } = impact;
  output.text(words.total(points, changed, seconds));
  for (const { from, to, count } of moves)
    output.text(words.move(nameOf(from, sides.before), nameOf(to, sides.after), count));
  const touched = divisions.filter((division) => division.moves.length > 0);
  if (touched.length === 0) return;
  const rows = touched.map((division) => [
    division.unit,
    String(division.moves.reduce((sum, { count }) => sum + count, 0)),
    String(division.before[1]),
    String(division.after[1]),
  ]);
  const head = [
    words.unit,
    words.moved,
    words.before(formats.grade(sides.before.grades[1].zh)),
    words.after(formats.grade(sides.after.grades[1].zh)),
  ];
  for (const line of textTable([head, ...rows])) output.text(line);
}

function nameOf(grade: GradeOrNone, { grades }: GradingRulebook): string {
  return grade === null ? terms.unassessed : grades[grade].zh;
}
