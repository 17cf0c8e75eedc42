import type { Actor } from '../audit/audit-entry.ts';
import type { PageRequest, PageRoute } from '../web/page.ts';
import type { Role } from './role.ts';

/** A role held at an org unit: it reaches that unit's subtree and nothing else. */
export interface Assignment {
  readonly role: Role;
  readonly unitId: number;
  /** Materialised path of the unit, such as `/1/4/`. */
  readonly unitPath: string;
  readonly unitName: string;
}

/** Who is signed in, and what they may reach. */
export interface Viewer {
  readonly accountId: number;
  readonly username: string;
  readonly displayName: string;
  readonly assignments: readonly Assignment[];
  /** Somebody else knows the password; until it is changed nothing else is open. */
  readonly mustChangePassword: boolean;
}

/** The viewer as the one who does something. */
export function actorOf({ accountId, displayName }: Viewer): Actor {
  return { accountId, name: displayName };
}

export type ViewerRequest = PageRequest<Viewer>;
export type ViewerRoute = PageRoute<Viewer>;
