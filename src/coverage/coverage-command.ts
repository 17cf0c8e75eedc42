import type { Command } from 'commander';
import type { CampaignService } from '../campaigns/campaign-service.ts';
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
  return commandOf('coverage', '重点领域覆盖情况')
    .requiredOption('--year <year>', '年度', yearOf)
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
              `${String(cell.points)} 个风险点`,
            ].join('\t'),
          );
        }
        context.output.text(`排查空白 ${String(gaps)} 处。`);
      } finally {
        await services.close();
      }
    });
}
