import type { Command } from 'commander';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import { commandLine } from '../language/zh/command-line.ts';
import { terms } from '../language/zh/terms.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { EVERYWHERE } from '../organisation/reach.ts';
import { yearOf } from '../platform/command-options.ts';
import type { CoverageService } from './coverage-service.ts';

interface Services {
  readonly campaigns: CampaignService;
  readonly coverage: CoverageService;
}

/** `coverage --year Y`: expected and found, per division and domain. */
export function coverageCommand(context: CommandContext<Services>): Command {
  const words = commandLine.coverage;
  return commandOf('coverage', words.description)
    .requiredOption('--year <year>', commandLine.options.year, yearOf)
    .action(async (options: CommonOptions & { readonly year: number }) => {
      const services = await context.openExisting(options.database);
      try {
        const campaign = await services.campaigns.inView(EVERYWHERE, options.year);
        const cells = await services.coverage.ofCampaign(campaign);
        const gaps = cells.filter(({ status }) => status === 'gap').length;
        if (options.json) {
          context.output.json({ cells: cells.map(({ unitId: _unitId, ...cell }) => cell), gaps });
          return;
        }
        for (const cell of cells.filter(({ status }) => status !== 'not-expected')) {
          context.output.text(
            [
              cell.unit,
              terms.keyDomains[cell.domain],
              terms.coverage[cell.status],
              words.points(cell.points),
            ].join('\t'),
          );
        }
        context.output.text(words.gaps(gaps));
      } finally {
        await services.close();
      }
    });
}
