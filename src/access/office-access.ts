import type { OfficeAccess } from '../organisation/office-access.ts';
import { reachOf } from './permission.ts';
import { actorOf, type Viewer } from './viewer.ts';

/** What the office's pages ask about who looks. */
export const OFFICE: OfficeAccess<Viewer> = {
  manages: (viewer) => reachOf(viewer, 'organisation.manage'),
  confirms: (viewer) => reachOf(viewer, 'posts.confirm'),
  actor: actorOf,
};
