import type { Database, Transaction } from '../platform/database.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { RulebookService, RulebookVersion } from '../rulebooks/rulebook-service.ts';
import { caseKey, caseOf, type CaseScheme, type PointFacts } from './case.ts';
import { cutsOf } from './case-scheme.ts';
import {
  caseIdByKey,
  casesOfCampaign,
  deleteVerdicts,
  insertCase,
  insertVerdicts,
  judgedCases,
  verdictOf,
  type StoredCase,
} from './grading-store.ts';
import { gradingJudge } from './grading-judge.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';
import type { GradingJudge, Verdict } from './verdict.ts';

/** How points are put into cases and cases judged, for one bureau, within one transaction or command. */
export interface GradingScope {
  readonly version: RulebookVersion<GradingRulebook>;
  readonly scheme: CaseScheme;
}

/** What judging a campaign's cases anew found. */
export interface Regrading {
  readonly cases: readonly StoredCase[];
  /** Cases whose verdict is not what was stored before. */
  readonly moved: readonly number[];
}

/** Points to cases, cases to verdicts. */
export class GradingService {
  readonly #rulebooks: RulebookService;
  readonly #judges = new Map<number, GradingJudge>();

  constructor(rulebooks: RulebookService) {
    this.#rulebooks = rulebooks;
  }

  /** The rulebook in force for a bureau and the cuts its points' numbers are put into. */
  async scopeOf(bureauPath: string, from: Database['read']): Promise<GradingScope> {
    const version = await this.#rulebooks.inForce('grading', bureauPath, from);
    return { version, scheme: cutsOf(version.body) };
  }

  /** The case of these facts. A case that nobody was in before is made and judged at once. */
  async placeIn(transaction: Transaction, scope: GradingScope, facts: PointFacts): Promise<number> {
    const place = caseOf(facts, scope.scheme);
    const known = await caseIdByKey(transaction, caseKey(place));
    const caseId = known ?? (await insertCase(transaction, place));
    if (known === null || (await verdictOf(transaction, caseId, scope.version.id)) === null) {
      const verdict = await this.#judgeOf(scope.version).judge(place);
      await insertVerdicts(transaction, scope.version.id, [{ caseId, verdict }]);
    }
    return caseId;
  }

  /** What the rules say of these facts. Reads and writes nothing. */
  verdictOn(scope: GradingScope, facts: PointFacts): Promise<Verdict> {
    return this.#judgeOf(scope.version).judge(caseOf(facts, scope.scheme));
  }

  /** What lies around these facts: nearest changes, or what missing steps would give. Reads and writes nothing. */
  around({ version }: GradingScope, facts: PointFacts): Promise<Surroundings> {
    return surroundingsOf(version.body, this.#judgeOf(version), facts);
  }

  /** Judges all cases of a campaign by the rulebook in force and stores what is not yet, or no longer, so. */
  async regrade(transaction: Transaction, scope: GradingScope, campaignId: number): Promise<Regrading> {
    const cases = await casesOfCampaign(transaction, campaignId);
    const before = await judgedCases(transaction, scope.version.id);
    const judge = this.#judgeOf(scope.version);
    const moved: { caseId: number; verdict: Verdict }[] = [];
    for (const { id, facts } of cases) {
      const verdict = await judge.judge(facts);
      if (JSON.stringify(verdict) !== JSON.stringify(before.get(id))) moved.push({ caseId: id, verdict });
    }
    const movedIds = moved.map(({ caseId }) => caseId);
    await deleteVerdicts(transaction, scope.version.id, movedIds);
    await insertVerdicts(transaction, scope.version.id, moved);
    return { cases, moved: movedIds };
  }

  #judgeOf(version: RulebookVersion<GradingRulebook>): GradingJudge {
    const known = this.#judges.get(version.id);
    if (known !== undefined) return known;
    const judge = gradingJudge(version.body);
    this.#judges.set(version.id, judge);
    return judge;
  }
}
