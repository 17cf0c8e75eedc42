import type { Reach } from '../../organisation/reach.ts';
import type { OrgUnit } from '../../organisation/org-unit.ts';
import { reaches } from '../../organisation/reach.ts';
import type { ImportRequest } from '../import-request.ts';
import type { ReadFile } from '../read-form.ts';
import { nameChoices, pointChoices } from './draft-decisions.ts';
import type { DraftContent, ImportDraft } from './import-draft.ts';

/** The import that a draft asks for, by somebody with this reach. */
export function draftRequest(
  draft: ImportDraft,
  { files, corrections }: DraftContent,
  bureau: OrgUnit,
  reach: Reach,
): ImportRequest {
  return {
    files: files.map(({ reading, digest }) => ({ read: reading.read, digest })),
    year: draft.year,
    bureau: draft.bureauId,
    dryRun: false,
    mayCreate: true,
    decisions: {
      reach,
      mayOpenCampaign: reaches(reach, bureau.path),
      names: nameChoices(corrections),
      points: pointChoices(files, corrections),
    },
  };
}

/** The same of what can be tried already: forms that say whose they are, whatever else is wrong with them. */
export function triableRequest(request: ImportRequest): ImportRequest {
  return {
    ...request,
    files: request.files.map(({ read, digest }) => ({ read: triable(read), digest })),
  };
}

function triable(read: ReadFile): ReadFile {
  const forms = read.forms.filter(
    ({ unit, name, post, ownedByUnit }) => unit !== null && (ownedByUnit || (name !== null && post !== null)),
  );
  return { ...read, forms, findings: [] };
}
