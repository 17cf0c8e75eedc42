import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { GradeLabels } from '../language/call-grades.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { pointsByGrade, pointsInCases } from './regrade-store.ts';
import { refreshRollups, unitsWithPoints } from './rollup-store.ts';

export interface RegradeResult {
  readonly rulebook: { readonly name: string; readonly version: string; readonly digest: string };
  /** What the rulebook calls its grades. */
  readonly labels: GradeLabels;
  readonly points: number;
  readonly cases: number;
  /** Points whose case got another verdict than was stored. */
  readonly changed: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly seconds: number;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
  readonly grading: GradingService;
}

/** Judges what is in the database: cases, never points one by one. */
export class RegradeService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Judges every case of a year's campaign by the rulebook in force. Approved grades are not touched.
   * @throws OperationalError `not-found` when there is no campaign of that year.
   */
  async regrade(year: number, reach: Reach, actor: Actor): Promise<RegradeResult> {
    const { database, clock, audit, campaigns, grading } = this.#parts;
    const started = clock.elapsed();
    const campaign = await campaigns.inView(reach, year);
    return database.transaction(async (transaction) => {
      const scope = await grading.scopeOf(campaign.bureau.path, transaction);
      const { cases, moved } = await grading.regrade(transaction, scope, campaign.id);
      const changed = await pointsInCases(transaction, campaign.id, moved);
      if (moved.length > 0) {
        const units = await unitsWithPoints(transaction, campaign.id);
        await refreshRollups(transaction, campaign.id, scope.version.id, units);
        await audit.record(transaction, actor, {
          action: 'campaign.regraded',
          objectType: 'campaign',
          objectId: String(campaign.id),
          unitPath: campaign.bureau.path,
          details: {
            rulebook: `${scope.version.name}@${scope.version.version}`,
            cases: moved.length,
            points: changed,
          },
        });
      }
      const rows = await pointsByGrade(transaction, campaign.id, scope.version.id);
      const of = (grade: number): number => rows.find((row) => row.grade === grade)?.points ?? 0;
      const { name, version, digest, body } = scope.version;
      return {
        rulebook: { name, version, digest },
        labels: body.grades,
        points: rows.reduce((sum, row) => sum + row.points, 0),
        cases: cases.length,
        changed,
        counts: { '1': of(1), '2': of(2), '3': of(3), unassessed: of(0) },
        seconds: Math.round(clock.elapsed() - started) / 1000,
      };
    });
  }
}
