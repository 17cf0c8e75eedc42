import { reachOf } from '../access/permission.ts';
import type { ViewerRoute } from '../access/viewer.ts';
import { auditPage } from './audit-page.ts';
import type { AuditService } from './audit-service.ts';
import { auditPaths } from './paths.ts';

const ENTRIES_SHOWN = 100;

/** The trail, for the auditor. */
export function auditRoutes(audit: AuditService): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: auditPaths.trail,
      handler: async ({ viewer, text }) => {
        const { unitPaths } = reachOf(viewer, 'audit.view');
        const latest = await audit.latest(ENTRIES_SHOWN, unitPaths);
        return { kind: 'page', view: 'audit/trail', model: auditPage(await audit.verify(), latest, text) };
      },
    },
  ];
}
