import type { Queryable } from '../platform/database.ts';
import type { VersionState } from './version.ts';

/** A stored version of the grading rules, without its text. */
export interface StoredGrading {
  readonly id: number;
  readonly state: VersionState;
  /** Whether it came with the program. */
  readonly isShipped: boolean;
  readonly isReturned: boolean;
}

/** The versions of the grading rules that came with the program and those of a bureau, newest first. */
export async function gradingVersions(
  from: Queryable,
  bureauId: number | null,
): Promise<readonly StoredGrading[]> {
  const rows = (await from('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .where('rulebook.kind', 'grading')
    .where((within) => {
      void within.whereNull('rulebook_version.unit_id');
      if (bureauId !== null) void within.orWhere('rulebook_version.unit_id', bureauId);
    })
    .orderBy('rulebook_version.id', 'desc')
    .select({
      id: 'rulebook_version.id',
      state: 'rulebook_version.state',
      unitId: 'rulebook_version.unit_id',
      returnedAt: 'rulebook_version.returned_at',
    })) as {
    readonly id: number;
    readonly state: VersionState;
    readonly unitId: number | null;
    readonly returnedAt: string | null;
  }[];
  return rows.map(({ id, state, unitId, returnedAt }) => ({
    id,
    state,
    isShipped: unitId === null,
    isReturned: returnedAt !== null,
  }));
}
