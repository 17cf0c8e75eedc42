import type { Database, Transaction } from '../platform/database.ts';
import { LastUsed } from '../platform/last-used.ts';
import { RuleMemory } from '../rulebooks/rule-memory.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { JudgedCampaign, RulebookService, RulebookVersion } from '../rulebooks/rulebook-service.ts';
import { caseKey, caseOf, type CaseFacts, type CaseScheme, type PointFacts } from './case.ts';
import { cutsOf, mergeSchemes } from './case-scheme.ts';
import { copyPinnedVerdicts, narrowStored } from './case-narrowing-store.ts';
import {
  caseIdsByKey,
  casesOfCampaign,
  deleteVerdicts,
  insertCases,
  insertVerdicts,
  judgedCases,
  unjudgedAmong,
  type StoredCase,
} from './grading-store.ts';
import { gradingJudge } from './grading-judge.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';
import type { GradingJudge, Verdict } from './verdict.ts';

/** How points are put into cases and cases judged, for one bureau, within one transaction or command. */
export interface GradingScope {
  readonly version: RulebookVersion<GradingRulebook>;
  /** The version that is coming into force: what is placed meanwhile is judged by it as well. */
  readonly coming: RulebookVersion<GradingRulebook> | null;
  /** Cuts wherever the one or the other cuts. */
  readonly scheme: CaseScheme;
}

/** What judging a campaign's cases anew found. */
export interface Regrading {
  readonly cases: readonly StoredCase[];
  /** Cases whose verdict is not what was stored before. */
  readonly moved: readonly number[];
}

/** The rulebooks of a hundred bureaus, before and after a change. */
const MOST_JUDGES = 200;

/** Points to cases, cases to verdicts. */
export class GradingService {
  readonly #rulebooks: RulebookService;
  readonly #judges = new LastUsed<string, GradingJudge>(MOST_JUDGES);
  readonly #memory = new RuleMemory();

  constructor(rulebooks: RulebookService) {
    this.#rulebooks = rulebooks;
  }

  /** The rulebook in force for a bureau, the one that is coming, and the cuts its points' numbers are put into. */
  async scopeOf(bureauPath: string, from: Database['read']): Promise<GradingScope> {
    const version = await this.#rulebooks.inForce('grading', bureauPath, from);
    const coming = await this.#rulebooks.coming('grading', bureauPath, from);
    const bodies = coming === null ? [version.body] : [version.body, coming.body];
    return { version, coming, scheme: mergeSchemes(bodies.map(cutsOf)) };
  }

  /** The scope of a campaign, which may be closed under rules that have been replaced since. */
  async scopeOfCampaign(campaign: JudgedCampaign, from: Database['read']): Promise<GradingScope> {
    const inForce = await this.scopeOf(campaign.bureau.path, from);
    const version = await this.#rulebooks.judging('grading', campaign, from);
    return version.id === inForce.version.id
      ? inForce
      : { version, coming: null, scheme: cutsOf(version.body) };
  }

  /** The case of these facts. A case that nobody was in before is made and judged at once. */
  async placeIn(transaction: Transaction, scope: GradingScope, facts: PointFacts): Promise<number> {
    const [id] = await this.placeCases(transaction, scope, [caseOf(facts, scope.scheme)]);
    if (id === undefined) throw new Error('every place has its case');
    return id;
  }

  /**
   * The ids of cases, in their order. Those that nobody was in before are made; all have a verdict of the version in
   * force and of the one that is coming.
   */
  async placeCases(
    transaction: Transaction,
    scope: GradingScope,
    places: readonly CaseFacts[],
  ): Promise<readonly number[]> {
    const byKey = new Map(places.map((place) => [caseKey(place), place]));
    const known = await caseIdsByKey(transaction, [...byKey.keys()]);
    const absent = [...byKey].filter(([key]) => !known.has(key)).map(([, place]) => place);
    const made = absent.length === 0 ? known : await insertCases(transaction, absent);
    const placed = places.map((facts) => {
      const id = known.get(caseKey(facts)) ?? made.get(caseKey(facts));
      if (id === undefined) throw new Error('a case that was made is there');
      return { id, facts };
    });
    const cases = [...new Map(placed.map((one) => [one.id, one])).values()];
    await this.#judgeInScope(transaction, scope, cases);
    return placed.map(({ id }) => id);
  }

  /**
   * Makes cases what these facts are, parts of what they were: every verdict on them holds for each of their parts, and
   * they get that of the version that is coming. One whose facts are another case's by now stays as it is.
   */
  async narrowCases(
    transaction: Transaction,
    scope: GradingScope,
    cases: readonly StoredCase[],
    at: string,
  ): Promise<void> {
    const keys = cases.map(({ facts }) => caseKey(facts));
    const known = await caseIdsByKey(transaction, keys);
    const narrowed = cases.filter((_, index) => {
      const key = keys[index] ?? '';
      return !known.has(key) && keys.indexOf(key) === index;
    });
    await narrowStored(transaction, narrowed, at);
    await this.#judgeInScope(transaction, scope, narrowed);
  }

  /** Lets parts of cases that were made have the verdicts by which these campaigns, once closed, are judged. */
  async copyVerdicts(
    transaction: Transaction,
    campaignIds: readonly number[],
    parts: readonly { readonly caseId: number; readonly to: number }[],
  ): Promise<void> {
    if (campaignIds.length > 0) await copyPinnedVerdicts(transaction, campaignIds, parts);
  }

  /** What is not judged yet by the version in force or the one that is coming. */
  async #judgeInScope(
    transaction: Transaction,
    { version, coming }: GradingScope,
    cases: readonly StoredCase[],
  ): Promise<void> {
    const ids = cases.map(({ id }) => id);
    for (const one of coming === null ? [version] : [version, coming]) {
      const unjudged = await unjudgedAmong(transaction, one.id, ids);
      await this.judgeCases(
        transaction,
        one,
        cases.filter(({ id }) => unjudged.has(id)),
      );
    }
  }

  /** Judges cases that a version has not judged yet, and stores its verdicts. */
  async judgeCases(
    transaction: Transaction,
    version: RulebookVersion<GradingRulebook>,
    cases: readonly StoredCase[],
  ): Promise<void> {
    const judge = this.#judgeOf(version);
    const verdicts: { caseId: number; verdict: Verdict }[] = [];
    for (const { id, facts } of cases) verdicts.push({ caseId: id, verdict: await judge.judge(facts) });
    await insertVerdicts(transaction, version.id, verdicts);
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
    return this.#judges.of(version.digest, () => gradingJudge(version.body, this.#memory.engine));
  }
}
