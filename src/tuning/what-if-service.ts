import { campaignById } from '../campaigns/campaign-store.ts';
import type { CaseFacts, CaseScheme } from '../grading/case.ts';
import { cutsOf, mergeSchemes } from '../grading/case-scheme.ts';
import { gradingJudge } from '../grading/grading-judge.ts';
import { casesOfCampaign } from '../grading/grading-store.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { unitsUnder } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Queryable } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { cutFacts, isCutFor, partOf, type CutFact } from './case-part.ts';
import { impactOf, type GradeOrNone, type Impact } from './impact.ts';
import {
  gradesByDomain,
  gradesByUnit,
  gradesOfCases,
  partsOfCases,
  shiftsByDomain,
  shiftsByUnit,
  type CaseShift,
  type PointsAsked,
} from './what-if-store.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly rulebooks: RulebookService;
}

/** All points of a case, or of a part of one that the rulebooks tell apart. */
interface CasePart {
  readonly caseId: number;
  readonly cut: string | null;
  readonly facts: CaseFacts;
}

interface Judged {
  readonly shifts: readonly CaseShift[];
  readonly facts: readonly CutFact[];
  readonly isCutAnew: boolean;
}

/** What a change of rules would do (试算). Judges cases and adds up their points; writes nothing. */
export class WhatIfService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * What a rulebook, which must be one that `parseRulebook` took, would do to a campaign's points if it came into
   * force. Approved and overridden grades never move.
   * @throws OperationalError `not-found` when there is no such campaign.
   */
  impact(rulebook: GradingRulebook, campaignId: number, reach: Reach): Promise<Impact> {
    return this.#between(null, rulebook, campaignId, reach);
  }

  /** The same from one rulebook to another, whichever is in force. */
  difference(from: GradingRulebook, to: GradingRulebook, campaignId: number, reach: Reach): Promise<Impact> {
    return this.#between(from, to, campaignId, reach);
  }

  #between(
    before: GradingRulebook | null,
    after: GradingRulebook,
    campaignId: number,
    reach: Reach,
  ): Promise<Impact> {
    const { database, clock } = this.#parts;
    const started = clock.elapsed();
    return database.snapshot(async (from) => {
      const bureau = await bureauOf(from, campaignId);
      const unitPaths = reaches(reach, bureau.path) ? null : reach.unitPaths;
      const asked: PointsAsked = { campaignId, unitPaths };
      const { shifts, facts, isCutAnew } = await this.#judged(from, bureau, campaignId, before, after);
      const grades = await gradesByUnit(from, asked);
      const unitShifts = await shiftsByUnit(from, asked, shifts, facts);
      return impactOf({
        divisions: (await unitsUnder(from, bureau.id)).filter(({ path }) => reaches(reach, path)),
        bureau,
        grades,
        domains: await gradesByDomain(from, asked),
        unitShifts,
        domainShifts: await shiftsByDomain(from, asked, shifts, facts),
        isCutAnew,
        seconds: Math.round(clock.elapsed() - started) / 1000,
      });
    });
  }

  /** The cases that not all grades agree on. */
  async #judged(
    from: Queryable,
    bureau: OrgUnit,
    campaignId: number,
    before: GradingRulebook | null,
    after: GradingRulebook,
  ): Promise<Judged> {
    const inForce = await this.#parts.rulebooks.inForce('grading', bureau.path, from);
    const now = await gradesOfCases(from, inForce.id);
    const rulebooks = before === null ? [after] : [after, before];
    const scheme = mergeSchemes(rulebooks.map(cutsOf));
    const facts = cutFacts(scheme, rulebooks.flatMap(declaredFacts));
    const parts = await casePartsOf(from, campaignId, scheme, facts);
    const to = await gradesBy(after, parts);
    const earlier = before === null ? null : await gradesBy(before, parts);
    const shifts = parts.map(({ caseId, cut }, index): CaseShift => {
      const current = now.get(caseId) ?? null;
      const was = earlier === null ? current : (earlier[index] ?? null);
      return { caseId, cut, now: current, from: was, to: to[index] ?? null };
    });
    return {
      shifts: shifts.filter((shift) => shift.from !== shift.to || shift.now !== shift.from),
      facts,
      isCutAnew: parts.some(({ cut }) => cut !== null),
    };
  }
}

async function bureauOf(from: Queryable, campaignId: number): Promise<OrgUnit> {
  const found = await campaignById(from, campaignId);
  if (found !== null) return found.campaign.bureau;
  throw new OperationalError('not-found', 'no-campaign', (text) => text.campaigns.none(undefined));
}

/** A campaign's cases, those that a scheme cuts more finely in their parts. */
async function casePartsOf(
  from: Queryable,
  campaignId: number,
  scheme: CaseScheme,
  facts: readonly CutFact[],
): Promise<readonly CasePart[]> {
  const cases = await casesOfCampaign(from, campaignId);
  const whole = cases.filter((known) => isCutFor(scheme, known.facts));
  const torn = new Map(
    cases.filter((known) => !whole.includes(known)).map((known) => [known.id, known.facts]),
  );
  const parts = torn.size === 0 ? [] : await partsOfCases(from, campaignId, [...torn.keys()], facts);
  return [
    ...whole.map((known) => ({ caseId: known.id, cut: null, facts: known.facts })),
    ...parts.flatMap(({ caseId, cut, values }) => {
      const known = torn.get(caseId);
      return known === undefined ? [] : [{ caseId, cut, facts: partOf(known, facts, values) }];
    }),
  ];
}

async function gradesBy(
  rulebook: GradingRulebook,
  parts: readonly CasePart[],
): Promise<readonly GradeOrNone[]> {
  const judge = gradingJudge(rulebook);
  const verdicts = await Promise.all(parts.map(({ facts }) => judge.judge(facts)));
  return verdicts.map(({ grade }) => grade);
}
