import type { VersionStanding } from '../risk-points/other-version.ts';
import type { VersionState } from './version.ts';

/** How a version stands with a bureau: what came with the program waits for nobody's approval, whatever its state. */
export function standingOf(
  version: { readonly state: VersionState; readonly isShipped: boolean; readonly isReturned: boolean },
  isInForce: boolean,
): VersionStanding {
  if (isInForce) return 'active';
  if (version.isShipped) return 'shipped';
  return version.isReturned ? 'returned' : version.state;
}
