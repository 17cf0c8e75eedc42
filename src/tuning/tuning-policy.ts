import type { RouteLine } from '../access/policy-line.ts';
import { change, changes, line } from '../access/policy-line.ts';
import { backwardsPaths } from './backwards-paths.ts';
import { calibrationPaths } from './calibration-paths.ts';
import { comparePaths } from './compare-paths.ts';
import { factCataloguePaths } from './fact-catalogue-paths.ts';
import { impactPaths } from './impact-paths.ts';
import { rulebookPaths } from './paths.ts';
import { versionPaths } from './version-paths.ts';

/** Who may open which page of rules; the program's policy takes these lines in, at the place of their menu entry. */
export const TUNING_POLICY: readonly RouteLine[] = [
  { ...line('rulebooks.view', versionPaths.rulebooks, null), menu: 'rulebooks' },
  { method: 'get', path: factCataloguePaths.catalogue, permission: 'rulebooks.view', audit: null },
  { method: 'get', path: factCataloguePaths.declare, permission: 'rulebooks.tune', audit: null },
  { method: 'post', path: factCataloguePaths.declare, permission: 'rulebooks.tune', audit: 'facts.declared' },
  { method: 'get', path: factCataloguePaths.change, permission: 'rulebooks.tune', audit: null },
  { method: 'post', path: factCataloguePaths.change, permission: 'rulebooks.tune', audit: 'facts.changed' },
  {
    method: 'post',
    path: factCataloguePaths.withdraw,
    permission: 'rulebooks.tune',
    audit: 'facts.withdrawn',
  },
  { method: 'get', path: impactPaths.impact, permission: 'rulebooks.view', audit: null },
  { method: 'get', path: comparePaths.compare, permission: 'rulebooks.view', audit: null },
  ...[impactPaths.exportXlsx, impactPaths.exportCsv, comparePaths.exportXlsx, comparePaths.exportCsv].map(
    (path) => change(path, 'rulebooks.view', 'impact.exported'),
  ),
  ...[versionPaths.version, versionPaths.versionJson, versionPaths.versionTable].map((path) => tuned(path)),
  ...[versionPaths.proposal, versionPaths.activation, versionPaths.progress].map((path) => tuned(path)),
  { method: 'get', path: versionPaths.propose, permission: 'rulebooks.tune', audit: null },
  { method: 'post', path: versionPaths.propose, permission: 'rulebooks.tune', audit: 'rulebook.proposed' },
  { method: 'get', path: versionPaths.reinstate, permission: 'rulebooks.tune', audit: null },
  { method: 'post', path: versionPaths.reinstate, permission: 'rulebooks.tune', audit: 'rulebook.proposed' },
  { method: 'post', path: versionPaths.approve, permission: 'rulebooks.approve', audit: 'rulebook.approved' },
  change(versionPaths.giveBack, 'rulebooks.approve', 'rulebook.returned'),
  change(versionPaths.start, 'rulebooks.approve', 'rulebook.activation-started'),
  { method: 'get', path: calibrationPaths.calibration, permission: 'rulebooks.view', audit: null },
  ...changes('rulebooks.tune', { [calibrationPaths.calibration]: 'rulebook.draft-created' }),
  tuned(rulebookPaths.drafts, 'rulebook.draft-created'),
  tuned(rulebookPaths.examples, 'rulebook.draft-saved'),
  tuned(rulebookPaths.draft),
  tuned(rulebookPaths.saveDraft, 'rulebook.draft-saved'),
  tuned(rulebookPaths.draftJson),
  tuned(rulebookPaths.draftJson, 'rulebook.draft-saved'),
  tuned(rulebookPaths.draftScales),
  tuned(rulebookPaths.draftScales, 'rulebook.draft-saved'),
  tuned(rulebookPaths.draftBase),
  tuned(rulebookPaths.draftBase, 'rulebook.draft-saved'),
  tuned(rulebookPaths.draftClauses),
  tuned(rulebookPaths.draftClauses, 'rulebook.draft-saved'),
  line('rulebooks.tune', rulebookPaths.draftRule, null),
  tuned(rulebookPaths.draftRule, 'rulebook.draft-saved'),
  tuned(backwardsPaths.backwards),
  tuned(backwardsPaths.backwards, 'rulebook.draft-saved'),
  tuned(rulebookPaths.draftTable),
  tuned(rulebookPaths.importDraft, 'rulebook.draft-imported'),
  tuned(rulebookPaths.discardDraft, 'rulebook.draft-discarded'),
];

/** A page of a draft of a rulebook, or with an audit action a change of it. */
function tuned(path: string, change: string | null = null): RouteLine {
  return line(change === null ? 'rulebooks.view' : 'rulebooks.tune', path, change);
}
