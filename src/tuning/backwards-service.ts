import { campaignsOf } from '../campaigns/campaign-store.ts';
import { zh } from '../language/zh.ts';
import type { PointFacts } from '../grading/case.ts';
import { unitById } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import { withCounts } from '../rulebooks/derived-value.ts';
import type { RulebookFinding } from '../rulebooks/rulebook-finding.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { factsOfPoints } from '../risk-points/point-store.ts';
import { backwards, type Way } from './backwards.ts';
import { openFindings, type Bench } from './bench.ts';
import { draftTextOf } from './draft-text.ts';
import type { Impact } from './impact.ts';
import type { JudgingWorker } from './judging-worker-service.ts';
import { wantedPoints, type WantedPoint } from './wanted-point-store.ts';
import type { WhatIfService } from './what-if-service.ts';

interface Parts {
  readonly database: Database;
  readonly whatIf: WhatIfService;
  readonly judging: JudgingWorker;
}

/** The campaign whose points are asked for. */
export type SearchedCampaign = NonNullable<Bench['campaign']>;

export type FindingKind = RulebookFinding['kind'];

/** A change that helps, with what its verification would find beyond what the draft's does. */
export interface CheckedWay extends Way<Impact> {
  readonly raised: readonly { readonly kind: FindingKind; readonly count: number }[];
}

export interface BackwardsAnswer {
  /** Those that follow the rules, with the grade that the draft gives them. */
  readonly free: readonly (WantedPoint & { readonly grade: Grade | null })[];
  /** Those whose grade people decided: no rule moves them. */
  readonly fixed: readonly WantedPoint[];
  /** Numbers of no point of this campaign in reach. */
  readonly missing: readonly number[];
  readonly ways: readonly CheckedWay[];
  /** How many further ways are not shown. */
  readonly more: number;
  readonly isCut: boolean;
}

const BOUNDS = { judged: 400, weighed: 40 };
const SHOWN = 8;

/** Which single change of a draft would give points a grade, and what else it would move. Writes nothing. */
export class BackwardsService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The campaigns of a draft's bureau, the latest first. */
  async campaigns({ campaign }: Pick<Bench, 'campaign'>): Promise<readonly SearchedCampaign[]> {
    const { read } = this.#parts.database;
    const bureau = campaign === null ? null : await unitById(read, campaign.bureauId);
    if (bureau === null) return [];
    return (await campaignsOf(read, bureau)).map(({ id, year }) => ({ id, year, bureauId: bureau.id }));
  }

  /** Takes a draft with a campaign, and its rulebook, which is sound. */
  async search(
    bench: Bench & { readonly campaign: SearchedCampaign },
    rulebook: GradingRulebook,
    { ids, grade }: { readonly ids: readonly number[]; readonly grade: Grade },
    reach: Reach,
  ): Promise<BackwardsAnswer> {
    const { campaign, draft } = bench;
    const { database, whatIf, judging } = this.#parts;
    const points = (await wantedPoints(database.read, campaign.id, ids)).filter(
      ({ unitPath }) => unitPath.startsWith(draft.unitPath) && reaches(reach, unitPath),
    );
    const free = points.filter(({ decided }) => decided === null);
    const inBureau: Reach = { unitPaths: [draft.unitPath] };
    const question = { rulebook, grade, points: await this.#factsOf(free, rulebook) };
    const { now, ways, isCut } = await backwards(question, {
      judge: judging.judge,
      weigh: (changed) => whatIf.between({ before: rulebook, after: changed }, campaign.id, inBureau),
      bounds: BOUNDS,
    });
    const shown = ways.slice(0, SHOWN);
    const known = countsOf(openFindings(bench));
    const checked: CheckedWay[] = [];
    for (const way of shown) {
      const text = draftTextOf(way.rulebook);
      const check = await judging.check(text, zh, { scales: new Map(), facts: [] });
      const raised = raisedOver(known, openFindings({ check, parsed: parseRulebook(text) }));
      checked.push({ ...way, raised });
    }
    return {
      free: free.map((point, index) => ({ ...point, grade: now[index] ?? null })),
      fixed: points.filter(({ decided }) => decided !== null),
      missing: ids.filter((id) => !points.some((point) => point.id === id)),
      ways: checked,
      more: ways.length - shown.length,
      isCut,
    };
  }

  async #factsOf(points: readonly WantedPoint[], rulebook: GradingRulebook): Promise<readonly PointFacts[]> {
    const ids = points.map(({ id }) => id);
    const facts = await factsOfPoints(this.#parts.database.read, ids);
    return ids.flatMap((id) => {
      const known = facts.get(id);
      // A count that only the draft declares stands nowhere yet.
      return known === undefined ? [] : [{ ...known, own: withCounts(known.own, declaredFacts(rulebook)) }];
    });
  }
}

function raisedOver(
  known: ReadonlyMap<FindingKind, number>,
  findings: readonly RulebookFinding[],
): CheckedWay['raised'] {
  return [...countsOf(findings)]
    .map(([kind, count]) => ({ kind, count: count - (known.get(kind) ?? 0) }))
    .filter(({ count }) => count > 0);
}

function countsOf(findings: readonly RulebookFinding[]): ReadonlyMap<FindingKind, number> {
  const counts = new Map<FindingKind, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
