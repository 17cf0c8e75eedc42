import { reaches, type Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { ImportBatch } from './batch.ts';
import { batchChanges, withFacts, withReworded, type BatchChanges } from './batch-content.ts';
import type { FactOfBatch } from './batch-fact.ts';
import { batchById, pathsOf, rewordedPoints } from './batch-store.ts';
import type { RowChange } from './import-change.ts';
import { changesOf } from './import-change-store.ts';
import { factsOfBatch, unitsOfFacts } from './undo-facts-store.ts';

/** A batch with everything that is recorded of it. */
export interface KnownBatch {
  readonly batch: ImportBatch;
  readonly changes: readonly RowChange[];
  readonly brought: BatchChanges;
  readonly facts: readonly FactOfBatch[];
}

/** @throws OperationalError `not-found`, also for a batch that touched a unit out of reach. */
export async function knownBatch(from: Queryable, id: number, reach: Reach): Promise<KnownBatch> {
  const batch = await batchById(from, id);
  if (batch === null) throw noSuchBatch();
  const [changes, facts] = [await changesOf(from, id), await factsOfBatch(from, id)];
  const made = batchChanges(changes);
  const written = withReworded(made, await rewordedPoints(from, made.pointsCarried));
  const brought = withFacts(written, facts, await unitsOfFacts(from, facts));
  const paths = await pathsTouched(from, batch, brought);
  if (!paths.every((path) => reaches(reach, path))) throw noSuchBatch();
  return { batch, changes, brought, facts };
}

/**
 * A batch that can be undone as far as itself goes.
 * @throws OperationalError `not-found` as above; `conflict` when it was undone already or cannot be at all.
 */
export async function undoable(from: Queryable, id: number, reach: Reach): Promise<KnownBatch> {
  const known = await knownBatch(from, id, reach);
  const { undone, at } = known.batch;
  if (undone !== null) {
    throw new OperationalError('conflict', 'already-undone', (text) =>
      text.batches.alreadyUndone(text.audit.actorName(undone.by), text.formats.instant(undone.at)),
    );
  }
  if (!isRecorded(known)) {
    throw new OperationalError('conflict', 'not-recorded', (text) =>
      text.batches.notRecorded(text.formats.instant(at)),
    );
  }
  return known;
}

/** A batch of which nothing is recorded concerns its whole bureau. */
async function pathsTouched(
  from: Queryable,
  batch: ImportBatch,
  { unitIds, unitsCreated }: BatchChanges,
): Promise<readonly string[]> {
  const known = await pathsOf(from, unitIds);
  const paths = unitIds.flatMap((id) => {
    const path = known.get(id)?.path ?? unitsCreated.find((unit) => unit.id === id)?.path;
    return path === undefined ? [] : [path];
  });
  return paths.length === 0 ? [batch.bureauPath] : paths;
}

/** Nothing is, of a batch of before changes were recorded. */
export function isRecorded({ changes, facts }: KnownBatch): boolean {
  return changes.length > 0 || facts.length > 0;
}

function noSuchBatch(): OperationalError {
  return new OperationalError('not-found', 'no-batch', (text) => text.batches.noSuch);
}
