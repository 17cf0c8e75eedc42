import { reachOf } from '../../access/permission.ts';
import { actorOf, type Viewer } from '../../access/viewer.ts';
import type { Actor } from '../../audit/audit-entry.ts';
import type { OrgUnit } from '../../organisation/org-unit.ts';
import type { Reach } from '../../organisation/reach.ts';
import type { RiskOutcome } from '../import-report.ts';
import type { ReadScales } from '../read-form.ts';
import type { DraftContent, ImportDraft } from './import-draft.ts';
import type { UnknownNames } from './unknown-names.ts';

/** Who uploads, and where they may. */
export interface Uploader {
  readonly accountId: number;
  readonly actor: Actor;
  readonly reach: Reach;
}

/** A bureau that somebody may import for, and the years that it has. */
export interface UploadTarget {
  readonly bureau: OrgUnit;
  readonly years: readonly number[];
  /** Whether an import may open the inspection of another year. */
  readonly mayOpenCampaign: boolean;
}

export interface DraftView extends DraftContent {
  readonly draft: ImportDraft;
  readonly bureau: OrgUnit;
  /** Whether the uploader may make units. */
  readonly mayCreateUnits: boolean;
  readonly names: UnknownNames;
  /** What each risk is to the points on file. */
  readonly outcomes: readonly RiskOutcome[];
  readonly scales: ReadScales;
}

/** The viewer as one who uploads. */
export function uploaderOf(viewer: Viewer): Uploader {
  const { accountId } = viewer;
  return { accountId, actor: actorOf(viewer), reach: reachOf(viewer, 'imports.upload') };
}
