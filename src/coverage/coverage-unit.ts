import { OperationalError } from '../platform/errors.ts';
import { readId } from './paths.ts';

/**
 * The unit that an address names.
 * @throws OperationalError `not-found` when it names none.
 */
export function unitOf(params: Readonly<Record<string, string>>): number {
  const unitId = readId(params['id'] ?? '');
  if (unitId !== null) return unitId;
  throw new OperationalError('not-found', 'no-unit', (text) => text.dashboards.division.noSuch);
}
