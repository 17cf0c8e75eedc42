import { OperationalError } from '../platform/errors.ts';

/** A form that names more points than this would not get through. */
export const MOST_POINTS_AT_ONCE = 5000;

/** @throws OperationalError `invalid` for more points than may be decided about at once */
export function refuseTooMany(points: readonly unknown[]): void {
  if (points.length <= MOST_POINTS_AT_ONCE) return;
  throw new OperationalError('invalid', 'too-many-points', (text) =>
    text.domains.tooMany(text.formats.count(MOST_POINTS_AT_ONCE)),
  );
}
