import type { Actor } from '../audit/audit-entry.ts';
import type { Reach } from './reach.ts';

/** Who asks, as the office's pages need to know it; what roles are is told later. */
export interface OfficeAccess<Viewer> {
  readonly manages: (viewer: Viewer) => Reach;
  readonly confirms: (viewer: Viewer) => Reach;
  readonly actor: (viewer: Viewer) => Actor;
}
