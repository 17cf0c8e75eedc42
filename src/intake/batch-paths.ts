/** Addresses of import batches, as the route table writes them. */
export const batchPaths = {
  batches: '/imports',
  batch: '/imports/batches/:id',
  undo: '/imports/batches/:id/undo',
} as const;

export function batchPath(id: number): string {
  return batchPaths.batch.replace(':id', String(id));
}

export function undoPath(id: number): string {
  return batchPaths.undo.replace(':id', String(id));
}

/** The batch of an address; `null` when that is no number of one. */
export function readBatchId(written: string): number | null {
  return /^[1-9][0-9]{0,14}$/u.test(written) ? Number(written) : null;
}
