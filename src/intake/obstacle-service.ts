import type { Queryable } from '../platform/database.ts';
import type { ImportBatch } from './batch.ts';
import type { Obstacle } from './obstacle.ts';
import type { BatchChanges } from './batch-content.ts';
import { namedForms } from './batch-store.ts';
import type { RowChange, StoredRows } from './import-change.ts';
import { changedSince } from './import-obstacle.ts';
import type { FactOwner } from '../risk-points/own-fact.ts';
import type { FactOfBatch } from './batch-fact.ts';
import { factsSetElsewhere } from './undo-facts-store.ts';
import { assessedSince, exemptionsSince, gradesDecided, namedPoints, namedPosts } from './undo-store.ts';

/** What was built on a batch, in words that a person can look up: forms, points, posts, exemptions. */
export async function obstaclesTo(
  from: Queryable,
  {
    batch,
    changes,
    brought,
    facts,
  }: {
    readonly batch: ImportBatch;
    readonly changes: readonly RowChange[];
    readonly brought: BatchChanges;
    readonly facts: readonly FactOfBatch[];
  },
  now: StoredRows,
): Promise<readonly Obstacle[]> {
  const changed = changedSince(changes, now);
  const assessed = await assessedSince(from, batch.id, brought.pointsCreated);
  const decided = await gradesDecided(from, brought.pointsCreated);
  const forms = await namedForms(from, [...changed.forms]);
  const setSince = (owner: FactOwner): readonly number[] =>
    facts.filter((fact) => fact.isSetSince && fact.owner === owner).map(({ id }) => id);
  const elsewhere = await factsSetElsewhere(from, brought.pointsCreated, facts);
  const judged = [...assessed, ...decided, ...setSince('risk_point'), ...elsewhere];
  const points = await namedPoints(from, [...new Set([...changed.points, ...judged])]);
  const exemptions = await exemptionsSince(from, batch.campaignId, brought.unitIds, batch.at);
  return [
    ...forms.map((form): Obstacle => ({ kind: 'form', form })),
    // Of a form that was changed as a whole, each point need not be named.
    ...points.filter(({ formId }) => !changed.forms.has(formId)),
    ...(await namedPosts(from, [...new Set([...changed.posts, ...setSince('post')])])),
    ...exemptions.map((exemption): Obstacle => ({ kind: 'exemption', ...exemption })),
  ];
}
