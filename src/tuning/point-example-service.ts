import type { Actor } from '../audit/audit-entry.ts';
import { campaignById } from '../campaigns/campaign-store.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { placeOfPoint } from '../risk-points/point-list-store.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { RulebookService, RulebookVersion } from '../rulebooks/rulebook-service.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { DraftService } from './draft-service.ts';
import { exampleName, exampleRefusal, type PointExampleOutcome } from './point-example.ts';
import type { WorkbenchService } from './workbench-service.ts';

interface Parts {
  readonly database: Database;
  readonly rulebooks: RulebookService;
  readonly rulebookDrafts: DraftService;
  readonly workbench: WorkbenchService;
}

/** A risk point as an example of what the rules must say: "this one must be grade 1". */
export class PointExampleService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Adds a point to the examples of its bureau's open draft of the grading rules in force, made where there is none.
   * Nothing is made where it is refused.
   * @throws OperationalError `not-found` when the point is not in reach; `conflict` where the rules grade posts, or
   * the draft's text is unsound or saved by somebody at the same moment
   */
  async add(pointId: number, grade: Grade, reach: Reach, actor: Actor): Promise<PointExampleOutcome> {
    const { rulebookDrafts, workbench, rulebooks } = this.#parts;
    const bureau = await this.#bureauOf(pointId, reach);
    const version = await rulebooks.inForce('grading', bureau.path);
    const openId = await rulebookDrafts.openFor(version.id, bureau.id, reach);
    const rulebook = await this.#rulebook(version, openId, reach);
    const facts = await workbench.exampleFacts(rulebook, pointId, bureau.path);
    const refused = exampleRefusal(rulebook, facts, grade);
    if (refused !== null) return refused;
    const draftId = openId ?? (await rulebookDrafts.create(version.id, bureau.id, reach, actor));
    const { guard } = await rulebookDrafts.find(draftId, reach);
    const example = { name: exampleName(rulebook, pointId, grade), facts, expect: { grade } };
    const outcome = await workbench.edit(draftId, guard, { kind: 'add-example', example }, reach, actor);
    if (outcome.kind === 'saved') return { kind: 'added', draftId, labels: rulebook.grades };
    throw new OperationalError('conflict', 'draft-changed', (text) => text.workbench.pointExample.changed);
  }

  /** The bureau whose rules grade the point. */
  async #bureauOf(pointId: number, reach: Reach): Promise<OrgUnit> {
    const { read } = this.#parts.database;
    const place = await placeOfPoint(read, pointId);
    const found = place === null ? null : await campaignById(read, place.campaignId);
    if (place !== null && found !== null && reaches(reach, place.unitPath)) return found.campaign.bureau;
    throw new OperationalError('not-found', 'no-point', (text) => text.riskPoints.point.noSuch);
  }

  async #rulebook(
    version: RulebookVersion<GradingRulebook>,
    openId: number | null,
    reach: Reach,
  ): Promise<GradingRulebook> {
    if (version.body.subject === 'post') {
      throw new OperationalError('conflict', 'grades-posts', (text) => text.workbench.pointExample.ofPosts);
    }
    if (openId === null) return version.body;
    const parsed = parseRulebook((await this.#parts.rulebookDrafts.find(openId, reach)).text);
    if ('rulebook' in parsed && parsed.rulebook.kind === 'grading') return parsed.rulebook;
    throw new OperationalError('conflict', 'draft-unsound', (text) => text.workbench.unsound);
  }
}
