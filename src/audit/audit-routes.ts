import type { Viewer, ViewerRoute } from '../access/viewer.ts';
import type { Reach } from '../organisation/reach.ts';
import type { FactWords } from '../risk-points/fact-words-page.ts';
import { auditPage, type GradeLabelsAt } from './audit-page.ts';
import type { AuditService } from './audit-service.ts';
import { auditPaths } from './paths.ts';

const ENTRIES_SHOWN = 100;

/** The trail, for the auditor. */
export function auditRoutes(
  audit: AuditService,
  reachOfAuditor: (viewer: Viewer) => Reach,
  factWordsFor: (unitPath: string) => Promise<FactWords>,
  gradeLabelsAt: (unitPaths: readonly string[]) => Promise<GradeLabelsAt>,
): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: auditPaths.trail,
      handler: async ({ viewer, text }) => {
        const { unitPaths } = reachOfAuditor(viewer);
        const latest = await audit.latest(ENTRIES_SHOWN, unitPaths);
        const facts = await factWordsFor(unitPaths[0] ?? '/');
        const labels = await gradeLabelsAt(latest.map(({ unitPath }) => unitPath));
        const model = auditPage(await audit.verify(), latest, { facts, labels }, text);
        return { kind: 'page', view: 'audit/trail', model };
      },
    },
  ];
}
