import { bureaus, unitById, unitsUnder } from '../../organisation/organisation-store.ts';
import { postsUnder } from '../../organisation/post-store.ts';
import { reaches, type Reach } from '../../organisation/reach.ts';
import type { Queryable } from '../../platform/database.ts';
import type { RulebookService } from '../../rulebooks/rulebook-service.ts';
import { readScalesAt } from '../read-scales-service.ts';
import { campaignYears } from './import-batch-store.ts';
import { nameChoices } from './draft-decisions.ts';
import type { ImportDraft } from './import-draft.ts';
import { contentOf } from './import-draft-store.ts';
import { draftOutcomes } from './draft-match-service.ts';
import { unknownNames } from './unknown-names.ts';
import type { DraftView, UploadTarget } from './uploader.ts';

/** An open draft with the names that its bureau does not know, as far as the uploader reaches. */
export async function draftInView(
  read: Queryable,
  draft: ImportDraft,
  reach: Reach,
  rulebooks: RulebookService,
): Promise<DraftView> {
  const bureau = await unitById(read, draft.bureauId);
  if (bureau === null) throw new Error(`there is no bureau ${String(draft.bureauId)}`);
  const content = await contentOf(read, draft.id);
  const units = (await unitsUnder(read, bureau.id)).filter(({ path }) => reaches(reach, path));
  const posts = await postsUnder(read, bureau.path);
  const forms = content.files.flatMap(({ reading }) => reading.read.forms);
  const known = { bureau, units, posts };
  const names = unknownNames(forms, known, nameChoices(content.corrections));
  const outcomes = await draftOutcomes(read, draft.year, content, known);
  const scales = await readScalesAt(rulebooks, read, bureau.path);
  const mayCreateUnits = reaches(reach, bureau.path);
  return { ...content, draft, bureau, mayCreateUnits, names, outcomes, scales };
}

/** The bureaus that lie in or around a reach, with the years of their inspections. */
export async function uploadTargets(read: Queryable, reach: Reach): Promise<readonly UploadTarget[]> {
  const inView = (await bureaus(read)).filter(
    ({ path }) => reaches(reach, path) || reach.unitPaths.some((root) => root.startsWith(path)),
  );
  return Promise.all(
    inView.map(async (bureau) => ({
      bureau,
      years: await campaignYears(read, bureau.id),
      mayOpenCampaign: reaches(reach, bureau.path),
    })),
  );
}
