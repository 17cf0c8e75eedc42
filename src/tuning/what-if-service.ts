import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { bureaus, unitsUnder } from '../organisation/organisation-store.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Queryable } from '../platform/database.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { RulebookService, RulebookVersion } from '../rulebooks/rulebook-service.ts';
import { inPieces, type ExportFormat, type Taken } from '../web/export-table.ts';
import { addedImpact } from './added-impact-service.ts';
import { judgedShifts, shiftsOfAll, type JudgedShifts, type Judging } from './case-shift-service.ts';
import { campaignsUnder } from './activation-store.ts';
import { keepTaken, triedCampaign } from './impact-campaign-service.ts';
import type { JudgeCases } from './judge-cases-service.ts';
import type { JudgingWorker } from './judging-worker-service.ts';
import { knownCasesOfCampaigns } from './known-cases-service.ts';
import type { Impact } from './impact.ts';
import { movedList, movedRows, pointsOf } from './moved-list-service.ts';
import type { MovedList, MovedPoint, MoveFilter, RuleChange } from './rule-change.ts';
import type { PointsAsked } from './undecided-store.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
  readonly judging: Pick<JudgingWorker, 'judge'>;
}

/** What a page shows of a change of rules. */
export interface ImpactReport {
  readonly impact: Impact;
  readonly list: MovedList;
  readonly campaign: Campaign;
  readonly inForce: RulebookVersion<GradingRulebook>;
}

interface Looked {
  readonly campaign: Campaign;
  readonly inForce: RulebookVersion<GradingRulebook>;
  readonly asked: PointsAsked;
  readonly reach: Reach;
  readonly versionId: number;
  readonly judged: JudgedShifts;
}

/** What a change of rules would do (试算). Judges cases and adds up their points; writes nothing. */
export class WhatIfService {
  readonly #parts: Parts;
  readonly #judging: Judging;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#judging = { casesOf: knownCasesOfCampaigns(), judge: parts.judging.judge };
  }

  /**
   * What a rulebook, which must be one that `parseRulebook` took, would do to a campaign's points if it came into
   * force. Approved and overridden grades never move.
   * @throws OperationalError `not-found` when there is no such campaign; the signal's reason once nobody wants it
   */
  impact(rulebook: GradingRulebook, campaignId: number, reach: Reach, signal?: AbortSignal): Promise<Impact> {
    return this.between({ before: null, after: rulebook }, campaignId, reach, signal);
  }

  /** The same from one rulebook to another, whichever is in force. */
  async between(change: RuleChange, campaignId: number, reach: Reach, signal?: AbortSignal): Promise<Impact> {
    return (await this.withRules(change, campaignId, reach, signal)).impact;
  }

  /** The same, with how many standing points of the campaign each rule of the second rulebook decides. */
  withRules(
    change: RuleChange,
    campaignId: number,
    reach: Reach,
    signal?: AbortSignal,
  ): Promise<Pick<JudgedShifts, 'decides'> & { readonly impact: Impact }> {
    const started = this.#parts.clock.elapsed();
    const judge: JudgeCases = (rulebook, cases) => this.#judging.judge(rulebook, cases, signal);
    return this.#parts.database.snapshot(async (from) => {
      const looked = await this.#look(from, change, campaignId, reach, { ...this.#judging, judge });
      return { impact: await this.#added(from, looked, started), decides: looked.judged.decides };
    });
  }

  /** The same with one page of the points that would move. */
  report(change: RuleChange, campaignId: number, reach: Reach, filter: MoveFilter): Promise<ImpactReport> {
    const started = this.#parts.clock.elapsed();
    return this.#parts.database.snapshot(async (from) => {
      const looked = await this.#look(from, change, campaignId, reach);
      return {
        impact: await this.#added(from, looked, started),
        list: await movedList(from, looked, filter),
        campaign: looked.campaign,
        inForce: looked.inForce,
      };
    });
  }

  /** All points that would move and that the filter leaves, to be taken away. Keeps who took them. */
  async take(
    change: RuleChange,
    campaignId: number,
    reach: Reach,
    {
      filter,
      format,
      actor,
    }: { readonly filter: MoveFilter; readonly format: ExportFormat; readonly actor: Actor },
  ): Promise<Taken<MovedPoint> & Pick<ImpactReport, 'inForce'>> {
    const { database } = this.#parts;
    const looked = await database.snapshot((from) => this.#look(from, change, campaignId, reach));
    const rows = await movedRows(database.read, looked, filter);
    const rowsById = new Map(rows.map((row) => [row.id, row]));
    const { campaign, inForce } = looked;
    const taken = await keepTaken(this.#parts, campaign, { points: rows.length, format }, actor);
    const some = (ids: readonly number[]): Promise<readonly MovedPoint[]> =>
      pointsOf(
        database.read,
        looked,
        ids.flatMap((id) => rowsById.get(id) ?? []),
      );
    return {
      ...taken,
      total: rows.length,
      inForce,
      pieces: inPieces([...rowsById.keys()], some),
    };
  }

  async #look(
    from: Queryable,
    change: RuleChange,
    campaignId: number,
    reach: Reach,
    judging = this.#judging,
  ): Promise<Looked> {
    const campaign = await triedCampaign(from, campaignId);
    const inForce = await this.#parts.rulebooks.judging('grading', campaign, from);
    const judged = await judgedShifts(from, { campaignId, versionId: inForce.id }, change, judging);
    const unitPaths = reaches(reach, campaign.bureau.path) ? null : reach.unitPaths;
    const asked = { campaignIds: [campaignId], unitPaths };
    return { campaign, inForce, asked, reach, versionId: inForce.id, judged };
  }

  /**
   * What a rulebook would do to all points that it would concern if it came into force for a unit: of every campaign
   * under it that is open and has no rules of a nearer unit. `null` where there is none.
   */
  impactUnder(rulebook: GradingRulebook, unit: OrgUnit, signal?: AbortSignal): Promise<Impact | null> {
    const started = this.#parts.clock.elapsed();
    const judge: JudgeCases = (body, cases) => this.#judging.judge(body, cases, signal);
    return this.#parts.database.snapshot(async (from) => {
      const campaigns = await campaignsUnder(from, 'grading', unit.path);
      const campaignIds = campaigns.filter(({ isClosed }) => !isClosed).map(({ id }) => id);
      if (campaignIds.length === 0) return null;
      const { id: versionId } = await this.#parts.rulebooks.inForce('grading', unit.path, from);
      const judging = { ...this.#judging, judge };
      const shifts = await shiftsOfAll(from, { campaignIds, versionId }, rulebook, judging);
      const all = await bureaus(from);
      return addedImpact(from, this.#parts.clock, {
        asked: { campaignIds, unitPaths: null },
        ...{ shifts, started, whole: unit },
        parts: all.filter(({ path }) => path.startsWith(unit.path) && path !== unit.path),
      });
    });
  }

  async #added(from: Queryable, looked: Looked, started: number): Promise<Impact> {
    const { asked, campaign, reach, judged: shifts } = looked;
    const { bureau: whole } = campaign;
    const units = await unitsUnder(from, whole.id);
    const parts = units.filter(({ path }) => reaches(reach, path));
    return addedImpact(from, this.#parts.clock, { asked, shifts, whole, parts, started });
  }
}
