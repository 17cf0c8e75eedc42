import type { Actor } from '../../audit/audit-entry.ts';
import type { AuditService } from '../../audit/audit-service.ts';
import { campaignOf } from '../../campaigns/campaign-store.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import { judgedFacts } from '../../coverage/coverage-facts.ts';
import type { CoverageService } from '../../coverage/coverage-service.ts';
import { bureaus, unitById, unitsUnder } from '../../organisation/organisation-store.ts';
import type { OrgUnit } from '../../organisation/org-unit.ts';
import { reaches, type Reach } from '../../organisation/reach.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { RulebookService, RulebookVersion } from '../../rulebooks/rulebook-service.ts';
import type {
  CoverageRulebook,
  DomainRulebook,
  GradingRulebook,
  Rulebook,
} from '../../rulebooks/rulebook.ts';
import type { ExportFormat } from '../../web/export-table.ts';
import type { Impact } from '../impact.ts';
import { keepTaken, triedCampaign } from '../impact-campaign-service.ts';
import type { JudgingWorker } from '../judging-worker-service.ts';
import type { WhatIfService } from '../what-if-service.ts';
import { coverageEffect, type CoverageEffect } from './coverage-effect.ts';
import { domainEffect, type DomainEffect } from './domain-effect.ts';
import type { RulebookEffect } from './rulebook-effect.ts';
import { pointSubjects, postSubjects } from './suggested-subject-store.ts';
import { distinctTexts } from './suggested-text.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
  readonly coverage: CoverageService;
  readonly whatIf: WhatIfService;
  readonly judging: Pick<JudgingWorker, 'judgeCells' | 'suggest'>;
}

/** What is taken away of an effect. */
export interface TakenEffect {
  readonly campaign: Campaign;
  readonly lines: number;
  readonly format: ExportFormat;
  readonly kind: 'coverage' | 'domain';
}

/** An effect with the campaign and the version in force that it was found by. */
export interface EffectReport<Effect, Body extends CoverageRulebook | DomainRulebook> {
  readonly effect: Effect;
  readonly campaign: Campaign;
  readonly inForce: RulebookVersion<Body>;
}

/** What a draft would do if it came into force (试算), of whatever kind. Writes nothing. */
export class EffectService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * What a rulebook would do to a campaign, and how many points, or cells, each of its rules decides.
   * @throws OperationalError `not-found` when there is no such campaign; the signal's reason once nobody wants it
   */
  async of(
    rulebook: Rulebook,
    campaignId: number,
    reach: Reach,
    signal?: AbortSignal,
  ): Promise<RulebookEffect> {
    if (rulebook.kind === 'grading') {
      const change = { before: null, after: rulebook };
      return { effect: null, ...(await this.#parts.whatIf.withRules(change, campaignId, reach, signal)) };
    }
    const { effect } =
      rulebook.kind === 'coverage'
        ? await this.coverage(rulebook, campaignId, reach, signal)
        : await this.domains(rulebook, campaignId, reach, signal);
    return { impact: null, effect, decides: effect.decides };
  }

  /** What a grading rulebook would do to every open campaign under a unit; `null` where there is none. */
  under(rulebook: GradingRulebook, unit: OrgUnit, signal?: AbortSignal): Promise<Impact | null> {
    return this.#parts.whatIf.impactUnder(rulebook, unit, signal);
  }

  /** The same numbers for a bureau's latest campaign; `null` where it has none. */
  async decides(
    rulebook: Rulebook,
    unitPath: string | undefined,
  ): Promise<ReadonlyMap<string, number> | null> {
    const { read } = this.#parts.database;
    const bureau = (await bureaus(read)).find(({ path }) => path === unitPath);
    const campaign = bureau === undefined ? null : await campaignOf(read, bureau);
    if (campaign === null) return null;
    return (await this.of(rulebook, campaign.id, { unitPaths: [campaign.bureau.path] })).decides;
  }

  /**
   * What a coverage rulebook would do to a campaign's cells, as far as somebody reaches.
   * @throws OperationalError `not-found` when there is no such campaign; the signal's reason once nobody wants it
   */
  async coverage(
    rulebook: CoverageRulebook,
    campaignId: number,
    reach: Reach,
    signal?: AbortSignal,
  ): Promise<EffectReport<CoverageEffect, CoverageRulebook>> {
    const { clock, database, rulebooks, coverage, judging } = this.#parts;
    const started = clock.elapsed();
    const { campaign, inForce, cells } = await database.snapshot(async (from) => {
      const found = await triedCampaign(from, campaignId);
      return {
        campaign: found,
        inForce: await rulebooks.judging('coverage', found, from),
        cells: (await coverage.factsOf(found, from)).filter(({ unit }) => reaches(reach, unit.path)),
      };
    });
    const facts = cells.map(judgedFacts);
    const before = await judging.judgeCells(inForce.body, facts, signal);
    const after = await judging.judgeCells(rulebook, facts, signal);
    const judged = cells.map((cell, index) => ({
      facts: cell,
      before: before[index] ?? null,
      after: after[index] ?? null,
    }));
    return { campaign, inForce, effect: coverageEffect(judged, this.#secondsSince(started)) };
  }

  /**
   * What a domain rulebook would suggest for a campaign's points and the bureau's posts, once their words are filed
   * again, and what the version in force suggests.
   * @throws OperationalError `not-found` when there is no such campaign; the signal's reason once nobody wants it
   */
  async domains(
    rulebook: DomainRulebook,
    campaignId: number,
    reach: Reach,
    signal?: AbortSignal,
  ): Promise<EffectReport<DomainEffect, DomainRulebook>> {
    const { clock, database, rulebooks, judging } = this.#parts;
    const started = clock.elapsed();
    const { campaign, inForce, subjects, divisions } = await database.snapshot(async (from) => {
      const found = await triedCampaign(from, campaignId);
      const { id, path } = found.bureau;
      const all = [...(await pointSubjects(from, campaignId)), ...(await postSubjects(from, path))];
      const bureau = await unitById(from, id);
      if (bureau === null) throw new Error('a campaign is of a bureau');
      return {
        campaign: found,
        inForce: await rulebooks.judging('domain', found, from),
        subjects: all.filter(({ unitPath }) => reaches(reach, unitPath)),
        divisions: { bureau, units: await unitsUnder(from, id) },
      };
    });
    const { texts, places } = distinctTexts(subjects.map(({ text, kind }) => ({ text, subject: kind })));
    const before = await judging.suggest(inForce.body, texts, signal);
    const after = await judging.suggest(rulebook, texts, signal);
    const read = subjects.map((subject, index) => ({
      subject,
      before: before[places[index] ?? -1] ?? [],
      after: after[places[index] ?? -1] ?? [],
    }));
    return { campaign, inForce, effect: domainEffect(read, divisions, this.#secondsSince(started)) };
  }

  /** Keeps who took the lines of an effect away, and says of what and when they are. */
  keepTaken({ campaign, ...details }: TakenEffect, actor: Actor): ReturnType<typeof keepTaken> {
    return keepTaken(this.#parts, campaign, details, actor);
  }

  #secondsSince(started: number): number {
    return Math.round(this.#parts.clock.elapsed() - started) / 1000;
  }
}
