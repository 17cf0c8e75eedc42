import type { Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import { wasInForce, type Activation, type ActivationMoves } from './activation-record.ts';

/** Where and when versions were in force: at these units, and for everybody; newest first. */
export async function activationsWithin(from: Queryable, reach: Reach): Promise<readonly Activation[]> {
  const rows = (await from('rulebook_activation')
    .join('rulebook_version', 'rulebook_version.id', 'rulebook_activation.version_id')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .leftJoin('org_unit', 'org_unit.id', 'rulebook_activation.unit_id')
    .where((within) => {
      void within.whereNull('rulebook_activation.unit_id');
      for (const path of reach.unitPaths) void within.orWhereRaw(`org_unit.path like ? || '%'`, [path]);
    })
    .orderBy('rulebook_activation.id', 'desc')
    .select({
      id: 'rulebook_activation.id',
      versionId: 'rulebook_activation.version_id',
      kind: 'rulebook_activation.kind',
      version: 'rulebook_version.version',
      name: 'rulebook.name',
      from: 'rulebook_activation.active_from',
      to: 'rulebook_activation.active_to',
      replacedId: 'rulebook_activation.replaced_id',
      jobId: 'rulebook_activation.job_id',
      moves: 'rulebook_activation.moves',
    })) as (Omit<Activation, 'moves'> & { moves: string | null })[];
  // Only switchTo writes moves.
  return rows.map(({ moves, ...row }) => ({
    ...row,
    moves: moves === null ? null : (JSON.parse(moves) as ActivationMoves),
  }));
}

/** Whether a version was in force at a unit before, or for everybody; a template never was. */
export async function wasInForceAt(from: Queryable, versionId: number, unitPath: string): Promise<boolean> {
  return wasInForce(versionId, await activationsWithin(from, { unitPaths: [unitPath] }));
}
