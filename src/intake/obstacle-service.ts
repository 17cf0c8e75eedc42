import type { Queryable } from '../platform/database.ts';
import type { ImportBatch } from './batch.ts';
import type { Obstacle } from './obstacle.ts';
import type { BatchChanges } from './batch-content.ts';
import { namedForms } from './batch-store.ts';
import type { RowChange, StoredRows } from './import-change.ts';
import { changedSince } from './import-obstacle.ts';
import { assessedSince, exemptionsSince, gradesDecided, namedPoints, namedPosts } from './undo-store.ts';

/** What was built on a batch, in words that a person can look up: forms, points, posts, exemptions. */
export async function obstaclesTo(
  from: Queryable,
  batch: ImportBatch,
  changes: readonly RowChange[],
  brought: BatchChanges,
  now: StoredRows,
): Promise<readonly Obstacle[]> {
  const changed = changedSince(changes, now);
  const assessed = await assessedSince(from, batch.id, brought.pointsCreated);
  const decided = await gradesDecided(from, brought.pointsCreated);
  const forms = await namedForms(from, [...changed.forms]);
  const points = await namedPoints(from, [...new Set([...changed.points, ...assessed, ...decided])]);
  const exemptions = await exemptionsSince(from, batch.campaignId, brought.unitIds, batch.at);
  return [
    ...forms.map((form): Obstacle => ({ kind: 'form', form })),
    // Of a form that was changed as a whole, each point need not be named.
    ...points.filter(({ formId }) => !changed.forms.has(formId)),
    ...(await namedPosts(from, [...changed.posts])),
    ...exemptions.map((exemption): Obstacle => ({ kind: 'exemption', ...exemption })),
  ];
}
