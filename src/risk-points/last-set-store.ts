import type { Queryable } from '../platform/database.ts';
import type { LastSet } from './assessment.ts';
import type { AssessedFact } from './suggested-step.ts';

/** Who set a point's fact last; `null` when nobody ever did. */
export async function lastSet(from: Queryable, pointId: number, fact: AssessedFact): Promise<LastSet | null> {
  const row = (await from('risk_point_assessment')
    .where({ risk_point_id: pointId, fact })
    .whereNotIn('id', from('assessment_reversal').select('assessment_id'))
    .orderBy('id', 'desc')
    .first({ fact: 'fact', setBy: 'set_by', setAt: 'set_at' })) as LastSet | undefined;
  return row ?? null;
}
