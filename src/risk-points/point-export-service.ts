import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import { searchWords } from '../language/normalise.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { inPieces, type ExportFormat, type Taken } from '../web/export-table.ts';
import { pointConditionsText } from './paths.ts';
import { pointIds, pointsByIds } from './point-list-store.ts';
import { pointsInView } from './points-in-view-service.ts';
import type { ListedPoint, PointFilter } from './risk-point.ts';

/** All points that a filter leaves, to be taken away, with the rulebook that grades them. */
export interface PointExport extends Taken<ListedPoint> {
  readonly rulebook: GradingRulebook;
}

interface PointExportParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
}

/** Gives lists of points away, and keeps who took what. */
export class PointExportService {
  readonly #parts: PointExportParts;

  constructor(parts: PointExportParts) {
    this.#parts = parts;
  }

  /**
   * The points that the filter leaves, in its order, as far as the asker reaches. Which they are is settled when it
   * is asked; one that is taken back while the file is written is left out.
   */
  async take(filter: PointFilter, reach: Reach, format: ExportFormat, actor: Actor): Promise<PointExport> {
    const { database, clock, audit } = this.#parts;
    const { campaign, version, scope } = await pointsInView(this.#parts, filter, reach);
    const ids = await pointIds(database.read, scope, filter);
    const details = {
      points: ids.length,
      format,
      filter: pointConditionsText(filter),
      words: searchWords(filter.words ?? '').length,
    };
    await database.transaction((transaction) =>
      audit.record(transaction, actor, {
        action: 'points.exported',
        objectType: 'campaign',
        objectId: String(campaign.id),
        unitPath: campaign.bureau.path,
        details,
      }),
    );
    return {
      bureau: campaign.bureau.name,
      year: campaign.year,
      at: clock.now(),
      today: clock.today(),
      total: ids.length,
      rulebook: version.body,
      pieces: inPieces(ids, (some) => pointsByIds(database.read, scope, some)),
    };
  }
}
