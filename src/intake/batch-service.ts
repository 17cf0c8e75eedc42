import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Queryable, Transaction } from '../platform/database.ts';
import { factSource } from '../risk-points/fact-source.ts';
import { PointLedger } from '../risk-points/point-ledger-service.ts';
import { settlePosts } from '../risk-points/post-fact-service.ts';
import { domainJudge } from '../rulebooks/domain-judge.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { BatchContent, BatchDetail, ImportBatch } from './batch.ts';
import type { Obstacle, UndoPreview } from './obstacle.ts';
import type { BatchChanges } from './batch-content.ts';
import { filesOf, markUndone, namedForms, pathsOf } from './batch-store.ts';
import type { StoredRows } from './import-change.ts';
import { rowsOfCampaign } from './import-change-store.ts';
import { isRecorded, knownBatch, undoable, type KnownBatch } from './known-batch-service.ts';
import { obstaclesTo } from './obstacle-service.ts';
import { putFactsBack } from './put-facts-back-service.ts';
import { putBackAll, removeMade } from './put-back-service.ts';
import { forgetPlaces, reverseAssessments } from './undo-store.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
  readonly grading: GradingService;
}

/** What imports brought, and taking one back while nothing was built on it. */
export class BatchService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws OperationalError `not-found`, also for a batch that touched a unit out of reach. */
  async find(id: number, reach: Reach): Promise<BatchDetail> {
    const { read } = this.#parts.database;
    return detailOf(read, await knownBatch(read, id, reach));
  }

  /**
   * What an undo would take back, and what stands in its way.
   * @throws OperationalError `not-found` as above; `conflict` when it was undone already or cannot be at all.
   */
  async preview(id: number, reach: Reach): Promise<UndoPreview> {
    const { read } = this.#parts.database;
    const known = await undoable(read, id, reach);
    const now = await rowsOfCampaign(read, known.batch.bureauPath, known.batch.campaignId);
    return { ...(await detailOf(read, known)), obstacles: await this.#obstacles(read, known, now) };
  }

  /**
   * Takes a batch back: its forms and points stand no more, what it replaced stands as before, its assessments
   * are reversed. Does nothing where something was built on it; the obstacles say what.
   * @throws OperationalError as `preview`.
   */
  async undo(id: number, reason: string, reach: Reach, actor: Actor): Promise<UndoPreview> {
    return this.#parts.database.transaction(async (transaction) => {
      const known = await undoable(transaction, id, reach);
      const now = await rowsOfCampaign(transaction, known.batch.bureauPath, known.batch.campaignId);
      const obstacles = await this.#obstacles(transaction, known, now);
      const preview = { ...(await detailOf(transaction, known)), obstacles };
      if (obstacles.length === 0) await this.#takeBack(transaction, known, now, reason, actor);
      return preview;
    });
  }

  #obstacles(from: Queryable, known: KnownBatch, now: StoredRows): Promise<readonly Obstacle[]> {
    return obstaclesTo(from, known, now);
  }

  async #takeBack(
    transaction: Transaction,
    { batch, changes, brought, facts }: KnownBatch,
    now: StoredRows,
    reason: string,
    actor: Actor,
  ): Promise<void> {
    const at = this.#parts.clock.now();
    const bureauId = Number(batch.bureauPath.split('/').at(-2));
    const ledger = await this.#ledger(transaction, batch.bureauPath);
    const scene = { transaction, ledger, bureauId, source: factSource(actor, at, null) };
    const posts = await putFactsBack(scene, facts, brought.pointsCreated);
    await putBackAll(scene, changes);
    const assessments = await reverseAssessments(transaction, batch.id, at);
    await forgetPlaces(transaction, batch.id);
    await ledger.settle(batch.campaignId, at);
    await settlePosts(transaction, ledger, posts, at);
    await removeMade(transaction, changes, now);
    await markUndone(transaction, batch.id, { at, accountId: actor.accountId, by: actor.name, reason });
    await this.#parts.audit.record(transaction, actor, {
      action: 'import.undone',
      objectType: 'import-batch',
      objectId: String(batch.id),
      unitPath: batch.bureauPath,
      details: {
        created: brought.formsCreated.length,
        replaced: brought.formsReplaced.length,
        points: brought.pointsCreated.length,
        assessments,
      },
    });
  }

  async #ledger(transaction: Transaction, bureauPath: string): Promise<PointLedger> {
    const { grading, rulebooks } = this.#parts;
    const { body } = await rulebooks.inForce('domain', bureauPath, transaction);
    const scope = await grading.scopeOf(bureauPath, transaction);
    return new PointLedger(transaction, grading, scope, domainJudge(body));
  }
}

async function detailOf(from: Queryable, known: KnownBatch): Promise<BatchDetail> {
  const content = await contentOf(from, known.batch, known.brought);
  return { batch: known.batch, content, isRecorded: isRecorded(known) };
}

async function contentOf(from: Queryable, batch: ImportBatch, brought: BatchChanges): Promise<BatchContent> {
  const units = await pathsOf(
    from,
    brought.postsCreated.map(({ unitId }) => unitId),
  );
  const unitName = (unitId: number): string =>
    units.get(unitId)?.name ?? brought.unitsCreated.find(({ id }) => id === unitId)?.name ?? '';
  return {
    files: await filesOf(from, batch.id),
    created: batch.undone === null ? await namedForms(from, brought.formsCreated) : [],
    replaced: batch.undone === null ? await namedForms(from, brought.formsReplaced) : [],
    formsCreated: brought.formsCreated.length,
    formsReplaced: brought.formsReplaced.length,
    pointsCreated: brought.pointsCreated.length,
    pointsChanged: brought.pointsChanged.length,
    pointsWithdrawn: brought.pointsWithdrawn.length,
    units: brought.unitsCreated.map(({ name }) => name),
    posts: brought.postsCreated.map(({ unitId, name }) => ({ unit: unitName(unitId), post: name })),
  };
}
