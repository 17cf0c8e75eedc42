import { OperationalError } from '../platform/errors.ts';
import { wholeNumber } from '../web/query-fields.ts';

const ID = wholeNumber('id', 1, Number.MAX_SAFE_INTEGER);

/** @throws OperationalError `not-found` when the address names no draft */
export function draftId({ params }: { readonly params: Readonly<Record<string, string>> }): number {
  const id = ID.read(params['id'] ?? '');
  if (id !== null) return id;
  throw new OperationalError('not-found', 'no-draft', (text) => text.workbench.noSuch);
}
