import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import { searchWords } from '../language/normalise.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { inPieces, type ExportFormat, type Taken } from '../web/export-table.ts';
import type { FormFilter, FormSummary } from './form.ts';
import { formIds, formsByIds } from './form-list-store.ts';
import { formConditionsText } from './paths.ts';

interface FormExportParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
}

/** Gives lists of forms away, and keeps who took what. */
export class FormExportService {
  readonly #parts: FormExportParts;

  constructor(parts: FormExportParts) {
    this.#parts = parts;
  }

  /** As `PointExportService.take`, for forms. */
  async take(
    filter: FormFilter,
    reach: Reach,
    format: ExportFormat,
    actor: Actor,
  ): Promise<Taken<FormSummary>> {
    const { database, clock, audit, campaigns } = this.#parts;
    const campaign = await campaigns.inView(reach, filter.year);
    const ids = await formIds(database.read, campaign.id, reach, filter);
    const details = {
      forms: ids.length,
      format,
      filter: formConditionsText(filter),
      words: searchWords(filter.words ?? '').length,
    };
    await database.transaction((transaction) =>
      audit.record(transaction, actor, {
        action: 'forms.exported',
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
      pieces: inPieces(ids, (some) => formsByIds(database.read, some)),
    };
  }
}
