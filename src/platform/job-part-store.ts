import type { Transaction } from './database.ts';
import type { Job, JobProgress } from './job.ts';

/** Who holds a job that its parts are at work on: no worker, and for as long as it takes. */
export const PARTS = 'parts';
const FOR_EVER = '9999-12-31T00:00:00.000Z';

/**
 * Writes what a step means for others, once its own progress is written: a job that was shared out rests, and a part
 * adds what it did to the whole, which goes on when all its parts are done. Whoever else does so for the same job waits
 * until this is committed, so that two last parts do not miss each other; ask at the end of a step.
 */
export async function tellOfStep(transaction: Transaction, job: Job, progress: JobProgress): Promise<void> {
  if (progress.waitsForParts === true) await restUntilPartsAreDone(transaction, job.id);
  if (job.partOf === null) return;
  await transaction('job')
    .where({ id: job.partOf })
    .update({ done: transaction.raw('done + ?', [progress.done - job.done]) });
  if (progress.isFinished) await goOnIfPartsAreDone(transaction, job.partOf);
}

/** Its lane stays taken. */
async function restUntilPartsAreDone(transaction: Transaction, id: number): Promise<void> {
  await transaction('job').where({ id }).update({ lease_owner: PARTS, lease_until: FOR_EVER });
}

async function goOnIfPartsAreDone(transaction: Transaction, id: number): Promise<void> {
  const open = transaction('job').where({ part_of: id }).whereNot('state', 'done').select('id');
  await transaction('job')
    .where({ id, state: 'running', lease_owner: PARTS })
    .whereNotExists(open)
    .update({ state: 'waiting', lease_owner: null, lease_until: null });
}

/** Lets a job fail that rests while one of its parts failed for good. */
export async function failWhole(
  transaction: Transaction,
  partId: number,
  { error, at }: { readonly error: string | null; readonly at: string },
): Promise<void> {
  await transaction('job')
    .where({ state: 'running', lease_owner: PARTS })
    .whereIn('id', transaction('job').where({ id: partId }).whereNotNull('part_of').select('part_of'))
    .update({ state: 'failed', error, ended_at: at, lease_owner: null, lease_until: null });
}

/** Ends what is left of a job's parts: whoever works on one finds that it is his no more. */
export async function endParts(transaction: Transaction, id: number, at: string): Promise<void> {
  await transaction('job')
    .where({ part_of: id })
    .whereNot('state', 'done')
    .update({ state: 'done', ended_at: at, lease_owner: null, lease_until: null });
}
